// The left column: types, relations and statuses with their marks and counts (a click switches one, a double click leaves it alone; the counts are of what the other filters leave), time, and how sure.
const filters = $('filters');

function drawFilters() {
  const nodes = new Map(), edges = new Map(), statuses = new Map(), add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (let n = 0; n < N.count; n++) add(nodes, N.type[n]);
  for (let e = 0; e < E.count; e++) { add(edges, E.relation[e]); add(statuses, E.status[e]); }
  const focused = document.activeElement?.id, kept = filters.scrollTop, rows = (list, counts, left, row) => list.flatMap((entry, i) => (counts.has(i) ? [{key: i, n: left[i], ...row(entry)}] : []));
  fill(filters,
    block_('typesOff', W.types, rows(TYPES, nodes, LEFT.types, (type) => ({name: type.name, mark: glyph(type), label: label(type), title: type.description[LANG]}))),
    block_('relationsOff', W.kinds, rows(RELATIONS, edges, LEFT.relations, (relation) => ({name: relation.name, mark: dash(relation.colour), label: label(relation), title: relation.description[LANG]}))),
    block_('statusesOff', W.statuses, rows(STATUSES, statuses, LEFT.statuses, (status) => ({name: status, mark: dash(ink.soft, DASHES[status], status === 'asserted' ? 1 : 0.8), label: W.status[status]}))),
    timeline(),
    el('section', {}, el('h3', {}, W.evidenceOf),
      slider('articles', W.leastArticles, {min: 1, max: Math.min(20, Math.max(1, E.articles.reduce((most, n) => Math.max(most, n), 1))), step: 1}, (value) => t('times', {n: value})),
      slider('confidence', W.confidence, {min: 0, max: 1, step: 0.05}, (value) => value.toFixed(2)),
      el('label', {class: 'check'}, el('input', {type: 'checkbox', id: 'isolated', checked: !state.isolated, onchange: (event) => setFilter('isolated', !event.target.checked)}), W.isolated),
      el('p', {}, button({class: 'quiet', id: 'reset', onclick: resetFilters}, '↺ ' + W.reset))));
  filters.scrollTop = kept;
  if (focused && filters.contains($(focused))) $(focused).focus();
}

function block_(group, title, rows) {
  const off = state[group], all = off.size === 0, done = () => { changed('filter'); rememberView({replace: true}); };
  if (!rows.length) return false;
  const only = (key) => { const alone = !off.has(key) && rows.every((row) => row.key === key || off.has(row.key)); off.clear(); if (!alone) for (const row of rows) if (row.key !== key) off.add(row.key); done(); };
  return el('section', {}, el('h3', {}, title, button({class: 'quiet', onclick: () => { if (all) for (const row of rows) off.add(row.key); else off.clear(); done(); }}, all ? W.none : W.all)),
    rows.map((row) => button({class: 'switch', id: `${group}-${row.key}`, 'aria-pressed': String(!off.has(row.key)), 'data-key': row.name, title: row.title,
      onclick: (event) => { if (event.detail > 1) return; if (off.has(row.key)) off.delete(row.key); else off.add(row.key); done(); }, ondblclick: () => only(row.key)},
    row.mark, el('span', {class: 'label'}, row.label), el('span', {class: 'number'}, number(row.n)))));
}

function slider(key, text, range, say_) {
  if (range.min >= range.max) return false;
  const value = el('output', {}, say_(state[key]));
  return el('label', {class: 'slider'}, el('span', {}, text, ' ', value), el('input', {type: 'range', id: 'least-' + key, ...range, value: state[key], oninput: (event) => { value.textContent = say_(Number(event.target.value)); }, onchange: (event) => setFilter(key, Number(event.target.value))}));
}

/** What is left out of the drawing and how to see it, said below it; names without a tie are found by search and never drawn. */
function drawNotice() {
  const drawn = drawing.nodes.length, name = (n) => short(shortName(n), 16), total = ORDER.filter((n) => edgesAt(n).length && !state.typesOff.has(N.type[n])).length, parts = [];
  if (state.path) parts.push(t('pathNotice', {a: name(state.path.a), b: name(state.path.b)}), pill(W.whole, leave));
  else if (state.focus) parts.push(t('focusNotice', {name: name(state.focus.id), n: state.focus.steps, shown: number(drawn)}), drawing.cut && W.focusCut, pill(W.whole, () => setFocus(null, 0)));
  else if (!drawn && N.count) parts.push(W.nothing, pill(W.reset, resetFilters));
  else if (!state.all) parts.push(t(innerWidth > 820 ? 'showing' : 'showingShort', {shown: number(drawn), total: number(total)}), pill(W.showAll, () => setAll(true)));
  else if (HOME.start) parts.push(t('entities', {n: number(drawn)}), drawing.folded > 0 && t('folded', {n: number(drawing.folded)}), pill(W.fewer, () => setAll(false)));
  else if (drawing.folded) parts.push(t('folded', {n: number(drawing.folded)}));
  fill($('notice'), parts.map((part) => (typeof part === 'string' ? el('span', {}, part) : part)));
}
