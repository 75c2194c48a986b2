// What is switched on, what is chosen, and what of the graph is therefore drawn.
const FIRST_LOOK = 900;  // so many entities are drawn at first when there are many more
const defaults = () => ({
  typesOff: new Set(DATA.types.filter((type) => type.literal).map((type) => type.name)),
  relationsOff: new Set(), statusesOff: new Set(),
  limit: NODES.length > FIRST_LOOK * 1.35 ? FIRST_LOOK : Infinity,
  revealed: new Set(), ego: null, chosen: null, article: null,
});
let state = defaults();
const trail = [];  // what was chosen before, for the way back
const listeners = [];
const changed = (what) => { for (const listener of listeners) listener(what); };

/** Nodes within `steps` of `id`, over edges whose relation and status are on. */
function within(id, steps) {
  let frontier = [id];
  const reached = new Set(frontier);
  for (let step = 0; step < steps; step++) {
    const next = [];
    for (const at of frontier) for (const edge of AT[at]) {
      const end = other(edge, at);
      if (edgeOn(edge) && !reached.has(end.id) && !state.typesOff.has(end.group)) { reached.add(end.id); next.push(end.id); }
    }
    frontier = next;
  }
  return reached;
}

const edgeOn = (edge) => !state.relationsOff.has(edge.relation) && !state.statusesOff.has(edge.status);

/** The nodes and edges to draw. */
function drawn() {
  const ego = state.ego && within(state.ego.id, state.ego.steps);
  const nodes = new Set();
  for (const node of NODES) {
    if (ego ? !ego.has(node.id) : RANK[node.id] >= state.limit && !state.revealed.has(node.id)) continue;
    if (state.typesOff.has(node.group) && state.ego?.id !== node.id && !state.revealed.has(node.id)) continue;
    nodes.add(node.id);
  }
  const edges = EDGES.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to) && edgeOn(edge));
  return {nodes, edges};
}

/** Select a node, an edge or an article (null: nothing); it is drawn even where a switch or the limit would leave it out. */
function choose(next, {remember = true, centre = true} = {}) {
  if (remember && state.chosen) { trail.push(state.chosen); if (trail.length > 60) trail.shift(); }
  state.chosen = next;
  if (next?.kind === 'node') reveal([next.id]);
  if (next?.kind === 'edge') reveal([EDGES[next.id].from, EDGES[next.id].to]);
  changed('chosen');
  if (next && centre) bringIntoView(next);
}

function reveal(ids) {
  if (state.ego && ids.some((id) => !within(state.ego.id, state.ego.steps).has(id))) state.ego = null;
  const missing = ids.filter((id) => RANK[id] >= state.limit || state.typesOff.has(NODES[id].group));
  for (const id of missing) {
    state.revealed.add(id);
    if (RANK[id] >= state.limit) AT[id].map((edge) => other(edge, id)).filter((end) => !isLiteral(end)).sort((a, b) => RANK[a.id] - RANK[b.id]).slice(0, 40).forEach((end) => state.revealed.add(end.id));
  }
  if (missing.length) changed('filter');
}

function back() {
  const last = trail.pop();
  choose(last ?? null, {remember: false});
}

/** What stays bright when something is chosen or pointed at: a set of nodes and one of edges, or null for everything. */
function focusOf(target) {
  if (!target) return null;
  if (target.kind === 'edge') { const edge = EDGES[target.id]; return {nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id])}; }
  const edges = target.kind === 'node' ? AT[target.id] : edgesOf(ARTICLES[target.id]);
  const nodes = new Set(target.kind === 'node' ? [target.id] : []);
  for (const edge of edges) { nodes.add(edge.from); nodes.add(edge.to); }
  return {nodes, edges: new Set(edges.map((edge) => edge.id))};
}
