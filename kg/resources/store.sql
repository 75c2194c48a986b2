-- The store, out/kg.sqlite. First what was read and extracted; then human judgements; then the graph that they give, for look-ups.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row a file that was ever given. With a reason, it could not be read.
CREATE TABLE source (
  path        TEXT PRIMARY KEY,  -- from the output folder
  fingerprint TEXT NOT NULL,  -- bytes, settings of reading, code and data that read
  reason      TEXT,
  advice      TEXT
);

CREATE TABLE article (
  source        TEXT NOT NULL REFERENCES source ON DELETE CASCADE ON UPDATE CASCADE,
  position      INTEGER NOT NULL,  -- in the source
  id            TEXT NOT NULL,     -- the same text in two sources has one id
  content       TEXT NOT NULL,     -- hash of all that extraction sees
  title         TEXT NOT NULL,
  subtitle      TEXT NOT NULL,
  page          TEXT,
  byline        TEXT NOT NULL,     -- JSON list
  paper         TEXT,
  published     TEXT,
  written       TEXT,              -- the day of the dateline, from which 昨天 counts
  medium        TEXT,              -- who sent the story, as the dateline says
  locality      TEXT,
  locality_code TEXT,
  inferred      TEXT NOT NULL,     -- JSON: field → from what
  text          TEXT NOT NULL,
  PRIMARY KEY (source, position)
);
CREATE INDEX article_content ON article (content);
CREATE INDEX article_id ON article (id, locality_code IS NULL, source, position);

CREATE TABLE extraction (
  content    TEXT PRIMARY KEY,
  version    TEXT NOT NULL,  -- settings, code and data that extracted
  entities   TEXT NOT NULL,  -- JSON, as kg.packing packs them
  statements TEXT NOT NULL,
  reason     TEXT            -- when extraction failed
);

CREATE TABLE decision (
  id     TEXT PRIMARY KEY,
  kind   TEXT NOT NULL,  -- same, different, rename, undo, corrected
  left   TEXT NOT NULL,  -- which thing: type, names and articles (docs/identity.md)
  right  TEXT NOT NULL,
  by     TEXT NOT NULL,
  note   TEXT NOT NULL,
  at     TEXT NOT NULL  -- when, ISO; taking one back is another row, of the kind undo
);

-- The graph, written as a whole after each build.
CREATE TABLE node (
  id      TEXT PRIMARY KEY,
  type    TEXT NOT NULL,
  name    TEXT NOT NULL,
  aliases TEXT NOT NULL,  -- JSON list
  data    TEXT NOT NULL,  -- JSON: articles, first, last; value, currency …; code
  reasons TEXT NOT NULL   -- JSON list: why its members were held to be one
) WITHOUT ROWID;
CREATE INDEX node_name ON node (name);

CREATE TABLE member (  -- which entity of which article a node stands for
  node    TEXT NOT NULL REFERENCES node,
  article TEXT NOT NULL,
  entity  TEXT NOT NULL,
  PRIMARY KEY (node, article, entity)
) WITHOUT ROWID;

CREATE TABLE statement (
  subject    TEXT NOT NULL REFERENCES node,
  relation   TEXT NOT NULL,
  object     TEXT NOT NULL REFERENCES node,
  status     TEXT NOT NULL,
  date       TEXT,
  article    TEXT NOT NULL,
  start      INTEGER NOT NULL,  -- of the quote in the article's text
  "end"      INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  confidence REAL NOT NULL,
  rule       TEXT NOT NULL,
  qualifiers TEXT NOT NULL      -- JSON
);
CREATE INDEX statement_edge ON statement (subject, object, relation);
CREATE INDEX statement_object ON statement (object);

CREATE TABLE place (  -- where the nodes of the graph stand, once somebody has asked
  node TEXT PRIMARY KEY REFERENCES node,
  x    REAL NOT NULL,
  y    REAL NOT NULL,  -- downwards
  ties REAL NOT NULL   -- neighbours; amounts count for half
) WITHOUT ROWID;

CREATE TABLE unresolved (
  article TEXT NOT NULL,
  entity  TEXT NOT NULL,
  name    TEXT NOT NULL,
  reason  TEXT NOT NULL
);
