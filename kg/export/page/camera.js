// Where we look from. Positions of the sheet and of the screen; moving there smoothly.
const camera = {x: 0, y: 0, scale: 1};
const screen_ = {width: 1, height: 1, ratio: 1};
const still = matchMedia('(prefers-reduced-motion: reduce)');
const SCALES = [0.004, 6];
let flight = null;

const toX = (x, cam = camera) => (x - cam.x) * cam.scale + screen_.width / 2;
const toY = (y, cam = camera) => (y - cam.y) * cam.scale + screen_.height / 2;
const sheetX = (sx) => (sx - screen_.width / 2) / camera.scale + camera.x;
const sheetY = (sy) => (sy - screen_.height / 2) / camera.scale + camera.y;

/** Zoom by a factor, keeping the point of the screen where it is. */
function zoom(factor, sx = screen_.width / 2, sy = screen_.height / 2) {
  flight = null;
  const x = sheetX(sx), y = sheetY(sy);
  camera.scale = Math.min(SCALES[1], Math.max(SCALES[0], camera.scale * factor));
  camera.x = x - (sx - screen_.width / 2) / camera.scale;
  camera.y = y - (sy - screen_.height / 2) / camera.scale;
  rememberCamera();
  redraw();
}

function pan(dx, dy) {
  flight = null;
  camera.x -= dx / camera.scale;
  camera.y -= dy / camera.scale;
  rememberCamera();
  redraw();
}

function fly(target, {animate = true} = {}) {
  flight = null;
  rememberCamera();
  if (!animate || still.matches || document.hidden) { Object.assign(camera, target); redraw(); return; }
  const from = {...camera}, start = performance.now();
  flight = (now) => {
    const part = Math.min(1, (now - start) / 360), ease = part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) * (1 - part);
    camera.scale = from.scale * (target.scale / from.scale) ** ease;
    camera.x = from.x + (target.x - from.x) * ease;
    camera.y = from.y + (target.y - from.y) * ease;
    if (part >= 1) flight = null;
  };
  redraw();
}

/** See all of some nodes (everything drawn, when none are given). */
function fit(nodes, {animate = true, most = 1.25, least = 0, middle = null} = {}) {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const n of nodes ?? drawing.nodes) {
    if (!drawing.has[n]) continue;
    const [x, y] = goal(n);
    if (x < left) left = x; if (x > right) right = x; if (y < top) top = y; if (y > bottom) bottom = y;
  }
  if (left > right) return;
  const wide = screen_.width, high = screen_.height, side = Math.min(150, wide * 0.2);
  const scale = Math.min(most, Math.max(40, wide - side) / (right - left + 40), Math.max(40, high - 90) / (bottom - top + 60));
  const near = middle !== null && scale < least;  // too far spread to be seen at once: stay with the middle
  const [x, y] = near ? goal(middle) : [(left + right) / 2, (top + bottom) / 2];
  fly({x, y, scale: Math.max(scale, least)}, {animate});
}

/** Move only where what was chosen, and what is tied to it, could not be seen well. */
function bringIntoView(target) {
  const nodes = [...focusOf(target).nodes].filter((n) => drawing.has[n]);
  fit(nodes.length ? nodes : null, {most: Math.max(1, Math.min(camera.scale, 1.3)), least: 0.55, middle: target.kind === 'node' ? target.id : null});
}
