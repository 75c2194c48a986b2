// What is switched on, what is chosen, and the way that led here.
/** @typedef {{kind: 'node'|'edge'|'article'|'path', id?: number, a?: number, b?: number}} Chosen */
const defaults = () => ({
  typesOff: new Set(TYPES.flatMap((type, i) => (type.literal ? [i] : []))), relationsOff: new Set(), statusesOff: new Set(),
  from: '', to: '', undated: true, confidence: 0, articles: 1, isolated: false,
  all: HOME.start === null,  // everything, or the most telling part
  revealed: new Set(), expanded: new Set(), collapsed: new Set(), pinned: new Map(),
  focus: null,  // {id, steps}: only what is that near
  path: null,  // {a, b, ways}: only what ties the two
  chosen: null,
});
let state;
const FILTERS = ['typesOff', 'relationsOff', 'statusesOff', 'from', 'to', 'undated', 'confidence', 'articles', 'isolated'];

const listeners = [];
/** Tell everybody what changed: `filter` (what is drawn), `chosen` (what is selected), `look` (language, theme). */
const changed = (...what) => { for (const listener of listeners) listener(new Set(what)); };

/** Select a node, an edge or an article (null: nothing); it is drawn even where the first look would leave it out. */
function choose(next, {remember = true, centre = true} = {}) {
  if (picking) { if (next?.kind === 'node') { picking(next.id); return; } if (!next) return; picking = null; }
  const left = state.path && next?.kind === 'path' ? false : Boolean(state.path) && !(next && onPath(next));
  if (left) state.path = null;
  state.chosen = next;
  const moved = next ? reveal(next) : false;
  changed(...(moved || left ? ['filter'] : []), 'chosen');
  if (remember) rememberView();
  if (next && centre && next.kind !== 'path') bringIntoView(next);
}

/** When a click in the drawing answers a question of the panel: what it is handed to. @type {null | ((n: number) => void)} */
let picking = null;

const endsOf = (target) => (target.kind === 'node' ? [target.id] : target.kind === 'edge' ? [E.from[target.id], E.to[target.id]] : []);
const onPath = (target) => target.kind === 'article' || endsOf(target).every((n) => state.path.ways.some((way) => way.nodes.includes(n)));

/** Make sure that what is chosen is drawn. @returns {boolean} whether that changed the drawing */
function reveal(target) {
  const missing = endsOf(target).filter((n) => !drawing.has[n]);
  if (!missing.length) return false;
  if (state.focus && missing.some((n) => !drawing.near?.has(n))) state.focus = null;
  for (const n of missing) {
    state.revealed.add(n);
    if (!state.all && !isLiteral(n)) for (const end of nearest(n, 12)) state.revealed.add(end);
  }
  return true;
}

/** Neighbours by the filters as they are, the most connected first. */
function nearest(n, most = Infinity) {
  const ends = new Set();
  for (const e of edgesAt(n)) if (edgeOn[e] && !state.typesOff.has(N.type[other(e, n)])) ends.add(other(e, n));
  ends.delete(n);
  return [...ends].sort(byRank).slice(0, most);
}

/** Show what is tied to a node, or fold it away again. */
function expand(n) {
  const hidden = nearest(n).filter((end) => !drawing.has[end]);
  if (hidden.length) {
    state.collapsed.delete(n);
    state.expanded.add(n);
    for (const end of hidden.slice(0, 60)) state.revealed.add(end);
    if (state.focus && !state.focus.extra) state.focus.extra = new Set();
    for (const end of hidden.slice(0, 60)) state.focus?.extra.add(end);
  } else {
    state.expanded.delete(n);
    state.collapsed.add(n);
  }
  changed('filter', 'chosen');
  rememberView({replace: true});
}

function setFocus(id, steps) {
  state.focus = steps ? {id, steps} : null;
  state.path = null;
  if (steps) state.collapsed.delete(id);
  changed('filter');
  if (steps && !(state.chosen?.kind === 'node' && state.chosen.id === id)) choose({kind: 'node', id}, {centre: false, remember: false});
  else changed('chosen');
  rememberView();
  fit();
}

function pin(n, on = !state.pinned.has(n)) {
  if (on) state.pinned.set(n, [N.x[n], N.y[n]]); else state.pinned.delete(n);
  changed(...(on ? [] : ['filter']), 'chosen');
  rememberView({replace: true});
}

function setAll(all) {
  Object.assign(state, {all, focus: null, path: null, revealed: new Set(), expanded: new Set(), collapsed: new Set()});
  changed('filter', 'chosen');
  rememberView();
  fit();
}

function resetFilters() {
  const fresh = defaults();
  for (const key of FILTERS) state[key] = fresh[key];
  changed('filter', 'chosen');
  rememberView({replace: true});
}

/** What stays bright when something is chosen or pointed at: nodes and edges, or null for everything. */
function focusOf(target) {
  if (!target || target.kind === 'path') return null;
  const edges = target.kind === 'edge' ? [target.id] : target.kind === 'node' ? Array.from(edgesAt(target.id)) : ARTICLES[target.id].edges;
  const nodes = new Set(target.kind === 'node' ? [target.id] : []);
  for (const e of edges) if (edgeOn[e] || target.kind === 'edge') { nodes.add(E.from[e]); nodes.add(E.to[e]); }
  return {nodes, edges: new Set(edges)};
}
