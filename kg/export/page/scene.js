// One frame after another. The sheet is painted into a back buffer, in slices when there is much of it; meanwhile the last picture is moved
// and scaled, so that dragging stays smooth however many lines there are. What is pointed at or chosen is drawn on top of a veil.
const canvas = $('sheet'), screenContext = canvas.getContext('2d');
const front = {canvas: document.createElement('canvas'), cam: null, boxes: [], age: -1};
const spare = {canvas: document.createElement('canvas'), cam: null, boxes: [], age: -1};
const SLICE = 11;  // milliseconds of a frame spent on painting
let version = 0;  // of what is drawn
let job = null, asked = false, moving = null, pointed = null;
const meter = {paint: 0, frames: []};

/** Ask for a frame. @param {boolean} [fresh] what is drawn has changed, not only from where */
function redraw(fresh = false) {
  if (fresh) version++;
  if (!asked) { asked = true; requestAnimationFrame(frame); }
}

function resize() {
  const box = $('stage').getBoundingClientRect(), ratio = Math.min(2.5, window.devicePixelRatio || 1);
  if (box.width === screen_.width && box.height === screen_.height && ratio === screen_.ratio) return;
  Object.assign(screen_, {width: box.width, height: box.height, ratio});
  for (const each of [canvas, front.canvas, spare.canvas]) { each.width = Math.round(box.width * ratio); each.height = Math.round(box.height * ratio); }
  front.cam = null;
  redraw(true);
}

/** Paint what is drawn as seen from `cam`; a generator, so that it can be done in slices. */
function* paintAll(ctx, cam, {width, height, ratio, target = {boxes: []}}) {
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink.canvas;
  ctx.fillRect(0, 0, width, height);
  yield* paintEdges(ctx, cam, drawing.edges, {width, height});
  yield* paintNodes(ctx, cam, drawing.nodes, {width, height});
  yield;
  target.boxes = yield* paintNames(ctx, cam, drawing.nodes, {width, height, sure: Math.min(16, Math.round(width / 55)), edges: state.path || (cam.scale > 0.7 && drawing.edges.length < 6000) ? drawing.edges : null, plain: state.path !== null});
  if (drawing.nodes.length < 3000 || cam.scale > 0.5) drawBadges(ctx, cam, drawing.nodes, width, height);
}

const same = (a, b) => a && a.x === b.x && a.y === b.y && a.scale === b.scale;

function frame(now) {
  asked = false;
  const started = performance.now();
  if (flight) { flight(now); redraw(); }
  if (moving) { moving(now); redraw(true); }
  if (!(front.age === version && same(front.cam, camera))) {
    if (!job || job.age !== version && job.restart) job = startJob();
    const until = front.cam === null ? Infinity : started + SLICE;
    let done = false;
    while (!done && performance.now() < until) done = job.run.next().done;
    if (done) finishJob();
    if (!(front.age === version && same(front.cam, camera))) redraw();
  }
  compose();
  meter.paint = performance.now() - started;
  meter.frames.push(now);
  if (meter.frames.length > 600) meter.frames.shift();
}

function startJob() {
  const cam = {...camera}, {width, height, ratio} = screen_;
  return {cam, age: version, restart: version !== front.age, run: paintAll(spare.canvas.getContext('2d'), cam, {width, height, ratio, target: spare})};
}

function finishJob() {
  Object.assign(spare, {cam: job.cam, age: job.age});
  for (const key of ['canvas', 'cam', 'boxes', 'age']) [front[key], spare[key]] = [spare[key], front[key]];
  job = null;
}

/** The last picture where it belongs now, and what is in focus on top. */
function compose() {
  const ctx = screenContext, {width, height, ratio} = screen_;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  if (front.cam) {
    const zoomed = camera.scale / front.cam.scale;
    if (same(front.cam, camera)) ctx.drawImage(front.canvas, 0, 0);
    else {
      ctx.fillStyle = ink.canvas;
      ctx.fillRect(0, 0, canvas.width, canvas.height);
      const left = (front.cam.x - camera.x) * camera.scale + width / 2 - zoomed * width / 2, top = (front.cam.y - camera.y) * camera.scale + height / 2 - zoomed * height / 2;
      ctx.drawImage(front.canvas, left * ratio, top * ratio, zoomed * canvas.width, zoomed * canvas.height);
    }
  }
  const target = pointed ?? state.chosen, focus = focusOf(target);
  if (focus) {
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    spotlight(ctx, camera, target, focus, width, height);
  }
}

const finish = (steps) => { while (!steps.next().done); };

function spotlight(ctx, cam, target, focus, width, height) {
  const edges = drawing.edges.filter((e) => focus.edges.has(e)), nodes = [...focus.nodes].filter((n) => drawing.has[n]).sort(byRank);
  const main = target.kind === 'node' ? target.id : null;
  ctx.globalAlpha = state.focus || state.path ? 0.6 : 0.8;
  ctx.fillStyle = ink.canvas;
  ctx.fillRect(0, 0, width, height);
  ctx.globalAlpha = 1;
  finish(paintEdges(ctx, cam, edges, {width, height, strong: true}));
  finish(paintNodes(ctx, cam, nodes, {width, height, main}));
  finish(paintNames(ctx, cam, nodes, {width, height, sure: 60, main, plain: true, edges: edges.length <= 60 ? edges : null, sides: new Map(front.boxes.map((box) => [box.id, box.side]))}));
  if (main !== null) drawBadges(ctx, cam, [main], width, height);
}

/** Where a node is or is going. */
const goal = (n) => goals.get(n) ?? [N.x[n], N.y[n]];
let goals = new Map();

/** Bring the drawing to what is to be drawn: nodes that stay slide to their new places. */
function place({animate = true} = {}) {
  const before = drawing.has;
  updateDrawing();
  goals = places();
  moving = null;
  const sliding = [...goals].filter(([n, [x, y]]) => before?.[n] && (N.x[n] !== x || N.y[n] !== y));
  for (const [n, [x, y]] of goals) if (!before?.[n]) { N.x[n] = x; N.y[n] = y; }
  if (animate && sliding.length && sliding.length <= 1200 && !still.matches && !document.hidden) {
    const from = sliding.map(([n]) => [N.x[n], N.y[n]]), start = performance.now();
    moving = (now) => {
      const part = Math.min(1, Math.max(0, (now - start) / 360)), ease = part * (2 - part);
      sliding.forEach(([n, [x, y]], i) => { N.x[n] = from[i][0] + (x - from[i][0]) * ease; N.y[n] = from[i][1] + (y - from[i][1]) * ease; });
      if (part >= 1) moving = null;
    };
  } else for (const [n, [x, y]] of sliding) { N.x[n] = x; N.y[n] = y; }
  redraw(true);
}
