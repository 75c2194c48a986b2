// How two are tied. A way through a province or a national party would tie everybody to everybody: hubs cost more, so that the ways found say something.

/** @typedef {{nodes: number[], steps: number[][]}} Way nodes from one end to the other, and the edges of each step */

/** Up to `most` ways between two nodes that share no node between them, the most telling first. @returns {Way[]} */
function waysBetween(a, b, most = 4) {
  const blocked = new Uint8Array(N.count), ways = [];
  let direct = true;
  while (ways.length < most) {
    const nodes = cheapest(a, b, blocked, direct);
    if (!nodes || nodes.length - 1 > Math.max(4, (ways[0]?.nodes.length ?? 1) + 1)) break;
    if (nodes.length === 2) direct = false; else for (const n of nodes.slice(1, -1)) blocked[n] = 1;
    ways.push({nodes, steps: nodes.slice(1).map((n, i) => edgesBetween(nodes[i], n))});
  }
  return ways;
}

const passable = (e) => edgeOn[e] && E.status[e] !== DENIED;
const edgesBetween = (a, b) => Array.from(edgesAt(a)).filter((e) => other(e, a) === b && passable(e)).sort((e, f) => (E.status[e] !== 0) - (E.status[f] !== 0) || E.articles[f] - E.articles[e] || e - f);
const toll = (n) => 1 + 0.4 * Math.log2(1 + DEGREE[n] / 3) + (typeOf(n).name === 'Place' ? 1.5 : 0);

function cheapest(a, b, blocked, direct) {
  const cost = new Float64Array(N.count).fill(Infinity), from = new Int32Array(N.count).fill(-1), heap = new Heap();
  cost[a] = 0;
  heap.push(a, 0);
  while (heap.size) {
    const [n, paid] = heap.pop();
    if (n === b) break;
    if (paid > cost[n]) continue;
    for (const e of edgesAt(n)) {
      const end = other(e, n);
      if (!passable(e) || blocked[end] || isLiteral(end) || (end !== b && state.typesOff.has(N.type[end])) || (!direct && n === a && end === b)) continue;
      const total = paid + (end === b ? 1 : toll(end)) + (E.status[e] === 0 ? 0 : 0.3);
      if (total < cost[end]) { cost[end] = total; from[end] = n; heap.push(end, total); }
    }
  }
  if (from[b] < 0) return null;
  const nodes = [b];
  while (nodes[0] !== a) nodes.unshift(from[nodes[0]]);
  return nodes;
}

class Heap {
  constructor() { this.items = []; }
  get size() { return this.items.length; }
  push(item, cost) {
    const {items} = this;
    let i = items.push([item, cost]) - 1;
    for (let up = (i - 1) >> 1; i > 0 && items[up][1] > items[i][1]; i = up, up = (i - 1) >> 1) [items[up], items[i]] = [items[i], items[up]];
  }
  pop() {
    const {items} = this, top = items[0], last = items.pop();
    if (!items.length) return top;
    items[0] = last;
    for (let i = 0; ;) {
      let low = 2 * i + 1;
      if (low >= items.length) break;
      if (low + 1 < items.length && items[low + 1][1] < items[low][1]) low++;
      if (items[low][1] >= items[i][1]) break;
      [items[i], items[low]] = [items[low], items[i]];
      i = low;
    }
    return top;
  }
}

/** Look for ways and show them; null for either end only opens the form. */
function findPath(a, b, {remember = true} = {}) {
  picking = null;
  const ways = a !== null && b !== null && a !== b ? waysBetween(a, b) : [];
  state.focus = ways.length ? null : state.focus;
  state.path = ways.length ? {a, b, ways} : null;
  state.chosen = {kind: 'path', a, b};
  changed('filter', 'chosen');
  if (remember) rememberView();
  if (ways.length) fit(null, {most: 1.1});
}
