// The graph as the file carries it, and the indexes that everything else looks things up in.
const DATA = JSON.parse(document.getElementById('kg-graph').textContent);
const LANG = WORDS[DATA.lang] ? DATA.lang : 'zh';
const W = WORDS[LANG];
const NODES = DATA.nodes, EDGES = DATA.edges, ARTICLES = DATA.articles;
const TYPES = new Map(DATA.types.map((type) => [type.name, type]));
const RELATIONS = new Map(DATA.relations.map((relation) => [relation.name, relation]));

function t(key, values) {
  return W[key].replace(/\{(\w+)\}/g, (_, name) => String(values?.[name] ?? ''));
}

/** Edges at each node, in the order of the file. */
const AT = NODES.map(() => []);
for (const edge of EDGES) { AT[edge.from].push(edge); if (edge.to !== edge.from) AT[edge.to].push(edge); }

const isLiteral = (node) => Boolean(TYPES.get(node.group)?.literal);
const other = (edge, id) => NODES[edge.from === id ? edge.to : edge.from];

/** Neighbours that are things of their own (amounts are values). */
const DEGREE = NODES.map((node) => new Set(AT[node.id].map((edge) => other(edge, node.id)).filter((end) => !isLiteral(end) && end !== node)).size);

/** Nodes from most to least connected; an amount comes right after its owner. */
const ORDER = NODES.map((node) => node.id).sort((a, b) => weight(b) - weight(a) || a - b);
const RANK = []; ORDER.forEach((id, rank) => { RANK[id] = rank; });
function weight(id) {
  if (!isLiteral(NODES[id])) return DEGREE[id];
  return Math.max(0, ...AT[id].map((edge) => DEGREE[other(edge, id).id])) - 0.5;
}

/** The sentences of an edge. They lie in chunks that are only parsed when somebody asks. */
const chunks = new Map();
function evidence(edge) {
  const number = Math.floor(edge.id / DATA.chunk);
  if (!chunks.has(number)) chunks.set(number, JSON.parse(document.getElementById('kg-evidence-' + number).textContent));
  return chunks.get(number)[edge.id - number * DATA.chunk].map(([article, quote, date, status, qualifiers, subject, object]) =>
    ({article: ARTICLES[article], quote, date, status, qualifiers: qualifiers || {}, subject, object}));
}

/** Edges that an article supports. */
const edgesOf = (article) => article.edges.map((id) => EDGES[id]);

function count(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
