// What of the graph is drawn, by the filters, the mode (first look, everything, around one, paths) and what was folded or unfolded.
const HUB = 24, KEPT = 10;  // a node with more leaves than HUB shows only KEPT of them until it is expanded
const NEAR = 320;  // so many entities are drawn around one at most
const drawing = {has: null, nodes: new Int32Array(0), edges: new Int32Array(0), bend: null, hidden: null, near: null, cut: false, folded: 0, mode: ''};
let edgeOn;  // 1 for each edge that passes the filters

function filterEdges() {
  edgeOn = new Uint8Array(E.count);
  const left = {relations: new Int32Array(RELATIONS.length), statuses: new Int32Array(STATUSES.length), types: new Int32Array(TYPES.length), articles: 0, edges: 0, nodes: 0};
  const low = state.from ? daySpan(state.from)[0] : -Infinity, high = state.to ? daySpan(state.to)[1] : Infinity, dated = state.from || state.to;
  for (let e = 0; e < E.count; e++) {
    if (E.confidence[e] < state.confidence || E.articles[e] < state.articles || (dated || !state.undated) && !(within(e, low, high) ?? state.undated)) continue;
    const relation = !state.relationsOff.has(E.relation[e]), status = !state.statusesOff.has(E.status[e]);
    if (status) left.relations[E.relation[e]]++;
    if (relation) left.statuses[E.status[e]]++;
    edgeOn[e] = relation && status ? 1 : 0;
  }
  countLeft(left);
}

/** What the filters of lines leave: edges by relation (whichever of them are on) and by status, nodes that have an edge by type, articles. */
let LEFT;
const narrowed = () => state.relationsOff.size || state.statusesOff.size || state.from || state.to || !state.undated || state.confidence > 0 || state.articles > 1;
function countLeft(left) {
  const tied = new Uint8Array(N.count), all = !narrowed();
  for (let e = 0; e < E.count; e++) if (edgeOn[e]) { left.edges++; tied[E.from[e]] = 1; tied[E.to[e]] = 1; }
  for (let n = 0; n < N.count; n++) if (all || tied[n]) { left.types[N.type[n]]++; if (!isLiteral(n)) left.nodes++; }
  left.articles = all ? ARTICLES.length : ARTICLES.filter((article) => article.edges.some((e) => edgeOn[e])).length;
  LEFT = left;
}

/** Nodes within `steps` of `id` over edges that are on: the most connected NEAR of them, whole steps first. @returns {Set<number>} */
function nearOf(id, steps) {
  const reached = new Set([id]);
  let frontier = [id];
  drawing.cut = false;
  for (let step = 0; step < steps && frontier.length; step++) {
    const ends = [...new Set(frontier.flatMap((n) => nearest(n)))].filter((n) => !reached.has(n)).sort(byRank);
    if (reached.size + ends.length > NEAR) drawing.cut = true;
    frontier = ends.slice(0, Math.max(0, NEAR - reached.size));
    for (const n of frontier) reached.add(n);
  }
  return reached;
}

function candidates() {
  const has = new Uint8Array(N.count);
  if (state.path) { for (const way of state.path.ways) for (const n of way.nodes) has[n] = 1; return has; }
  if (state.focus) {
    drawing.near = nearOf(state.focus.id, state.focus.steps);
    for (const n of state.focus.extra ?? []) drawing.near.add(n);
    for (const n of drawing.near) has[n] = 1;
    return has;
  }
  if (state.all) has.fill(1); else for (const n of HOME.start.nodes) has[n] = 1;
  for (let n = 0; n < N.count; n++) if (state.typesOff.has(N.type[n])) has[n] = 0;
  for (const n of state.revealed) has[n] = 1;
  return has;
}

/** Work out what is drawn; positions are set by place(). */
function updateDrawing() {
  filterEdges();
  drawing.near = null; drawing.folded = 0; drawing.cut = false;
  const has = candidates(), chosen = new Set(state.chosen ? endsOf(state.chosen) : []);
  for (const n of chosen) if (!state.path && (!state.focus || drawing.near.has(n))) has[n] = 1;
  const edges = [], degree = new Int32Array(N.count), only = new Int32Array(N.count).fill(-1);
  for (let e = 0; e < E.count; e++) {
    const a = E.from[e], b = E.to[e];
    if (!edgeOn[e] && !(state.chosen?.kind === 'edge' && state.chosen.id === e) || !has[a] || !has[b]) continue;
    edges.push(e);
    if (a !== b) for (const [n, end] of [[a, b], [b, a]]) if (only[n] !== end) { only[n] = end; degree[n]++; }
  }
  fold(has, degree, only, chosen);
  if (!state.path) for (let n = 0; n < N.count; n++) if (has[n] && !degree[n] && !state.isolated && !state.revealed.has(n) && !chosen.has(n) && state.focus?.id !== n) has[n] = 0;
  drawing.has = has;
  drawing.nodes = ORDER.filter((n) => has[n]);
  drawing.edges = Int32Array.from(edges.filter((e) => has[E.from[e]] && has[E.to[e]]));
  drawing.mode = state.path ? 'path' : state.focus ? `focus ${state.focus.id} ${state.focus.steps}` : state.all ? 'all' : 'start';
  fanOut();
  countHidden();
}

/** Leaves of hubs and of collapsed nodes go behind a “+n”. */
function fold(has, degree, only, chosen) {
  if (state.path) return;
  const leaves = new Map();
  for (const n of ORDER) if (has[n] && degree[n] === 1 && !chosen.has(n) && only[n] !== n) {
    const hub = only[n];
    if (degree[hub] === 1 && byRank(n, hub) < 0) continue;  // of a lone pair the first stays
    if (!leaves.has(hub)) leaves.set(hub, []);
    leaves.get(hub).push(n);
  }
  for (const [hub, list] of leaves) {
    const tame = list.length > HUB && !state.expanded.has(hub) && state.focus?.id !== hub;
    const going = state.collapsed.has(hub) ? list : tame ? list.filter((n) => !state.revealed.has(n)).slice(KEPT) : [];
    for (const n of going) has[n] = 0;
    drawing.folded += going.length;
  }
}

/** Edges between the same two nodes are bent apart. */
function fanOut() {
  drawing.bend = new Float32Array(E.count);
  const pairs = new Map();
  for (const e of drawing.edges) {
    const key = Math.min(E.from[e], E.to[e]) * N.count + Math.max(E.from[e], E.to[e]), group = pairs.get(key);
    if (group === undefined) pairs.set(key, e); else if (typeof group === 'number') pairs.set(key, [group, e]); else group.push(e);
  }
  for (const group of pairs.values()) {
    if (typeof group === 'number') continue;
    group.forEach((e, i) => { drawing.bend[e] = (i - (group.length - 1) / 2) * Math.min(0.36, 1.3 / group.length) * (E.from[e] < E.to[e] ? 1 : -1); });
  }
}

/** For each node that is drawn: how many neighbours, by the filters, are not. */
function countHidden() {
  drawing.hidden = new Int32Array(N.count);
  const seen = new Int32Array(N.count).fill(-1);
  for (const n of drawing.nodes) for (const e of edgesAt(n)) {
    const end = other(e, n);
    if (edgeOn[e] && !drawing.has[end] && seen[end] !== n && !state.typesOff.has(N.type[end])) { seen[end] = n; drawing.hidden[n]++; }
  }
}
