// Putting the page together.
function drawHeader() {
  const literal = NODES.filter(isLiteral).length;
  fill(document.getElementById('top'),
    el('h1', {}, el('bdi', {}, short(DATA.title || W.title, 40))),
    el('p', {class: 'counts'}, [t('entities', {n: (NODES.length - literal).toLocaleString()}), t('relations', {n: EDGES.length.toLocaleString()}), t('articles', {n: ARTICLES.length.toLocaleString()})].map((text) => el('span', {}, text))),
    searchBox(),
    el('div', {class: 'buttons'},
      el('button', {type: 'button', class: 'pill', title: W.fitTip, onclick: () => whole()}, W.fit),
      el('button', {type: 'button', class: 'pill', onclick: () => { choose(null); const help = document.getElementById('help'); help.open = true; help.scrollIntoView({block: 'start'}); }}, W.help),
      el('button', {type: 'button', class: 'pill', onclick: switchTheme}, W.theme)));
}

function whole() {
  if (state.ego) { state.ego = null; changed('filter'); }
  fit();
}

function switchTheme() {
  const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  onTheme();
}

function onTheme() { readInk(); drawLegend(); network.redraw(); }

listeners.push((what) => {
  if (what === 'filter') { syncDrawing(); drawLegend(); drawNotice(); if (state.chosen?.kind === 'node') drawPanel(); }
  if (what === 'chosen') { repaint(); drawPanel(); }
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === '/' && !typing) { event.preventDefault(); document.getElementById('search').focus(); }
  else if (event.key === 'Escape') { if (state.chosen) choose(null); else if (state.ego) whole(); }
  else if (event.key === '0' && !typing) whole();
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onTheme);
window.addEventListener('resize', () => network.redraw());

readInk();
drawHeader();
syncDrawing();
drawLegend();
drawNotice();
drawPanel();
fit(null, {animate: false});

// For tests and for those who script the page.
window.kg = {choose, find, fit, network, nodes: NODES, edges: EDGES, get state() { return state; }, drawn: () => ({nodes: items.nodes.getIds(), edges: items.edges.getIds()}), labels: () => shownLabels.map((box) => box.id)};
