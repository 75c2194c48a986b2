// The graph as the file carries it, in columns, and the indexes that everything else looks things up in.
// A node and an edge are whole numbers everywhere: their place in the columns.
const STATUSES = ['asserted', 'planned', 'denied', 'former', 'reported'];
const PLANNED = 1, DENIED = 2;

/** The text of a data block; large ones are inflated by the browser. @param {string} id @returns {Promise<any>} */
async function block(id) {
  const element = document.getElementById(id);
  if (!element.dataset.packed) return JSON.parse(element.textContent);
  const raw = atob(element.textContent), bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(element.dataset.packed));
  return JSON.parse(await new Response(stream).text());
}

let DATA, TYPES, RELATIONS, ARTICLES;
const N = {count: 0}, E = {count: 0};  // columns of nodes and of edges
const AT = {first: null, list: null};  // edges at each node, one row after another
const HOME = {x: null, y: null, start: null};  // where Python put the nodes
let DEGREE, ORDER, RANK;

async function readGraph() {
  DATA = await block('kg-graph');
  ({types: TYPES, relations: RELATIONS, articles: ARTICLES} = DATA);
  const {nodes, edges} = DATA;
  Object.assign(N, {count: nodes.id.length, id: nodes.id, label: nodes.label, short: nodes.short, aliases: nodes.aliases, facts: nodes.facts, articles: nodes.articles,
    type: Uint8Array.from(nodes.type), x: Float32Array.from(nodes.x), y: Float32Array.from(nodes.y), size: Float32Array.from(nodes.size)});
  Object.assign(E, {count: edges.from.length, from: Int32Array.from(edges.from), to: Int32Array.from(edges.to), relation: Uint8Array.from(edges.relation), status: Uint8Array.from(edges.status),
    articles: Int32Array.from(edges.articles), confidence: Float32Array.from(edges.confidence), days: edges.days, qualifiers: edges.qualifiers, more: edges.more});
  HOME.x = N.x.slice(); HOME.y = N.y.slice(); HOME.start = DATA.start;
  ARTICLES.forEach((article, i) => { article.id = i; article.title ??= ''; });
  index();
}

function index() {
  const counts = new Int32Array(N.count + 1);
  for (let e = 0; e < E.count; e++) { counts[E.from[e] + 1]++; if (E.to[e] !== E.from[e]) counts[E.to[e] + 1]++; }
  for (let i = 0; i < N.count; i++) counts[i + 1] += counts[i];
  AT.first = counts.slice();
  AT.list = new Int32Array(counts[N.count]);
  for (let e = 0; e < E.count; e++) { AT.list[counts[E.from[e]]++] = e; if (E.to[e] !== E.from[e]) AT.list[counts[E.to[e]]++] = e; }
  DEGREE = new Int32Array(N.count);
  const seen = new Int32Array(N.count).fill(-1);
  for (let n = 0; n < N.count; n++) for (const e of edgesAt(n)) {
    const end = other(e, n);
    if (end !== n && seen[end] !== n && !isLiteral(end)) { seen[end] = n; DEGREE[n]++; }
  }
  // Nodes from most to least connected; an amount comes right after its owner.
  const weight = Float64Array.from({length: N.count}, (_, n) => (isLiteral(n) ? Math.max(0, ...Array.from(edgesAt(n), (e) => DEGREE[other(e, n)])) - 0.5 : DEGREE[n]));
  ORDER = Int32Array.from({length: N.count}, (_, n) => n).sort((a, b) => weight[b] - weight[a] || a - b);
  RANK = new Int32Array(N.count);
  ORDER.forEach((n, rank) => { RANK[n] = rank; });
}

const edgesAt = (n) => AT.list.subarray(AT.first[n], AT.first[n + 1]);
const other = (e, n) => (E.from[e] === n ? E.to[e] : E.from[e]);
const typeOf = (n) => TYPES[N.type[n]];
const relationOf = (e) => RELATIONS[E.relation[e]];
const statusOf = (e) => STATUSES[E.status[e]];
const isLiteral = (n) => Boolean(TYPES[N.type[n]].literal);
const label = (entry) => entry.label[LANG] || entry.name;
const aliasesOf = (n) => N.aliases[n] ?? [];
const shortName = (n) => N.short[n] ?? N.label[n];
const byRank = (a, b) => RANK[a] - RANK[b];

/** Edges between the same two nodes, this one excepted. */
const twins = (e) => Array.from(edgesAt(E.from[e])).filter((twin) => twin !== e && (E.from[e] === E.to[e] ? E.from[twin] === E.to[twin] : other(twin, E.from[e]) === E.to[e]));

/** The sentences of an edge. They lie in chunks that are only read when somebody asks.
 * @typedef {{article: any, quote: string, date: string, status: string, qualifiers: Record<string, string>, subject: number[][], object: number[][]}} Proof
 * @param {number} e @returns {Promise<Proof[]>} */
async function evidence(e) {
  const at = Math.floor(e / DATA.chunk);
  if (!chunks.has(at)) chunks.set(at, block('kg-evidence-' + at));
  return (await chunks.get(at))[e - at * DATA.chunk].map(([article, quote, date, status, qualifiers, subject, object]) =>
    ({article: ARTICLES[article], quote, date, status: STATUSES[status], qualifiers: qualifiers || {}, subject: subject || [], object: object || []}));
}
const chunks = new Map();

/** The first and last day that an edge is told of, as the file has them. @param {number} e */
function when(e) {
  const days = E.days[e];
  if (!days.length) return '';
  const first = DATA.dates[days[0]], last = DATA.dates[days.at(-1)];
  return first === last ? readable(first) : `${readable(first)} – ${readable(last)}`;
}
const lastDay = (e) => (E.days[e].length ? DATA.dates[E.days[e].at(-1)] : '');
const firstDay = (e) => (E.days[e].length ? DATA.dates[E.days[e][0]] : '');
const latestFirst = (a, b) => (lastDay(b) > lastDay(a) ? 1 : lastDay(b) < lastDay(a) ? -1 : a - b);

/** Posts that an entity holds, the latest first. */
const postsOf = (n) => Array.from(edgesAt(n)).filter((e) => relationOf(e).name === 'holds_position' && E.from[e] === n).sort(latestFirst);
const postText = (e) => `${shortName(E.to[e])}${E.qualifiers[e]?.title ?? ''}`;

/** A few words that tell a node from its namesakes: its post, else its type and, where another is called the same, when it was told of. */
function hint(n) {
  const [post] = postsOf(n), {first} = N.facts[n] ?? {};
  if (post !== undefined) return postText(post);
  return isNamesake(n) && first ? `${label(typeOf(n))} ${first}` : label(typeOf(n));
}
let named = null;
function isNamesake(n) {
  named ??= count(N.label, (name) => name);
  return named.get(N.label[n]) > 1;
}

function count(list, key) {
  const counts = new Map();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
