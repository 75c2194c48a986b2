// The profile of an entity: what it is, its posts, its relations by kind with their sentences.
function profile(n) {
  const type = typeOf(n), posts = postsOf(n), rest = Array.from(edgesAt(n)).filter((e) => !posts.includes(e));
  const hidden = drawing.hidden[n] ?? 0;
  return [
    el('p', {class: 'kind'}, glyph(type), label(type), el('span', {class: 'soft'}, N.articles[n] > 0 && ' · ' + t('times', {n: number(N.articles[n])}), !isLiteral(n) && ' · ' + t('degree', {n: number(DEGREE[n])}))),
    el('h2', {title: wholeTitle(N.label[n], 60)}, el('bdi', {}, short(N.label[n], 60))),
    aliasesOf(n).length > 0 && el('p', {class: 'aliases'}, el('span', {class: 'soft'}, W.alias + ' '), aliasesOf(n).slice(0, 12).map((name, i) => [i > 0 && W.listSeparator, el('bdi', {}, short(name, 30))])),
    factList(n),
    el('div', {class: 'tools'},
      el('span', {class: 'joined', role: 'group', 'aria-label': W.around}, el('span', {}, W.around), [1, 2, 3].map((steps) => { const on = state.focus?.id === n && state.focus.steps === steps; return toggle(t('steps', {n: steps}), on, () => setFocus(n, on ? 0 : steps)); })),
      hidden > 0 ? pill(`${W.expand} +${number(hidden)}`, () => expand(n), {title: 'E'}) : pill(W.collapse, () => expand(n), {title: 'E'}),
      toggle(state.pinned.has(n) ? W.unpin : W.pin, state.pinned.has(n), () => pin(n), {title: 'P'}),
      pill(W.centre, () => bringIntoView({kind: 'node', id: n})),
      !isLiteral(n) && pill(W.pathFrom, () => findPath(n, null), {title: 'L'})),
    sparkline(n),
    posts.length > 0 && section([W.posts, el('span', {class: 'number'}, String(posts.length))], growing('div', {}, posts, 12, (e) => item(e, n, {lead: [el('strong', {}, el('bdi', {}, short(E.qualifiers[e]?.title || label(relationOf(e)), 40))), ' ', nameLink(E.to[e], {length: 24})]}))),
    grouped(n, rest),
    !edgesAt(n).length && el('p', {class: 'soft'}, W.noRelations),
  ];
}

function factList(n) {
  const {first, last, resolved: _, ...facts} = N.facts[n] ?? {}, rows = Object.entries(facts);
  if (first) rows.push(['reported', first === last ? first : `${first} – ${last}`]);
  return rows.length > 0 && el('dl', {class: 'facts'}, rows.map(([key, value]) => [el('dt', {}, W.fact[key] ?? key), el('dd', {}, typeof value === 'number' ? number(value) : short(String(value), 80))]));
}

/** Relations by kind and direction, in the order of the ontology. */
function grouped(n, edges) {
  const groups = new Map();
  for (const e of edges) {
    const relation = relationOf(e), key = E.relation[e] * 2 + (!relation.symmetric && E.from[e] !== n ? 1 : 0);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(e);
  }
  return [...groups].sort((a, b) => a[0] - b[0]).map(([key, list]) => {
    const relation = RELATIONS[key >> 1];
    return section([key % 2 ? t('passive', {label: label(relation)}) : label(relation), el('span', {class: 'number'}, number(list.length)), state.relationsOff.has(key >> 1) && el('span', {class: 'soft'}, W.offDrawing)],
      growing('div', {}, list.sort(latestFirst), 12, (e) => item(e, n, {lead: [glyph(typeOf(other(e, n))), nameLink(other(e, n), {length: 28, own: E.from[e] === E.to[e]})]})), relation.colour);
  });
}

/** One edge as seen from a node: counterpart, date, what qualifies it, its first sentence; the rest opens on demand. */
function item(e, n, {lead}) {
  return el('article', {class: 'item status-' + statusOf(e), 'data-edge': e},
    el('div', {class: 'head'}, lead, statusChip(statusOf(e)), button({class: 'quiet when', title: W.evidence, onclick: () => choose({kind: 'edge', id: e})}, [when(e), E.articles[e] > 1 && t('times', {n: E.articles[e]})].filter(Boolean).join(' · ') || W.evidence)),
    qualifierLine(E.qualifiers[e], relationOf(e).name === 'holds_position' ? ['title'] : []),
    sentencesOf(e, 1));
}

/** When an entity was told of, in small bars. */
function sparkline(n) {
  const bins = histogramBins(36);
  if (!bins || bins.bins.length < 6 || isLiteral(n)) return false;
  for (const e of edgesAt(n)) tally(bins, e, 'total');
  const most = Math.max(...bins.bins.map((bin) => bin.total));
  if (!most) return false;
  return el('div', {class: 'spark', title: W.timeline}, svg('svg', {viewBox: `0 0 ${bins.bins.length * 6} 22`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    ...bins.bins.map((bin, i) => svg('rect', {x: i * 6 + 0.5, width: 5, y: 22 - 21 * bin.total / most, height: 21 * bin.total / most + 0.4}))), el('span', {class: 'soft'}, dayText(bins.low).slice(0, 7)), el('span', {class: 'soft'}, dayText(bins.high).slice(0, 7)));
}
