// The form for two entities, and how they are tied: each way with the sentences of its steps.
function pathView({a, b}) {
  const ends = {a: a ?? null, b: b ?? null};
  const set = (key, n) => { ends[key] = n; findPath(ends.a, ends.b, {remember: ends.a !== null && ends.b !== null}); };
  const waiting = ends.a === null ? 'a' : ends.b === null ? 'b' : null;
  picking = waiting && ((n) => set(waiting, n));
  const field = (key) => el('div', {class: 'field'}, el('span', {class: 'soft'}, W[key === 'a' ? 'pathA' : 'pathB']),
    ends[key] === null ? searchBox({id: 'path-' + key, chosen: (n) => set(key, n), focus: key === waiting}) : el('span', {class: 'end'}, glyph(typeOf(ends[key])), nameLink(ends[key], {length: 24}), button({class: 'quiet', 'aria-label': W.close, onclick: () => set(key, null)}, '✕')));
  return [
    el('h2', {}, W.pathTitle),
    el('div', {class: 'pathform'}, field('a'), field('b'), ends.a !== null && ends.b !== null && button({class: 'quiet swap', onclick: () => findPath(ends.b, ends.a)}, '⇅ ' + W.swap)),
    waiting && el('p', {class: 'soft small'}, W.pathHint),
    !waiting && (state.path ? state.path.ways.map(wayView) : el('p', {class: 'empty'}, W.pathNone)),
  ];
}

function wayView(way, i) {
  const between = way.nodes.slice(1, -1);
  return el('section', {class: 'group waylist'}, el('h3', {}, t('pathSteps', {n: i + 1, steps: way.steps.length}), el('span', {class: 'soft'}, between.length ? t('via', {names: between.map((n) => short(shortName(n), 12)).join(W.listSeparator)}) : W.direct)),
    way.steps.map((edges, at) => [
      el('div', {class: 'stop'}, glyph(typeOf(way.nodes[at])), nameLink(way.nodes[at], {length: 26})),
      el('div', {class: 'leg'}, growing('div', {}, edges, 2, (e) => el('div', {class: 'item'}, el('div', {class: 'head'},
        button({class: 'quiet relation', style: {'--mark': relationOf(e).colour}, onclick: () => choose({kind: 'edge', id: e})}, relationOf(e).symmetric ? '↔ ' : E.from[e] === way.nodes[at] ? '↓ ' : '↑ ', label(relationOf(e))), statusChip(statusOf(e)), el('span', {class: 'soft when'}, when(e))), qualifierLine(E.qualifiers[e]), sentencesOf(e, 1)))),
    ]), el('div', {class: 'stop'}, glyph(typeOf(way.nodes.at(-1))), nameLink(way.nodes.at(-1), {length: 26})));
}
