// Pointing, clicking, dragging, pinching: what lies under the pointer and what then happens.
const stage = $('stage'), tip = $('tip');
const pointers = new Map();
let drag = null, pinch = 0, tapped = {time: 0, id: null}, lastMove = null, waiting = false;

function nodeAt(x, y, slack = 3) {
  let best = -1, nearestSoFar = Infinity;
  for (const n of drawing.nodes) {
    const dx = toX(N.x[n]) - x, dy = toY(N.y[n]) - y, r = radius(n, camera.scale) + slack, far = dx * dx + dy * dy;
    if (far < r * r && far < nearestSoFar) { best = n; nearestSoFar = far; }
  }
  return best;
}

function edgeAt(x, y, slack = 5) {
  let best = -1, nearestSoFar = slack;
  for (const e of drawing.edges) {
    const ax = toX(N.x[E.from[e]]), bx = toX(N.x[E.to[e]]), ay = toY(N.y[E.from[e]]), by = toY(N.y[E.to[e]]), bow = Math.abs(drawing.bend[e]) * (Math.abs(ax - bx) + Math.abs(ay - by)) + slack;
    if (x < Math.min(ax, bx) - bow || x > Math.max(ax, bx) + bow || y < Math.min(ay, by) - bow || y > Math.max(ay, by) + bow) continue;
    const far = distance(e, x, y);
    if (far < nearestSoFar) { best = e; nearestSoFar = far; }
  }
  return best;
}

function distance(e, x, y) {
  const [ax, ay, cx, cy, bx, by] = curve(e, camera);
  let best = Infinity, px = ax, py = ay;
  const parts = drawing.bend[e] === 0 ? 1 : 10;
  for (let i = 1; i <= parts; i++) {
    const s = i / parts, qx = (1 - s) * (1 - s) * ax + 2 * s * (1 - s) * cx + s * s * bx, qy = (1 - s) * (1 - s) * ay + 2 * s * (1 - s) * cy + s * s * by;
    const dx = qx - px, dy = qy - py, along = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy || 1)));
    best = Math.min(best, Math.hypot(px + along * dx - x, py + along * dy - y));
    [px, py] = [qx, qy];
  }
  return best;
}

/** What lies at a point of the stage, as something to choose. */
function hit(x, y, touch = false) {
  const n = nodeAt(x, y, touch ? 9 : 3);
  if (n >= 0) return {kind: 'node', id: n};
  const box = same(front.cam, camera) && front.boxes.find((each) => x >= each.x && x <= each.x + each.w && y >= each.y && y <= each.y + each.h);
  if (box) return {kind: 'node', id: box.id};
  const e = edgeAt(x, y, touch ? 10 : 5);
  return e >= 0 ? {kind: 'edge', id: e} : null;
}

const place_ = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };

function point(next, event) {
  if (pointed?.kind !== next?.kind || pointed?.id !== next?.id) { pointed = next; redraw(); }
  stage.classList.toggle('over', Boolean(next));
  tip.hidden = !next;
  if (!next) return;
  fill(tip, next.kind === 'node' ? nodeTip(next.id) : edgeTip(next.id));
  const [x, y] = place_(event);
  tip.style.left = Math.max(8, Math.min(x + 14, screen_.width - tip.offsetWidth - 8)) + 'px';
  tip.style.top = (y + 18 + tip.offsetHeight > screen_.height ? y - tip.offsetHeight - 12 : y + 18) + 'px';
}

function nodeTip(n) {
  const post = postsOf(n)[0];
  return [el('div', {class: 'tip-name'}, glyph(typeOf(n)), el('bdi', {}, short(N.label[n], 60))),
    el('div', {class: 'soft'}, [label(typeOf(n)), post !== undefined && short(postText(post), 40), !isLiteral(n) && t('degree', {n: DEGREE[n]})].filter(Boolean).join(' · '))];
}

function edgeTip(e) {
  return [el('div', {class: 'tip-name'}, el('bdi', {}, short(N.label[E.from[e]], 18)), el('span', {class: 'soft'}, relationOf(e).symmetric ? ' — ' : ' → '), el('bdi', {}, short(N.label[E.to[e]], 18))),
    el('div', {class: 'soft'}, [label(relationOf(e)), E.status[e] !== 0 && W.status[statusOf(e)], when(e), t('times', {n: E.articles[e]})].filter(Boolean).join(' · '))];
}

function spread() {
  const [a, b] = [...pointers.values()];
  return {far: Math.hypot(a[0] - b[0], a[1] - b[1]), x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2};
}

function listen() {
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    document.body.classList.remove('filters-open', 'menu');
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place_(event));
    point(null);
    const [x, y] = place_(event), n = nodeAt(x, y, event.pointerType === 'touch' ? 9 : 3);
    drag = pointers.size > 1 ? {far: true} : {x, y, node: n, far: false};
    if (pointers.size === 2) pinch = spread();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) { hover(event); return; }
    const [x, y] = place_(event), [oldX, oldY] = pointers.get(event.pointerId);
    pointers.set(event.pointerId, [x, y]);
    if (pointers.size === 2) {
      const now = spread();
      pan(now.x - pinch.x, now.y - pinch.y);
      zoom(now.far / (pinch.far || 1), now.x, now.y);
      pinch = now;
    } else if (drag && (drag.far || Math.hypot(x - drag.x, y - drag.y) > 4)) {
      if (drag.node >= 0 && !drag.far && event.pointerType === 'touch') drag.node = -1;  // fingers pan; only a mouse moves marks
      drag.far = true;
      if (drag.node >= 0) moveNode(drag.node, x, y); else pan(x - oldX, y - oldY);
    }
  });
  const up = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    const ended = drag;
    if (pointers.size) return;
    drag = null;
    if (event.type === 'pointercancel' || !ended) return;
    if (!ended.far) click(event); else if (ended.node >= 0) pin(ended.node, true);
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => { lastMove = null; point(null); });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    const [x, y] = place_(event), lines = event.deltaMode === 1 ? 24 : 1;
    zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY * lines)) * (event.ctrlKey ? 0.01 : 0.0022)), x, y);
  }, {passive: false});
}

function moveNode(n, x, y) {
  N.x[n] = sheetX(x); N.y[n] = sheetY(y);
  goals.set(n, [N.x[n], N.y[n]]);
  state.pinned.set(n, [N.x[n], N.y[n]]);
  redraw(true);
}

function click(event) {
  const [x, y] = place_(event), target = hit(x, y, event.pointerType === 'touch'), now = performance.now();
  if (target?.kind === 'node' && tapped.id === target.id && now - tapped.time < 400) { tapped.time = 0; expand(target.id); return; }
  tapped = {time: now, id: target?.kind === 'node' ? target.id : null};
  choose(target, {centre: false});
}

function hover(event) {
  if (event.pointerType === 'touch') return;
  lastMove = event;
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (!lastMove || pointers.size || flight) return;
    point(hit(...place_(lastMove)), lastMove);
  });
}
