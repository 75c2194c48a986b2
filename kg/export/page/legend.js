// The left column: types, relations and statuses with their marks and counts; a click switches one off or on, a double click leaves it alone.
const legend = document.getElementById('legend');

function drawLegend() {
  const nodes = count(NODES, (node) => node.group), edges = count(EDGES, (edge) => edge.relation), statuses = count(EDGES, (edge) => edge.status);
  const kept = legend.scrollTop;
  fill(legend,
    block(W.types, state.typesOff, DATA.types.filter((type) => nodes.has(type.name)).map((type) => ({key: type.name, mark: glyph(type), label: type.label, title: type.description, n: nodes.get(type.name)}))),
    block(W.kinds, state.relationsOff, DATA.relations.filter((relation) => edges.has(relation.name)).map((relation) => ({key: relation.name, mark: dash(relation.colour), label: relation.label, title: relation.description, n: edges.get(relation.name)}))),
    statuses.size > 1 && block(W.statuses, state.statusesOff, Object.keys(W.status).filter((status) => statuses.has(status)).map((status) => ({key: status, mark: dash(ink.soft, DASHES[status], status === 'asserted' ? 1 : 0.8), label: W.status[status], n: statuses.get(status)}))));
  legend.scrollTop = kept;
}

function block(title, off, rows) {
  const all = off.size === 0;
  const only = (key) => { const alone = !off.has(key) && rows.every((row) => row.key === key || off.has(row.key)); off.clear(); if (!alone) for (const row of rows) if (row.key !== key) off.add(row.key); changed('filter'); };
  return el('section', {}, el('h3', {}, title, el('button', {type: 'button', class: 'quiet', onclick: () => { if (all) for (const row of rows) off.add(row.key); else off.clear(); changed('filter'); }}, all ? W.none : W.all)),
    rows.map((row) => el('button', {type: 'button', class: 'switch', 'aria-pressed': String(!off.has(row.key)), 'data-key': row.key, title: row.title,
      onclick: () => { if (off.has(row.key)) off.delete(row.key); else off.add(row.key); changed('filter'); }, ondblclick: () => only(row.key)},
    row.mark, el('span', {class: 'label'}, row.label), el('span', {class: 'number'}, String(row.n)))));
}

/** What is left out of the drawing, said below it. */
function drawNotice() {
  const shown = items.nodes.length, total = NODES.filter((node) => !state.typesOff.has(node.group)).length;
  const name = state.ego && short(NODES[state.ego.id].label, 20);
  fill(document.getElementById('notice'),
    state.ego ? [t('egoNotice', {name, n: state.ego.steps}), el('button', {type: 'button', class: 'pill', onclick: () => setEgo(null, 0)}, W.whole)]
      : shown === 0 && NODES.length > 0 ? [W.nothing, el('button', {type: 'button', class: 'pill', onclick: () => { const {chosen} = state; state = {...defaults(), chosen}; changed('filter'); fit(); }}, W.resetFilters)]
        : state.limit < NODES.length && shown < total ? [t('showing', {shown, total}), el('button', {type: 'button', class: 'pill', onclick: () => { state.limit *= 2; changed('filter'); fit(); }}, W.showMore)] : null);
}
