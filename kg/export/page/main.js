// Putting the page together.
const titleText = () => DATA.title || {zh: '政企图谱', en: 'Government–enterprise graph'}[LANG];

function drawHeader() {
  document.documentElement.lang = {zh: 'zh-Hans', en: 'en'}[LANG];
  const action = (id, text, act, title) => pill(text, () => { document.body.classList.remove('menu'); act(); }, {id: 'do-' + id, title});
  fill($('top'),
    button({class: 'pill square', id: 'do-filters', title: W.filters + ' F', 'aria-label': W.filters, onclick: () => document.body.classList.toggle(innerWidth < 820 ? 'filters-open' : 'filters-shut')}, '☰'),
    el('h1', {}, el('bdi', {}, short(titleText(), 40))),
    el('p', {class: 'counts', id: 'counts'}),
    searchBox({id: 'search', chosen: (n) => choose({kind: 'node', id: n})}),
    button({class: 'pill square menu-button', 'aria-label': W.menu, onclick: () => document.body.classList.toggle('menu')}, '⋯'),
    el('div', {class: 'buttons'},
      action('path', W.path, () => findPath(state.chosen?.kind === 'node' ? state.chosen.id : null, null), W.q_path + ' L'), action('tables', W.tables, () => openTable('statements'), 'T'),
      action('png', W.png, savePicture), action('print', W.print, () => print()), action('link', W.link, copyLink), action('theme', W.theme, switchTheme, 'D'), action('language', W.language, switchLanguage), action('help', W.help, showHelp, '?')));
  fill($('zoom'), pill('+', () => zoom(1.4), {'aria-label': W.zoomIn, title: '+'}), pill('−', () => zoom(1 / 1.4), {'aria-label': W.zoomOut, title: '−'}), pill('⤢', () => fit(), {'aria-label': W.fit, title: W.fitTip, id: 'do-fit'}));
  canvas.setAttribute('aria-label', `${titleText()}：${t('entities', {n: realCount()})}，${t('relations', {n: E.count})}`);
  drawCounts();
}

const realCount = () => Array.from(N.type).filter((type) => !TYPES[type].literal).length;

/** How much there is; with filters, how much of it they leave. */
function drawCounts() {
  const of = (left, all) => (left === all ? number(all) : `${number(left)} / ${number(all)}`);
  fill($('counts'), [t('entities', {n: of(LEFT.nodes, realCount())}), t('relations', {n: of(LEFT.edges, E.count)}), t('articles', {n: of(LEFT.articles, ARTICLES.length)})].map((text) => el('span', {}, text)));
}

function showHelp() {
  Object.assign(state, {chosen: null, path: null});
  changed('filter', 'chosen');
  rememberView();
  const help = $('help');
  help.open = true;
  help.scrollIntoView({block: 'start'});
}

function switchTheme() {
  const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try { localStorage.setItem('kg-theme', root.dataset.theme); } catch { /* a notebook may not allow it */ }
  changed('look');
}

function switchLanguage() {
  LANG = LANG === 'zh' ? 'en' : 'zh';
  W = WORDS[LANG];
  changed('look');
  rememberView({replace: true});
}

listeners.push((what) => {
  if (what.has('look')) { readInk(); drawHeader(); }
  if (what.has('filter')) { place(); drawNotice(); drawCounts(); }
  if (what.has('filter') || what.has('look')) drawFilters();
  if (what.has('chosen') || what.has('look')) drawPanel();
  else if (what.has('filter') && state.chosen?.kind === 'node') drawPanel({keep: true});
  if (what.has('look')) drawNotice();
  redraw(what.has('look'));
});

const KEYS = {
  '/': () => $('search').focus(), 0: () => fit(), '+': () => zoom(1.3), '=': () => zoom(1.3), '-': () => zoom(1 / 1.3), '[': () => step(-1), ']': () => step(1),
  t: () => openTable('statements'), l: () => findPath(state.chosen?.kind === 'node' ? state.chosen.id : null, null), f: () => $('do-filters').click(), d: switchTheme, '?': showHelp,
  ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60),
};
const NODE_KEYS = {1: (n) => setFocus(n, 1), 2: (n) => setFocus(n, 2), 3: (n) => setFocus(n, 3), e: expand, p: (n) => pin(n)};

function listenToKeys() {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || $('table').open) return;
    if (event.altKey) { if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') { event.preventDefault(); step(event.key === 'ArrowLeft' ? -1 : 1); } return; }
    const {target} = event;
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || (event.key.startsWith('Arrow') && target !== canvas && target !== document.body)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === 'Escape') { leave(); return; }
    if (NODE_KEYS[key] && state.chosen?.kind === 'node') { event.preventDefault(); NODE_KEYS[key](state.chosen.id); } else if (KEYS[key]) { event.preventDefault(); KEYS[key](); }
  });
}

async function start() {
  try { const theme = localStorage.getItem('kg-theme'); if (theme) document.documentElement.dataset.theme = theme; } catch { /* a notebook may not allow it */ }
  await readGraph();
  LANG = DATA.lang in WORDS ? DATA.lang : 'zh';
  W = WORDS[LANG];
  readDates();
  NODE_BY_ID = new Map(N.id.map((id, n) => [id, n]));
  state = defaults();
  readInk();
  const placed = readHash(location.hash);
  resize();
  place({animate: false});
  drawHeader();
  drawFilters();
  drawNotice();
  drawPanel();
  if (!placed) fit(null, {animate: false});
  rememberView();
  listen(); listenToAddress(); listenToKeys();
  new ResizeObserver(resize).observe($('stage'));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => changed('look'));
  $('stage').classList.remove('loading');
  redraw(true);
  performance.mark('kg-ready');
}

// For tests and for those who script the page.
window.kg = {choose, find, fit, expand, pin, findPath, setFocus, setAll, openTable, picture, zoom, pan, hash, meter, nodes: N, edges: E, front, camera,
  get state() { return state; }, get ready() { return started; }, drawn: () => ({nodes: Array.from(drawing.nodes), edges: Array.from(drawing.edges), folded: drawing.folded}),
  at: (n) => [toX(N.x[n]), toY(N.y[n])], hit, middle: (e) => middleOf(e, camera), settled: () => !job && !moving && !flight && front.age === version && same(front.cam, camera), labels: () => front.boxes.map((box) => box.id), type: (n) => typeOf(n).name, relation: (e) => relationOf(e).name, initials: PINYIN.initials};
const started = start();
