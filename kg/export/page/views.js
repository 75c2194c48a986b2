// The side panel: an overview, the evidence of an edge, what one article states; profiles and paths have files of their own.
const panel = $('panel');

function drawPanel({keep = false} = {}) {
  const {chosen} = state, kept = panel.scrollTop;
  const body = !chosen ? overview() : chosen.kind === 'node' ? profile(chosen.id) : chosen.kind === 'edge' ? edgeView(chosen.id) : chosen.kind === 'path' ? pathView(chosen) : articleView(ARTICLES[chosen.id]);
  fill(panel, el('nav', {class: 'way', id: 'way'}), el('div', {class: 'body'}, body));
  drawWay();
  panel.scrollTop = keep ? kept : 0;
  document.body.classList.toggle('reading', Boolean(chosen));
}

function drawWay() {
  const way = $('way');
  if (!way) return;
  fill(way, button({class: 'quiet', disabled: !canStep(-1), title: '[  Alt+←', onclick: () => step(-1)}, '← ' + W.back), button({class: 'quiet', disabled: !canStep(1), title: ']  Alt+→', onclick: () => step(1)}, W.forward + ' →'),
    button({class: 'quiet grip', 'aria-label': W.panelToggle, onclick: () => document.body.classList.toggle('tall')}, '⇕'),
    state.chosen ? button({class: 'quiet close', 'aria-label': W.close, title: 'Esc', onclick: leave}, '✕') : el('span'));
}

/** One step back out: paths and surroundings first, then what is chosen. */
function leave() {
  picking = null;
  if (state.path) { state.path = null; state.chosen = null; changed('filter', 'chosen'); rememberView(); fit(); }
  else if (state.focus) setFocus(null, 0);
  else if (state.chosen) choose(null);
}

function overview() {
  const papers = [...count(ARTICLES, (article) => article.paper || W.unknownPaper)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const dates = ARTICLES.map((article) => article.published).filter(Boolean).sort(), top = Array.from(ORDER).filter((n) => !isLiteral(n));
  const literal = TYPES.find((type) => type.literal), most = Math.max(1, DEGREE[top[0]] ?? 1);
  return [
    el('details', {class: 'help', id: 'help', open: N.count < 400 && innerWidth > 820}, el('summary', {}, W.helpTitle),
      el('ul', {}, ['help1', 'help2', 'help3', 'help4', literal && 'help5', 'help6'].filter(Boolean).map((key) => el('li', {}, t(key, {label: literal && label(literal)})))),
      el('p', {class: 'keys'}, el('strong', {}, W.keys), ' ', W.keyList.map(([key, does]) => el('span', {class: 'whole'}, el('kbd', {}, key), ' ', does)))),
    section(W.questions, el('ul', {class: 'questions'}, questions().map(([key, act]) => el('li', {}, button({class: 'ask', 'data-question': key, onclick: act}, W['q_' + key]))))),
    section(W.connected, growing('ol', {class: 'ranking'}, top, 12, (n) => el('li', {}, glyph(typeOf(n)), nameLink(n, {length: 22}), isNamesake(n) && el('span', {class: 'soft small whole'}, short(hint(n), 16)), el('span', {class: 'bar', style: {'--part': String(DEGREE[n] / most)}}), el('span', {class: 'number'}, number(DEGREE[n]))))),
    section(W.coverage, el('p', {class: 'coverage'}, t('coverageText', {articles: number(ARTICLES.length), papers: papers.slice(0, 4).map(([name, n]) => `${short(name, 20)}（${n}）`).join(W.listSeparator) + (papers.length > 4 ? ' …' : '')}), dates.length > 0 && [el('br'), el('span', {class: 'soft'}, dates[0] === dates.at(-1) ? dates[0] : t('dates', {first: dates[0], last: dates.at(-1)}))])),
    section([W.articleList, el('span', {class: 'number'}, number(ARTICLES.length))], growing('ul', {class: 'articles'}, [...ARTICLES].sort((a, b) => b.edges.length - a.edges.length || a.id - b.id), 8, (article) => el('li', {}, articleLink(article), el('span', {class: 'soft'}, ' ', source(article))))),
    el('p', {class: 'soft small credit'}, W.credit),
  ];
}

function questions() {
  const relations = (...names) => names.map((name) => RELATIONS.findIndex((relation) => relation.name === name)).filter((i) => i >= 0);
  return [
    ['visits', () => openTable('statements', {relations: relations('visited'), type: TYPES.findIndex((type) => type.name === 'Company')})],
    ['open', () => openTable('statements', {open: true})],
    ['money', () => openTable('statements', {relations: relations('invested_in', 'funded', 'invests_amount', 'raises_amount', 'earns_amount')})],
    ['deals', () => openTable('statements', {relations: relations('signed_with', 'partner_of')})],
    ['path', () => findPath(null, null)],
  ];
}

function edgeView(e) {
  const relation = relationOf(e), beside = twins(e), more = E.more[e] ?? 0;
  const box = el('div');
  evidence(e).then((all) => fill(box, all.length ? growing('div', {}, all, 10, (proof) => el('div', {class: 'item'}, qualifierLine(proof.qualifiers), quote(proof, e))) : el('p', {class: 'soft'}, W.noEvidence), more > 0 && el('p', {class: 'soft'}, t('moreEvidence', {n: more}))));
  return [
    el('p', {class: 'kind'}, dash(relation.colour, DASHES[statusOf(e)]), label(relation), statusChip(statusOf(e))),
    el('h2', {class: 'ends'}, [E.from[e], E.to[e]].map((n, i) => [i === 1 && el('span', {class: 'arrow'}, relation.symmetric ? '↔' : '→'), el('span', {class: 'end'}, glyph(typeOf(n)), nameLink(n, {length: 30}))])),
    el('p', {class: 'soft'}, [when(e), t('times', {n: E.articles[e]}), `${W.columns.confidence} ${E.confidence[e].toFixed(2)}`].filter(Boolean).join(' · ')),
    qualifierLine(E.qualifiers[e]),
    el('p', {class: 'soft small'}, relation.description[LANG]),
    section(W.evidence, box),
    beside.length > 0 && section(W.also, beside.map((twin) => triple(twin))),
  ];
}

const triple = (e) => el('div', {class: 'item triple'}, el('div', {class: 'head'}, nameLink(E.from[e], {length: 18}), button({class: 'quiet relation', style: {'--mark': relationOf(e).colour}, onclick: () => choose({kind: 'edge', id: e})}, label(relationOf(e)), relationOf(e).symmetric ? '' : ' →'), nameLink(E.to[e], {length: 18}), statusChip(statusOf(e))));

function articleView(article) {
  return [
    el('p', {class: 'kind soft'}, source(article)),
    el('h2', {}, el('bdi', {}, short(article.title || W.untitled, 90))),
    article.source && el('p', {class: 'soft small'}, short(article.source, 90)),
    section([W.statementsOf, el('span', {class: 'number'}, String(article.edges.length))], growing('div', {}, article.edges, 20, (e) => {
      const box = triple(e);
      evidence(e).then((all) => { const proof = all.find((one) => one.article === article); if (proof) box.append(clamped(el('blockquote', {}, marked(proof.quote, e, proof)))); });
      return box;
    })),
  ];
}
