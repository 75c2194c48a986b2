// The address remembers what is seen: a link (with the file) shows another reader the same. Back and forward go through what was chosen.
const trail = [];  // views that were seen; the one shown is trail[trailAt]
let trailAt = -1, historyWorks = true, writing = 0;
let NODE_BY_ID;

/** @typedef {{chosen: Chosen|null, focus: any, path: [number, number]|null, camera: any}} View */
const viewNow = () => ({chosen: state.chosen, focus: state.focus && {id: state.focus.id, steps: state.focus.steps}, path: state.path && [state.path.a, state.path.b]});

/** Keep the view as a step of the way (or in place of the last). */
function rememberView({replace = false} = {}) {
  const view = viewNow(), again = trailAt >= 0 && JSON.stringify(trail[trailAt]) === JSON.stringify(view);
  if (!replace && !again) {
    trail.length = trailAt + 1;
    trail.push(view);
    trailAt++;
    write('pushState');
  } else { if (trailAt >= 0) trail[trailAt] = view; write('replaceState'); }
  drawWay();
}

function write(method) {
  clearTimeout(writing);
  if (!historyWorks) return;
  try { history[method]({at: trailAt}, '', '#' + hash()); } catch { historyWorks = false; }  // a page inside a notebook may not
}

/** Write the place that we look from once it rests. */
function rememberCamera() {
  clearTimeout(writing);
  writing = setTimeout(() => { if (trailAt >= 0) write('replaceState'); }, 600);
}

const canStep = (by) => trail[trailAt + by] !== undefined;
function step(by) {
  if (!canStep(by)) return;
  if (historyWorks) history.go(by); else { trailAt += by; show(trail[trailAt]); }
}

function show(view) {
  Object.assign(state, {chosen: view.chosen, focus: view.focus && {...view.focus}, path: null});
  picking = null;
  if (view.chosen && view.chosen.kind !== 'path') { updateDrawing(); reveal(view.chosen); }
  if (view.path) state.path = {a: view.path[0], b: view.path[1], ways: (filterEdges(), waysBetween(...view.path))};
  if (state.path && !state.path.ways.length) state.path = null;
  changed('filter', 'chosen');
  drawWay();
  if (view.focus || view.path) fit(); else if (view.chosen && view.chosen.kind !== 'path') bringIntoView(view.chosen);
}

/** All that is seen, as the part of an address after `#`. */
function hash() {
  const link = new URLSearchParams(), fresh = defaults(), id = (n) => N.id[n];
  const off = (key, names) => { const list = [...state[key]].sort().map((i) => names[i].name ?? names[i]); if (list.join() !== [...fresh[key]].sort().map((i) => names[i].name ?? names[i]).join()) link.set(key, list.join(',')); };
  off('typesOff', TYPES); off('relationsOff', RELATIONS); off('statusesOff', STATUSES);
  for (const key of ['from', 'to', 'undated', 'confidence', 'articles', 'isolated']) if (state[key] !== fresh[key]) link.set(key, state[key]);
  if (state.all && !fresh.all) link.set('all', 1);
  const {chosen, focus, path} = state;
  if (chosen?.kind === 'node') link.set('node', id(chosen.id));
  if (chosen?.kind === 'edge') link.set('edge', JSON.stringify([id(E.from[chosen.id]), relationOf(chosen.id).name, id(E.to[chosen.id])]));
  if (chosen?.kind === 'article') link.set('article', chosen.id);
  if (focus) link.set('around', JSON.stringify([id(focus.id), focus.steps]));
  if (path) link.set('path', JSON.stringify([id(path.a), id(path.b)]));
  for (const [key, set] of [['expanded', state.expanded], ['collapsed', state.collapsed]]) if (set.size) link.set(key, JSON.stringify([...set].slice(0, 40).map(id)));
  if (state.pinned.size) link.set('pinned', JSON.stringify([...state.pinned].slice(0, 60).map(([n, place]) => [id(n), ...place.map(Math.round)])));
  if (LANG !== DATA.lang) link.set('lang', LANG);
  link.set('view', [Math.round(camera.x), Math.round(camera.y), Number(camera.scale.toPrecision(3))].join(','));
  return link.toString();
}

/** Take what an address asks for; what it cannot mean here is left aside. @returns {boolean} whether it says from where to look */
function readHash(text) {
  const link = new URLSearchParams(text.replace(/^#/, '')), id = (key) => NODE_BY_ID.get(key);
  const list = (key) => { try { const value = JSON.parse(link.get(key) ?? '[]'); return Array.isArray(value) ? value : []; } catch { return []; } };
  state = defaults();
  for (const [key, names] of [['typesOff', TYPES], ['relationsOff', RELATIONS], ['statusesOff', STATUSES]])
    if (link.has(key)) state[key] = new Set(link.get(key).split(',').map((name) => names.findIndex((entry) => (entry.name ?? entry) === name)).filter((i) => i >= 0));
  for (const key of ['from', 'to']) if (/^\d{4}(-\d\d){0,2}$/.test(link.get(key) ?? '')) state[key] = link.get(key);
  if (link.has('undated')) state.undated = link.get('undated') !== 'false';
  if (link.has('isolated')) state.isolated = link.get('isolated') === 'true';
  for (const key of ['confidence', 'articles']) if (Number(link.get(key)) > 0) state[key] = Number(link.get(key));
  if (link.has('all')) state.all = true;
  for (const key of ['expanded', 'collapsed']) state[key] = new Set(list(key).map(id).filter((n) => n !== undefined));
  for (const [key, x, y] of list('pinned')) if (id(key) !== undefined && Number.isFinite(x) && Number.isFinite(y)) state.pinned.set(id(key), [x, y]);
  if (link.get('lang') in WORDS) [LANG, W] = [link.get('lang'), WORDS[link.get('lang')]];
  readChosen(link, list, id);
  const [x, y, scale] = (link.get('view') ?? '').split(',').map(Number);
  if (![x, y, scale].every(Number.isFinite) || scale <= 0) return false;
  Object.assign(camera, {x, y, scale});
  return true;
}

function readChosen(link, list, id) {
  filterEdges();
  const [around_, steps] = list('around'), [a, b] = list('path'), [from, relation, to] = list('edge');
  if (id(around_) !== undefined && steps >= 1 && steps <= 3) state.focus = {id: id(around_), steps};
  if (id(link.get('node')) !== undefined) state.chosen = {kind: 'node', id: id(link.get('node'))};
  if (id(from) !== undefined) { const e = Array.from(edgesAt(id(from))).find((each) => E.from[each] === id(from) && N.id[E.to[each]] === to && relationOf(each).name === relation); if (e !== undefined) state.chosen = {kind: 'edge', id: e}; }
  if (ARTICLES[link.get('article') ?? -1]) state.chosen = {kind: 'article', id: Number(link.get('article'))};
  if (id(a) !== undefined && id(b) !== undefined) {
    const ways = waysBetween(id(a), id(b));
    if (ways.length) state.path = {a: id(a), b: id(b), ways};
    state.chosen ??= {kind: 'path', a: id(a), b: id(b)};
  }
  updateDrawing();
  for (const n of state.expanded) for (const end of nearest(n, 60)) state.revealed.add(end);
  if (state.chosen && !state.focus && !state.path) reveal(state.chosen);
}

function listenToAddress() {
  addEventListener('popstate', (event) => {
    const at = event.state?.at;
    if (Number.isInteger(at) && trail[at]) { trailAt = at; show(trail[at]); return; }
    readHash(location.hash);  // an address that somebody typed or pasted
    trail.length = 0; trail.push(viewNow()); trailAt = 0;
    changed('filter', 'chosen', 'look');
  });
}
