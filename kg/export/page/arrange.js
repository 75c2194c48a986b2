// Where nodes stand: Python's positions for the whole and for the first look; around one and along paths they are worked out here,
// without chance, so that the same choice always looks the same.
const ROOM = {x: 112, y: 60};  // of a mark with its name
const spots = new Map();  // nodes that joined the drawing later: where they were put
let spotMode = '';

/** Positions for what is drawn. @returns {Map<number, [number, number]>} */
function places() {
  if (spotMode !== drawing.mode) { spots.clear(); spotMode = drawing.mode; }
  const at = state.path ? alongPaths() : state.focus ? around(state.focus.id) : home();
  for (const [n, place] of state.pinned) if (at.has(n)) at.set(n, place);
  return at;
}

function home() {
  const at = new Map(), start = !state.all && HOME.start;
  if (start) start.nodes.forEach((n, i) => { if (drawing.has[n]) at.set(n, [start.x[i], start.y[i]]); });
  else for (const n of drawing.nodes) at.set(n, [HOME.x[n], HOME.y[n]]);
  if (start) settle(at);
  return at;
}

/** Put nodes that have no place yet beside a neighbour that has one, where there is room. */
function settle(at) {
  const waiting = new Set(drawing.nodes.filter((n) => !at.has(n)));
  if (!waiting.size) return;
  const taken = new Set();
  const cell = ([x, y], i = 0, j = 0) => (Math.floor(x / ROOM.x) + i) * 100003 + Math.floor(y / ROOM.y) + j;
  const free = (place) => { for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) if ((i === 0 || j === 0) && taken.has(cell(place, i, j))) return false; return true; };
  for (const place of at.values()) taken.add(cell(place));
  const put = (n, place) => { at.set(n, place); spots.set(n, place); taken.add(cell(place)); waiting.delete(n); };
  for (const n of [...waiting]) if (spots.has(n)) put(n, spots.get(n));
  for (let turn = 0; turn < 6 && waiting.size; turn++) for (const n of [...waiting].sort(byRank)) {
    const hosts = Array.from(edgesAt(n), (e) => other(e, n)).filter((end) => at.has(end)).sort(byRank);
    if (!hosts.length && turn < 5) continue;
    const from = hosts.length ? at.get(hosts[hosts.length > 1 ? 1 : 0]) : [0, 0];
    let place = null;
    for (let i = 1; i < 900 && !place; i++) {  // a sunflower round the host
      const angle = i * 2.39996, reach = 62 * Math.sqrt(i + 1.5), spot = [from[0] + reach * 1.25 * Math.cos(angle), from[1] + reach * 0.8 * Math.sin(angle)];
      if (free(spot)) place = spot;
    }
    put(n, place ?? [from[0] + 80, from[1] + 80]);
  }
}

/** One in the middle, what is tied to it in rings, then forces. */
function around(id) {
  const at = new Map([[id, [0, 0]]]), steps = new Map([[id, 0]]);
  let ring = [id], radius = 0;
  while (ring.length) {
    const ends = [];
    for (const n of ring) for (const end of nearest(n)) if (drawing.has[end] && !steps.has(end)) { steps.set(end, steps.get(n) + 1); ends.push(end); }
    radius = Math.max(radius + 150, ends.length * 74 / (2 * Math.PI));
    ends.forEach((n, i) => { const angle = (i / ends.length) * 2 * Math.PI - Math.PI / 2; at.set(n, [radius * 1.25 * Math.cos(angle), radius * Math.sin(angle)]); });
    ring = ends;
  }
  for (const n of drawing.nodes) if (!at.has(n)) at.set(n, [radius + 80, 40 * at.size % 300]);
  return forces(at, id);
}

/** Springs and repulsion for a few hundred nodes at most; `centre` stays where it is. */
function forces(at, centre) {
  const nodes = [...at.keys()], count = nodes.length, place = new Map(nodes.map((n, i) => [n, i]));
  const x = Float64Array.from(nodes, (n) => at.get(n)[0]), y = Float64Array.from(nodes, (n) => at.get(n)[1]), fx = new Float64Array(count), fy = new Float64Array(count);
  const ties = [...new Set(Array.from(drawing.edges, (e) => Math.min(place.get(E.from[e]), place.get(E.to[e])) * count + Math.max(place.get(E.from[e]), place.get(E.to[e]))))].map((key) => [Math.floor(key / count), key % count]).filter(([a, b]) => a !== b);
  const load = new Int32Array(count);
  for (const [a, b] of ties) { load[a]++; load[b]++; }
  const rounds = count > 200 ? 90 : 160;
  for (let turn = 0; turn < rounds; turn++) {
    fx.fill(0); fy.fill(0);
    for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) {
      const dx = (x[i] - x[j]) / 1.3, dy = y[i] - y[j], push = 9500 / (dx * dx + dy * dy + 60);
      fx[i] += dx * push; fy[i] += dy * push; fx[j] -= dx * push; fy[j] -= dy * push;
    }
    for (const [a, b] of ties) {
      const dx = x[b] - x[a], dy = y[b] - y[a], far = Math.hypot(dx, dy) + 0.1, length = 90 + 14 * Math.sqrt(Math.max(load[a], load[b])), pull = 34 * (far - length) / far / Math.sqrt(Math.min(load[a], load[b]));
      fx[a] += dx * pull / 40; fy[a] += dy * pull / 40; fx[b] -= dx * pull / 40; fy[b] -= dy * pull / 40;
    }
    const most = 70 * (1 - turn / rounds) + 2;
    for (let i = 0; i < count; i++) {
      if (nodes[i] === centre) continue;
      const size = Math.hypot(fx[i], fy[i]) + 1e-6, move = Math.min(size, most) / size;
      x[i] += fx[i] * move; y[i] += fy[i] * move;
    }
  }
  even(x, y, nodes.indexOf(centre));
  apart(x, y, nodes.indexOf(centre));
  nodes.forEach((n, i) => at.set(n, [Math.round(x[i]), Math.round(y[i])]));
  return at;
}

/** Directions stay, distances from the middle are evened out: neither a crowd in the middle nor an outlier that makes all small. */
function even(x, y, fixed) {
  const order = Array.from(x.keys()).filter((i) => i !== fixed), far = (i) => Math.hypot((x[i] - x[fixed]) / 1.25, y[i] - y[fixed]) + 1e-6;
  const reach = Math.sqrt(x.length * ROOM.x * ROOM.y * 1.5 / Math.PI);
  order.sort((i, j) => far(i) - far(j) || i - j);
  order.forEach((i, rank) => {
    const grow = (0.15 * Math.min(far(i), reach) + 0.85 * Math.max(reach * Math.sqrt((rank + 0.5) / order.length), 105)) / far(i);
    x[i] = x[fixed] + (x[i] - x[fixed]) * grow; y[i] = y[fixed] + (y[i] - y[fixed]) * grow;
  });
}

/** Boxes of ROOM pushed apart. */
function apart(x, y, fixed) {
  for (let turn = 0; turn < 110; turn++) {
    let touching = false;
    for (let i = 0; i < x.length; i++) for (let j = i + 1; j < x.length; j++) {
      const dx = x[j] - x[i], dy = y[j] - y[i], ox = ROOM.x - Math.abs(dx), oy = ROOM.y - Math.abs(dy);
      if (ox <= 0 || oy <= 0) continue;
      touching = true;
      const sideways = ox * 0.6 < oy, move = (sideways ? ox * Math.sign(dx || 1) : oy * Math.sign(dy || 1)) * 0.45;
      if (i !== fixed) { if (sideways) x[i] -= move; else y[i] -= move; }
      if (j !== fixed) { if (sideways) x[j] += move; else y[j] += move; }
    }
    if (!touching) break;
  }
}

/** From left to right, one way below the other. */
function alongPaths() {
  const at = new Map(), {ways} = state.path, width = Math.max(2, ...ways.map((way) => way.nodes.length - 1)) * 210;
  ways.forEach((way, i) => way.nodes.forEach((n, step) => {
    if (at.has(n)) return;
    const end = step === 0 || step === way.nodes.length - 1;
    at.set(n, [(step / (way.nodes.length - 1)) * width - width / 2, end ? 0 : (i % 2 ? 1 : -1) * Math.ceil(i / 2) * 120 + (ways.length > 1 && i === 0 ? 0 : 0)]);
  }));
  return at;
}
