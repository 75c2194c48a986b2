// Marks and lines on a canvas. Everything is done in pixels of the screen; only what lies in sight is drawn.
const DASHES = {asserted: null, planned: [7, 5], reported: [2, 5], denied: [2, 5], former: [11, 6]};
const FAINT = [0.55, 0.45, 0.32, 0.34, 0.4];  // by status
const PIECE = 120;  // lines in one path: long paths that cross themselves are slow to fill
const ink = {};

function readInk() {
  const style = getComputedStyle(document.documentElement);
  dark = style.getPropertyValue('--dark').trim() === '1';
  for (const name of ['canvas', 'ink', 'soft', 'accent', 'halo', 'panel', 'line']) ink[name] = style.getPropertyValue('--' + name).trim();
}

/** Marks shrink more slowly than the sheet, so that a far view still tells hubs and types apart. */
const radius = (n, scale) => Math.max(N.size[n] * scale * Math.min(2.4, Math.max(1, scale ** -0.5)), isLiteral(n) ? 1.6 : drawing.nodes.length > 4000 ? 1.4 : 2.6);

/** The ends of a line, the point that bends it, on the screen. */
function curve(e, cam) {
  const ax = toX(N.x[E.from[e]], cam), ay = toY(N.y[E.from[e]], cam), bx = toX(N.x[E.to[e]], cam), by = toY(N.y[E.to[e]], cam), bend = drawing.bend[e];
  return [ax, ay, (ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend, bx, by];
}

function middleOf(e, cam) {
  const [ax, ay, cx, cy, bx, by] = curve(e, cam);
  return E.from[e] === E.to[e] ? [ax, ay - radius(E.from[e], cam.scale) - 18] : [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4];
}

/** Lines in sight, by how they look: relation, status, width. */
function* sorted(cam, edges, width, height, buckets) {
  const half = 20;
  for (let i = 0; i < edges.length; i++) {
    if (i % 5000 === 4999) yield;
    const e = edges[i], a = E.from[e], b = E.to[e];
    const ax = toX(N.x[a], cam), bx = toX(N.x[b], cam);
    if ((ax < -half && bx < -half) || (ax > width + half && bx > width + half)) continue;
    const ay = toY(N.y[a], cam), by = toY(N.y[b], cam);
    if ((ay < -half && by < -half) || (ay > height + half && by > height + half) || (Math.abs(ax - bx) + Math.abs(ay - by) < 1.5 && a !== b)) continue;
    const key = (E.relation[e] * 5 + E.status[e]) * 4 + Math.min(3, Math.floor(Math.log2(E.articles[e])));
    let bucket = buckets.get(key);
    if (!bucket) buckets.set(key, bucket = []);
    bucket.push(e);
    buckets.total++;
  }
}

/** @param {{strong?: boolean}} how strong: what is in focus */
function* paintEdges(ctx, cam, edges, {width, height, strong = false}) {
  const buckets = new Map();
  buckets.total = 0;
  yield* sorted(cam, edges, width, height, buckets);
  const many = buckets.total > 2500, thin = strong ? 1 : Math.min(1, Math.max(0.3, Math.sqrt(500 / Math.max(1, buckets.total))));
  ctx.lineCap = 'butt';
  for (const [key, list] of [...buckets].sort((a, b) => a[0] - b[0])) {
    const level = key % 4, status = Math.floor(key / 4) % 5, relation = RELATIONS[Math.floor(key / 20)];
    ctx.strokeStyle = ctx.fillStyle = shade(relation.colour);
    ctx.globalAlpha = Math.min(1, strong ? FAINT[status] + 0.42 : FAINT[status] * thin);
    ctx.lineWidth = many ? 0.8 + level * 0.4 : (1.1 + level * 0.75) * (strong ? 1.35 : 1) * Math.min(1.5, Math.max(0.75, cam.scale ** 0.4));
    ctx.setLineDash(!many && DASHES[STATUSES[status]] || []);
    for (let from = 0; from < list.length; from += PIECE) {
      ctx.beginPath();
      for (const e of list.slice(from, from + PIECE)) trace(ctx, e, cam);
      ctx.stroke();
      yield;
    }
    if (!many && !relation.symmetric) { ctx.setLineDash([]); for (const e of list) arrow(ctx, e, cam, 4.5 + level + (strong ? 1.5 : 0)); }
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

function trace(ctx, e, cam) {
  if (E.from[e] === E.to[e]) { const r = radius(E.from[e], cam.scale); ctx.moveTo(toX(N.x[E.from[e]], cam) + 9, toY(N.y[E.from[e]], cam) - r - 9); ctx.arc(toX(N.x[E.from[e]], cam), toY(N.y[E.from[e]], cam) - r - 9, 9, 0, 7); return; }
  const [ax, ay, cx, cy, bx, by] = curve(e, cam);
  ctx.moveTo(ax, ay);
  if (drawing.bend[e] === 0) ctx.lineTo(bx, by); else ctx.quadraticCurveTo(cx, cy, bx, by);
}

function arrow(ctx, e, cam, size) {
  const [ax, ay, cx, cy, bx, by] = curve(e, cam), far = Math.hypot(bx - ax, by - ay);
  if (far < 34 || bx < -20 || by < -20 || bx > screen_.width * 2 || by > screen_.height * 2) return;
  const r = radius(E.to[e], cam.scale) + 2, dx = bx - cx, dy = by - cy, length = Math.hypot(dx, dy) || 1, ux = dx / length, uy = dy / length, px = bx - ux * r, py = by - uy * r;
  ctx.beginPath();
  ctx.moveTo(px, py);
  ctx.lineTo(px - ux * size * 2 - uy * size * 0.8, py - uy * size * 2 + ux * size * 0.8);
  ctx.lineTo(px - ux * size * 2 + uy * size * 0.8, py - uy * size * 2 - ux * size * 0.8);
  ctx.fill();
}

/** Marks, the least important first, so that hubs lie on top. */
function* paintNodes(ctx, cam, nodes, {width, height, main = null}) {
  for (let i = nodes.length - 1; i >= 0; i--) {
    if (i % 300 === 0) yield;
    const n = nodes[i], x = toX(N.x[n], cam), y = toY(N.y[n], cam), r = radius(n, cam.scale);
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    const type = typeOf(n);
    ctx.fillStyle = shade(type.colour);
    if (r < 2.4) { ctx.fillRect(x - r, y - r, 2 * r, 2 * r); continue; }
    const path = shapePath(type.shape), edge = Math.min(1.6, r * 0.3) / r;
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(r, r);
    ctx.lineJoin = 'round';
    if (n === main) { ctx.lineWidth = edge * 6; ctx.strokeStyle = ink.accent; ctx.stroke(path); }
    ctx.lineWidth = edge * 2; ctx.strokeStyle = ink.canvas; ctx.stroke(path);
    ctx.fill(path);
    ctx.restore();
    if (state.pinned.has(n)) { ctx.fillStyle = ink.canvas; ctx.beginPath(); ctx.arc(x, y, Math.max(1.5, r * 0.28), 0, 7); ctx.fill(); }
  }
}
