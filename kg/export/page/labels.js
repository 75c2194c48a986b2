// Names in the drawing: who matters is named first, none covers another, and what is in focus always has its name.
const FONT = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';
const CELL = 48;
const NAMES = 420, TRIED = 2600;  // names drawn and nodes looked at, at most
const measured = new Map();

class Sheet {  // which parts of the screen are taken
  constructor() { this.cells = new Map(); }
  free(box, self) {
    return this.each(box, (key) => {
      for (const taken of this.cells.get(key) ?? []) if ((self === undefined || taken.owner !== self) && box.x < taken.x + taken.w && taken.x < box.x + box.w && box.y < taken.y + taken.h && taken.y < box.y + box.h) return false;
      return true;
    });
  }
  take(box) { this.each(box, (key) => { if (!this.cells.has(key)) this.cells.set(key, []); this.cells.get(key).push(box); return true; }); }
  each(box, act) {
    for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.w) / CELL); i++)
      for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.h) / CELL); j++) if (!act(i * 4099 + j)) return false;
    return true;
  }
}

function textWidth(ctx, text, font) {
  const key = font + text;
  if (!measured.has(key)) { if (measured.size > 20000) measured.clear(); ctx.font = font; measured.set(key, ctx.measureText(text).width); }
  return measured.get(key);
}

const nodeText = (n) => short(shortName(n), isLiteral(n) ? 12 : screen_.width < 500 ? 10 : 15);

/** Names of `nodes` (most important first), in steps. @returns the boxes that they take, for pointing at them */
function* paintNames(ctx, cam, nodes, {width, height, sure = 16, main = null, plain = false, edges = null, sides = new Map()}) {
  ctx.textAlign = 'center'; ctx.textBaseline = 'middle'; ctx.lineJoin = 'round';
  const marks = new Sheet(), sheet = new Sheet(), seen = [], boxes = [];
  for (const n of nodes) {
    const x = toX(N.x[n], cam), y = toY(N.y[n], cam);
    if (x < -80 || y < -30 || x > width + 80 || y > height + 30) continue;
    const r = radius(n, cam.scale);
    seen.push([n, x, y, r]);
    if (seen.length > TRIED) break;
    if (r > 4) marks.take({x: x - r, y: y - r, w: 2 * r, h: 2 * r, owner: n});
  }
  if (main !== null) seen.sort((a, b) => (b[0] === main) - (a[0] === main));
  for (const [rank, [n, x, y, r]] of seen.entries()) {
    if (boxes.length >= NAMES) break;
    if (rank % 40 === 39) yield;
    const size = Math.round(Math.min(16, Math.max(isLiteral(n) ? 10.5 : 11.5, 9.5 + r * 0.3)));
    const text = nodeText(n), font = `${n === main || DEGREE[n] > 7 ? 600 : 400} ${size}px ${FONT}`;
    const w = textWidth(ctx, text, font) + 4, h = size + 3, air = plain ? 0 : 3;
    const centres = [[x, y + r + h / 2 + 1], [x + r + w / 2 + 2, y], [x - r - w / 2 - 2, y], [x, y - r - h / 2 - 1],
      [x + w / 2 + r * 0.6, y + r * 0.7 + h / 2], [x - w / 2 - r * 0.6, y + r * 0.7 + h / 2], [x + w / 2 + r * 0.6, y - r * 0.7 - h / 2], [x - w / 2 - r * 0.6, y - r * 0.7 - h / 2]];
    const free = centres.map(([cx, cy]) => ({x: cx - w / 2 - air, y: cy - h / 2 - air / 2, w: w + 2 * air, h: h + air})).map((box) => (box.x > 0 && box.x + box.w < width && box.y > 0 && box.y + box.h < height && sheet.free(box) ? box : null));
    const before = sides.get(n);  // a name stays on the side where it was
    let which = before !== undefined && free[before] && marks.free(free[before], n) ? before : free.findIndex((box) => box && marks.free(box, n));
    if (which < 0 && rank < sure) which = free.findIndex(Boolean);  // who matters is named, if over another mark
    if (which < 0 && n === main) which = 0;
    if (which < 0) continue;
    const [cx, cy] = centres[which], box = {x: cx - w / 2, y: cy - h / 2, w, h, owner: -1, id: n, side: which};
    sheet.take(box); boxes.push(box);
    ctx.font = font;
    ctx.strokeStyle = ink.halo; ctx.lineWidth = 3.5; ctx.strokeText(text, cx, cy);
    ctx.fillStyle = isLiteral(n) ? ink.soft : ink.ink; ctx.fillText(text, cx, cy);
  }
  if (edges) drawEdgeNames(ctx, cam, [sheet, marks], edges, width, height, plain);
  return boxes;
}

/** What a line says: its relation where it is in focus, and its status wherever it is not a settled fact. */
function drawEdgeNames(ctx, cam, [sheet, marks], edges, width, height, inFocus) {
  const often = count(edges, (e) => E.relation[e]);  // what many lines say is told by their colour
  ctx.font = `11px ${FONT}`;
  for (const e of edges) {
    const open = E.status[e] !== 0, named = inFocus && (often.get(E.relation[e]) <= 6 || edges.length <= 12);
    if (!named && !open) continue;
    const [x, y] = middleOf(e, cam);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const text = [named && label(relationOf(e)), open && W.status[statusOf(e)]].filter(Boolean).join(' · ');
    const w = textWidth(ctx, text, ctx.font) + 4, box = {x: x - w / 2, y: y - 7, w, h: 14, owner: -1};
    if (edges.length > 1 && !(sheet.free(box) && marks.free(box))) continue;
    sheet.take(box);
    ctx.fillStyle = ink.halo; ctx.beginPath(); ctx.roundRect(x - w / 2 - 1, y - 8, w + 2, 16, 4); ctx.fill();
    ctx.fillStyle = ink.soft; ctx.fillText(text, x, y);
  }
}

/** “+n” at nodes that have neighbours which are not drawn. */
function drawBadges(ctx, cam, nodes, width, height) {
  ctx.font = `600 10px ${FONT}`; ctx.textAlign = 'center'; ctx.textBaseline = 'middle';
  for (const n of nodes) {
    if (!drawing.hidden[n]) continue;
    const r = radius(n, cam.scale), x = toX(N.x[n], cam) + r * 0.9 + 4, y = toY(N.y[n], cam) - r * 0.9 - 2;
    if (r < 6 || x < 0 || y < 0 || x > width || y > height) continue;
    const text = '+' + drawing.hidden[n], w = textWidth(ctx, text, ctx.font) + 7;
    ctx.fillStyle = ink.panel; ctx.strokeStyle = ink.line; ctx.lineWidth = 1;
    ctx.beginPath(); ctx.roundRect(x - w / 2, y - 7, w, 14, 7); ctx.fill(); ctx.stroke();
    ctx.fillStyle = ink.soft; ctx.fillText(text, x, y + 0.5);
  }
}
