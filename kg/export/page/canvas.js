// The drawing: vis-network draws marks and lines at the given positions and tells what was hit; names are set here, so that none covers another.
const DASHES = {asserted: false, planned: [7, 5], reported: [2, 5], denied: [2, 5], former: [11, 6]};
const FAINT = {asserted: 0.5, planned: 0.42, reported: 0.38, denied: 0.3, former: 0.3};
const FONT = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif';
const stage = document.getElementById('stage'), tip = document.getElementById('tip');
const items = {nodes: new vis.DataSet(), edges: new vis.DataSet()};
const ink = {};
let pointed = null, focus = null, shownLabels = [], measured = new Map();

const network = new vis.Network(document.getElementById('net'), items, {
  physics: false, layout: {randomSeed: 1, improvedLayout: false},
  interaction: {hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, hideEdgesOnDrag: EDGES.length > 3000, hideEdgesOnZoom: EDGES.length > 3000, tooltipDelay: 1e9, zoomSpeed: 0.6, dragNodes: NODES.length <= 5000},
  nodes: {shape: 'custom', chosen: false, ctxRenderer: drawMark, labelHighlightBold: false},
  edges: {chosen: false, smooth: false, selectionWidth: 0, hoverWidth: 0, color: {inherit: false}, arrowStrikethrough: false, arrows: {to: {scaleFactor: 0.42}}, endPointOffset: {from: 0, to: 0}},
});

function readInk() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ['canvas', 'ink', 'soft', 'accent', 'halo']) ink[name] = style.getPropertyValue('--' + name).trim();
}

function drawMark({ctx, id, x, y}) {
  const node = NODES[id], scale = network.getScale(), r = radius(node, scale) / scale;
  const strong = id === pointed?.id && pointed.kind === 'node' || state.chosen?.kind === 'node' && state.chosen.id === id;
  return {
    drawNode() {
      ctx.globalAlpha = !focus || focus.nodes.has(id) ? 1 : 0.13;
      ctx.translate(x, y);
      ctx.scale(r, r);
      const path = shapePath(node.shape), edge = Math.min(1.6 / scale, r * 0.3) / r;
      if (strong) { ctx.lineWidth = edge * 5.5; ctx.strokeStyle = ink.accent; ctx.stroke(path); }
      ctx.lineWidth = edge * 2; ctx.strokeStyle = ink.canvas; ctx.lineJoin = 'round'; ctx.stroke(path);
      ctx.fillStyle = TYPES.get(node.group).colour; ctx.fill(path);
    },
    nodeDimensions: {width: Math.max(r, 7 / scale) * 2, height: Math.max(r, 7 / scale) * 2},
  };
}

/** Marks shrink more slowly than the sheet, so that a far view still tells hubs and types apart. Pixels of the screen. */
const radius = (node, scale) => Math.max(node.size * scale * Math.min(2.4, Math.max(1, scale ** -0.5)), isLiteral(node) ? 1.6 : 2.6);

/** Bring the data sets to what is to be drawn; only differences are touched. */
function syncDrawing() {
  const {nodes, edges} = drawn();
  const wanted = new Set(edges.map((edge) => edge.id));
  items.edges.remove(items.edges.getIds().filter((id) => !wanted.has(id)));
  items.nodes.remove(items.nodes.getIds().filter((id) => !nodes.has(id)));
  items.nodes.add([...nodes].filter((id) => !items.nodes.get(id)).map((id) => ({id, x: NODES[id].x, y: NODES[id].y, size: NODES[id].size})));
  items.edges.update(fanned(edges));
  lineScale = 0;
  repaint();
}

/** Edges as vis-network wants them: those between the same two nodes are fanned out. */
function fanned(edges) {
  const pairs = new Map();
  for (const edge of edges) {
    const key = edge.from < edge.to ? edge.from + ' ' + edge.to : edge.to + ' ' + edge.from;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(edge);
  }
  return [...pairs.values()].flatMap((group) => group.map((edge, i) => {
    const relation = RELATIONS.get(edge.relation);
    const bend = group.length === 1 ? 0 : (i - (group.length - 1) / 2) * Math.min(0.22, 0.7 / group.length) * (edge.from < edge.to ? 1 : -1);
    return {
      id: edge.id, from: edge.from, to: edge.to, width: edge.width, dashes: DASHES[edge.status], arrows: relation.symmetric ? '' : 'to',
      smooth: Math.abs(bend) < 0.01 ? false : {enabled: true, type: bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(bend)},
      color: {color: relation.colour, opacity: FAINT[edge.status], inherit: false},
    };
  }));
}

/** Dim what is out of focus. The items of vis-network are set directly: going through the data set would redraw for each. */
function repaint() {
  focus = focusOf(pointed ?? state.chosen);
  const thin = Math.min(1, Math.max(0.4, Math.sqrt(420 / items.edges.length)));
  for (const id of network.body.edgeIndices) {
    const edge = network.body.edges[id], base = FAINT[EDGES[id].status] * thin;
    edge.options.color.opacity = !focus ? base : focus.edges.has(id) ? Math.min(1, FAINT[EDGES[id].status] + 0.45) : 0.05 * thin;
  }
  network.redraw();
}

// ── names ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const CELL = 48;
class Sheet {  // which parts of the screen are taken
  constructor() { this.cells = new Map(); }
  free(box, self) { return this.each(box, (key) => { for (const taken of this.cells.get(key) ?? []) if ((self === undefined || taken.owner !== self) && box.x < taken.x + taken.w && taken.x < box.x + box.w && box.y < taken.y + taken.h && taken.y < box.y + box.h) return false; return true; }); }
  take(box) { this.each(box, (key) => { if (!this.cells.has(key)) this.cells.set(key, []); this.cells.get(key).push(box); return true; }); }
  each(box, act) {
    for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.w) / CELL); i++)
      for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.h) / CELL); j++) if (!act(i * 4099 + j)) return false;
    return true;
  }
}

function textWidth(ctx, text, font) {
  const key = font + text;
  if (!measured.has(key)) { ctx.font = font; measured.set(key, ctx.measureText(text).width); }
  return measured.get(key);
}

function drawNames(ctx) {
  const scale = network.getScale(), centre = network.getViewPosition(), box = network.canvas.frame.canvas;
  const width = box.clientWidth, height = box.clientHeight, ratio = box.width / width;
  const toScreen = (node) => { const at = network.body.nodes[node.id]; return [(at.x - centre.x) * scale + width / 2, (at.y - centre.y) * scale + height / 2]; };
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.textAlign = 'center'; ctx.textBaseline = 'middle'; ctx.lineJoin = 'round';
  const marks = new Sheet(), sheet = new Sheet(), seen = [];
  for (const id of ORDER) {
    if (!network.body.nodes[id]) continue;
    const [x, y] = toScreen(NODES[id]);
    if (x < -80 || y < -30 || x > width + 80 || y > height + 30) continue;
    const r = radius(NODES[id], scale);
    seen.push([NODES[id], x, y, r]);
    if (r > 4) marks.take({x: x - r, y: y - r, w: 2 * r, h: 2 * r, owner: id});
  }
  shownLabels = [];
  const first = (id) => (focus?.nodes.has(id) ? 0 : 1);
  if (focus) seen.sort((a, b) => first(a[0].id) - first(b[0].id) || RANK[a[0].id] - RANK[b[0].id]);
  const main = state.chosen?.kind === 'node' ? state.chosen.id : pointed?.kind === 'node' ? pointed.id : null;
  if (main !== null) seen.sort((a, b) => (b[0].id === main) - (a[0].id === main));
  let left = 420;
  for (const [node, x, y, r] of seen) {
    if (left === 0) break;
    const inFocus = !focus || focus.nodes.has(node.id);
    if (!inFocus && DEGREE[node.id] < 8) continue;
    const size = Math.round(Math.min(16, Math.max(isLiteral(node) ? 10.5 : 11.5, 9.5 + r * 0.3)));
    const text = nodeText(node), font = `${node.id === main || DEGREE[node.id] > 7 ? 600 : 400} ${size}px ${FONT}`;
    const w = textWidth(ctx, text, font) + 4, h = size + 3, air = focus && inFocus ? 0 : 5;
    const spots = [[x, y + r + h / 2 + 1], [x + r + w / 2 + 2, y], [x - r - w / 2 - 2, y], [x, y - r - h / 2 - 1]];
    const boxes = spots.map(([cx, cy]) => ({x: cx - w / 2 - air, y: cy - h / 2 - air / 2, w: w + 2 * air, h: h + air})).map((box) => (box.x > 0 && box.x + box.w < width && box.y + box.h < height && sheet.free(box) ? box : null));
    let which = boxes.findIndex((box) => box && marks.free(box, node.id));
    if (which < 0 && (RANK[node.id] < 16 || focus && inFocus && focus.nodes.size <= 40)) which = boxes.findIndex((box) => box);  // who matters is named, if over another mark
    if (which < 0 && node.id === main) which = 0;
    const spot = spots[which];
    if (!spot) continue;
    const label = {x: spot[0] - w / 2, y: spot[1] - h / 2, w, h, owner: -1, id: node.id};
    sheet.take(label); shownLabels.push(label); left--;
    ctx.globalAlpha = inFocus ? 1 : 0.22;
    ctx.font = font;
    ctx.strokeStyle = ink.halo; ctx.lineWidth = 3.5; ctx.strokeText(text, ...spot);
    ctx.fillStyle = isLiteral(node) ? ink.soft : ink.ink; ctx.fillText(text, ...spot);
  }
  drawEdgeNames(ctx, sheet, toScreen, scale, centre, width, height);
  ctx.restore();
}

const nodeText = (node) => short(node.short ?? node.label, isLiteral(node) ? 12 : 15);

/** What a line says: its relation where it is in focus, and its status wherever it is not a settled fact. */
function drawEdgeNames(ctx, sheet, toScreen, scale, centre, width, height) {
  const few = focus && focus.edges.size <= 60;
  ctx.font = `11px ${FONT}`;
  for (const id of network.body.edgeIndices) {
    const edge = EDGES[id], named = few && focus.edges.has(id), open = edge.status !== 'asserted';
    if (!named && (!open || focus || scale < 0.75)) continue;
    const drawing = network.body.edges[id].edgeType;
    const at = drawing.getPoint(0.5, drawing.getViaNode());
    const x = (at.x - centre.x) * scale + width / 2, y = (at.y - centre.y) * scale + height / 2;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const text = [named && RELATIONS.get(edge.relation).label, open && W.status[edge.status]].filter(Boolean).join(' · ');
    const w = textWidth(ctx, text, ctx.font) + 4, label = {x: x - w / 2, y: y - 7, w, h: 14, owner: -1};
    if (!sheet.free(label) && !(focus && focus.edges.size === 1)) continue;
    sheet.take(label);
    ctx.globalAlpha = 1; ctx.strokeStyle = ink.halo; ctx.lineWidth = 4; ctx.strokeText(text, x, y);
    ctx.fillStyle = ink.soft; ctx.fillText(text, x, y);
  }
}

// ── pointing, clicking, moving ─────────────────────────────────────────────────────────────────────────────────────────────────
const labelAt = ({x, y}) => shownLabels.find((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);

function point(next, event) {
  if (pointed?.kind !== next?.kind || pointed?.id !== next?.id) { pointed = next; repaint(); }
  stage.classList.toggle('over', Boolean(next));
  tip.hidden = !next;
  if (!next) return;
  fill(tip, next.kind === 'node' ? nodeTip(NODES[next.id]) : edgeTip(EDGES[next.id]));
  const area = stage.getBoundingClientRect(), x = event.clientX - area.left, y = event.clientY - area.top;
  tip.style.left = Math.max(8, Math.min(x + 14, area.width - tip.offsetWidth - 8)) + 'px';
  tip.style.top = (y + 18 + tip.offsetHeight > area.height ? y - tip.offsetHeight - 12 : y + 18) + 'px';
}

const nodeTip = (node) => [
  el('div', {class: 'tip-name'}, glyph(TYPES.get(node.group)), el('bdi', {}, short(node.label, 60))),
  el('div', {class: 'soft'}, [TYPES.get(node.group).label, node.posts?.[0] && short(node.posts[0].title + ' ' + (node.posts[0].body ?? ''), 40), !isLiteral(node) && t('degree', {n: DEGREE[node.id]})].filter(Boolean).join(' · ')),
];

const edgeTip = (edge) => [
  el('div', {class: 'tip-name'}, el('bdi', {}, short(NODES[edge.from].label, 18)), el('span', {class: 'soft'}, ` ${RELATIONS.get(edge.relation).symmetric ? '—' : '→'} `), el('bdi', {}, short(NODES[edge.to].label, 18))),
  el('div', {class: 'soft'}, [RELATIONS.get(edge.relation).label, edge.status !== 'asserted' && W.status[edge.status], span(edge), t('times', {n: edge.articles})].filter(Boolean).join(' · ')),
];

const span = (edge) => (edge.first && edge.last && edge.first !== edge.last ? `${edge.first} – ${edge.last}` : edge.first || edge.last);

function hit(params) {
  const at = params.pointer.DOM, node = network.getNodeAt(at);
  if (node !== undefined) return {kind: 'node', id: node};
  const label = labelAt(at);
  if (label) return {kind: 'node', id: label.id};
  const edge = network.getEdgeAt(at);
  return edge === undefined ? null : {kind: 'edge', id: edge};
}

let dragging = false, lineScale = 0;
network.on('dragStart', () => { dragging = true; point(null); });
network.on('dragEnd', () => { dragging = false; });
network.on('click', (params) => { const target = hit(params); if (target) choose(target, {centre: false}); else choose(null); network.unselectAll(); });
network.on('doubleClick', (params) => { const target = hit(params); if (target?.kind === 'node') setEgo(target.id, 1); });
network.on('beforeDrawing', () => {  // lines keep a width that can be seen, however far out
  const scale = network.getScale();
  if (scale === lineScale) return;
  lineScale = scale;
  const grow = Math.max(1, 0.7 / scale);
  for (const id of network.body.edgeIndices) network.body.edges[id].options.width = EDGES[id].width * grow;
});
network.on('afterDrawing', drawNames);
let waiting = null;
document.getElementById('net').addEventListener('mousemove', (event) => {
  waiting ??= requestAnimationFrame(() => {
    waiting = null;
    if (dragging || last.buttons) return;
    const area = stage.getBoundingClientRect();
    point(hit({pointer: {DOM: {x: last.clientX - area.left, y: last.clientY - area.top}}}), last);
  });
  last = event;
});
let last = null;
stage.addEventListener('mouseleave', () => { if (waiting) cancelAnimationFrame(waiting); waiting = null; point(null); });

const still = matchMedia('(prefers-reduced-motion: reduce)');
const motion = () => (still.matches || items.edges.length > 4000 ? false : {duration: 380, easingFunction: 'easeInOutQuad'});

function fit(ids, {animate = true, most = 1.25, least = 0, middle = null} = {}) {
  const at = (ids ?? items.nodes.getIds()).filter((id) => network.body.nodes[id]).map((id) => network.body.nodes[id]);
  if (!at.length) return;
  const xs = at.map((node) => node.x), ys = at.map((node) => node.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const box = network.canvas.frame.canvas;
  const scale = Math.min(most, (box.clientWidth - 150) / (right - left + 40), (box.clientHeight - 60) / (bottom - top + 60));
  const near = middle && scale < least;  // too far spread to be seen at once: stay with the middle
  network.moveTo({position: near ? {x: middle.x, y: middle.y} : {x: (left + right) / 2, y: (top + bottom) / 2}, scale: Math.max(scale, least), animation: animate && motion()});
}

/** Move only where what was chosen, and what is tied to it, could not be seen well. */
function bringIntoView(target) {
  const nodes = [...focusOf(target).nodes].filter((id) => network.body.nodes[id]);
  fit(nodes, {most: 1.15, least: 0.5, middle: target.kind === 'node' ? network.body.nodes[target.id] : null});
}

function setEgo(id, steps) {
  state.ego = steps ? {id, steps} : null;
  changed('filter');
  if (steps && state.chosen?.id !== id) choose({kind: 'node', id}, {centre: false});
  fit();
}
