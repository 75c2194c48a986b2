// The side panel: an overview, the profile of an entity, the evidence of an edge, or what one article states.
const panel = document.getElementById('panel');

function drawPanel() {
  const {chosen} = state;
  const body = !chosen ? overview() : chosen.kind === 'node' ? profile(NODES[chosen.id]) : chosen.kind === 'edge' ? edgeView(EDGES[chosen.id]) : articleView(ARTICLES[chosen.id]);
  fill(panel, chosen && el('nav', {class: 'way'}, el('button', {type: 'button', class: 'quiet', onclick: back}, '← ' + W.back), el('button', {type: 'button', class: 'quiet', title: 'Esc', onclick: () => choose(null)}, '✕')), body);
  panel.scrollTop = 0;
}

// ── overview ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function overview() {
  const papers = count(ARTICLES, (article) => article.paper || W.unknownPaper);
  const dates = ARTICLES.map((article) => article.published).filter(Boolean).sort();
  const names = [...papers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const top = ORDER.map((id) => NODES[id]).filter((node) => !isLiteral(node));
  const literal = DATA.types.find((type) => type.literal);
  return [
    el('details', {class: 'help', id: 'help', open: true}, el('summary', {}, W.helpTitle), el('ul', {}, ['help1', 'help2', 'help3', 'help4', literal && 'help5'].filter(Boolean).map((key) => el('li', {}, t(key, {label: literal?.label}))))),
    el('h3', {}, W.coverage),
    el('p', {class: 'coverage'}, t('coverageText', {articles: ARTICLES.length, papers: names.slice(0, 4).map(([name, n]) => `${short(name, 20)}（${n}）`).join(W.listSeparator) + (names.length > 4 ? ' …' : '')}), dates.length > 0 && [el('br'), el('span', {class: 'soft'}, dates[0] === dates.at(-1) ? dates[0] : t('dates', {first: dates[0], last: dates.at(-1)}))]),
    el('h3', {}, W.connected),
    growing('ol', {class: 'ranking'}, top, 12, (node) => el('li', {}, glyph(TYPES.get(node.group)), nameLink(node, {length: 22}), el('span', {class: 'bar', style: `--part:${DEGREE[node.id] / Math.max(1, DEGREE[top[0].id])}`}), el('span', {class: 'number'}, String(DEGREE[node.id])))),
    el('h3', {}, W.articleList),
    growing('ul', {class: 'articles'}, ARTICLES.filter((article) => article.edges.length), 8, (article) => el('li', {}, articleLink(article), el('span', {class: 'soft'}, ' ', source(article)))),
  ];
}

/** A list that shows its first items and grows on demand. */
function growing(tag, attributes, list, step, row) {
  const node = el(tag, attributes);
  let done = 0;
  const grow = (by) => { for (const item of list.slice(done, done + by)) node.append(row(item)); done += by; more.hidden = done >= list.length; more.textContent = t('more', {n: Math.min(step * 4, list.length - done)}); };
  const more = el('button', {type: 'button', class: 'quiet more', onclick: () => grow(step * 4)});
  grow(step);
  return [node, more];
}

const articleLink = (article) => el('button', {type: 'button', class: 'name', title: article.title.length > 46 ? article.title.slice(0, 400) : undefined, onclick: () => choose({kind: 'article', id: article.id})}, el('bdi', {}, short(article.title || W.untitled, 46)));
const source = (article) => { const parts = [short(article.paper ?? '', 20), article.published, article.page && t('page', {page: short(article.page, 12)})].filter(Boolean); return parts.length ? parts.map((part, i) => [i > 0 && ' · ', el('span', {class: 'whole'}, part)]) : W.undated; };

// ── profile of an entity ───────────────────────────────────────────────────────────────────────────────────────────────────────
function profile(node) {
  const type = TYPES.get(node.group);
  const posts = AT[node.id].filter((edge) => edge.relation === 'holds_position' && edge.from === node.id).sort(latestFirst);
  const rest = AT[node.id].filter((edge) => !posts.includes(edge));
  return [
    el('p', {class: 'kind'}, glyph(type), type.label, node.articles ? el('span', {class: 'soft'}, ' · ' + t('times', {n: node.articles})) : '', !isLiteral(node) && el('span', {class: 'soft'}, ' · ' + t('degree', {n: DEGREE[node.id]}))),
    el('h2', {title: node.label.length > 60 ? node.label.slice(0, 400) : undefined}, el('bdi', {}, short(node.label, 60))),
    node.aliases?.length > 0 && el('p', {class: 'aliases'}, el('span', {class: 'soft'}, W.alias + ' '), node.aliases.slice(0, 12).map((name, i) => [i > 0 && W.listSeparator, el('bdi', {}, short(name, 30))])),
    facts(node),
    el('p', {class: 'tools'}, W.around, [1, 2].map((steps) => toggle(W['step' + steps], state.ego?.id === node.id && state.ego.steps === steps, () => setEgo(node.id, state.ego?.id === node.id && state.ego.steps === steps ? 0 : steps))), el('button', {type: 'button', class: 'pill', onclick: () => bringIntoView({kind: 'node', id: node.id})}, W.centre)),
    posts.length > 0 && section(W.posts, posts.map((edge) => item(edge, node, {lead: [el('strong', {}, el('bdi', {}, short(edge.qualifiers?.title || RELATIONS.get(edge.relation).label, 40))), ' ', nameLink(NODES[edge.to], {length: 24})]}))),
    grouped(node, rest),
    !AT[node.id].length && el('p', {class: 'soft'}, W.noRelations),
  ];
}

const toggle = (label, on, act) => el('button', {type: 'button', class: 'pill', 'aria-pressed': String(Boolean(on)), onclick: act}, label);
const latestFirst = (a, b) => ((b.last || b.first || '') > (a.last || a.first || '') ? 1 : (b.last || b.first || '') < (a.last || a.first || '') ? -1 : a.id - b.id);
const section = (title, content, colour) => el('section', {class: 'group'}, el('h3', {style: colour && `--mark:${colour}`, class: colour && 'marked'}, title), content);

function facts(node) {
  const rows = Object.entries(node.data ?? {});
  return rows.length > 0 && el('dl', {class: 'facts'}, rows.map(([key, value]) => [el('dt', {}, W.fact[key] ?? key), el('dd', {}, typeof value === 'number' ? value.toLocaleString(LANG === 'zh' ? 'zh-CN' : 'en') : short(String(value), 80))]));
}

/** Relations by kind and direction, in the order of the ontology. */
function grouped(node, edges) {
  const groups = new Map();
  for (const relation of DATA.relations) for (const passive of relation.symmetric ? [false] : [false, true]) {
    const list = edges.filter((edge) => edge.relation === relation.name && (relation.symmetric || (edge.from !== node.id) === passive));
    if (list.length) groups.set([relation, passive], list.sort(latestFirst));
  }
  return [...groups].map(([[relation, passive], list]) => section([passive ? t('passive', {label: relation.label}) : relation.label, el('span', {class: 'number'}, String(list.length)), state.relationsOff.has(relation.name) && el('span', {class: 'soft'}, W.offDrawing)],
    growing('div', {}, list, 12, (edge) => item(edge, node, {lead: [glyph(TYPES.get(other(edge, node.id).group)), nameLink(other(edge, node.id), {length: 28, own: edge.from === edge.to})]})), relation.colour));
}

/** One edge as seen from a node: counterpart, what qualifies it, its first sentence; the rest opens on demand. */
function item(edge, node, {lead}) {
  const all = evidence(edge), box = el('article', {class: 'item status-' + edge.status, 'data-edge': edge.id});
  const draw = (whole) => fill(box,
    el('div', {class: 'head'}, lead, statusChip(edge.status), el('button', {type: 'button', class: 'quiet when', title: W.evidence, onclick: () => choose({kind: 'edge', id: edge.id})}, [span(edge), edge.articles > 1 && t('times', {n: edge.articles})].filter(Boolean).join(' · ') || W.evidence)),
    qualifierLine(edge.qualifiers, edge.relation === 'holds_position' ? ['title'] : []),
    all.slice(0, whole ? 30 : 1).map((proof) => quote(proof, edge)),
    !whole && all.length > 1 && el('button', {type: 'button', class: 'quiet', onclick: () => draw(true)}, t('evidenceCount', {n: all.length})));
  draw(false);
  return box;
}

const statusChip = (status) => status !== 'asserted' && el('span', {class: 'chip ' + status}, W.status[status]);

function qualifierLine(qualifiers, without = []) {
  const rows = Object.entries(qualifiers ?? {}).filter(([key, value]) => value !== '' && !without.includes(key) && key !== 'date');
  return rows.length > 0 && el('div', {class: 'qualifiers'}, rows.map(([key, value]) => el('span', {}, el('span', {class: 'soft'}, (W.qualifier[key] ?? key) + ' '), el('bdi', {}, short(String(value), 60)))));
}

// ── sentences ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function quote(proof, edge) {
  return el('figure', {class: 'proof'},
    proof.quote ? el('blockquote', {}, marked(proof.quote, edge, proof)) : el('p', {class: 'soft'}, W.noEvidence),
    el('figcaption', {}, proof.status !== edge.status && statusChip(proof.status), proof.article && [articleLink(proof.article), el('span', {class: 'soft'}, ' ', source(proof.article))], proof.date && proof.date !== proof.article?.published && el('span', {class: 'soft'}, ' · ' + (W.qualifier.date) + ' ' + proof.date)));
}

/** The sentence with the names of both ends marked: where the file says they stand, else where one of their names is found. */
function marked(text, edge, proof) {
  const spans = [];
  for (const [end, given] of [[NODES[edge.from], proof.subject], [NODES[edge.to], proof.object]]) {
    if (given?.length) { for (const [start, stop] of given) spans.push([start, stop, end]); continue; }
    const names = [end.label, ...(end.aliases ?? [])].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
    for (const name of names) {
      const at = text.indexOf(name);
      if (at >= 0) { spans.push([at, at + name.length, end]); break; }
    }
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const parts = [];
  let done = 0;
  for (const [start, stop, end] of spans) {
    if (start < done || stop > text.length || stop <= start) continue;
    parts.push(text.slice(done, start), el('mark', {style: `--mark:${TYPES.get(end.group).colour}`, title: short(end.label, 80)}, text.slice(start, stop)));
    done = stop;
  }
  return [...parts, text.slice(done)];
}

// ── an edge, an article ────────────────────────────────────────────────────────────────────────────────────────────────────────
function edgeView(edge) {
  const relation = RELATIONS.get(edge.relation), all = evidence(edge);
  const twins = AT[edge.from].filter((twin) => twin !== edge && (twin.to === edge.to || twin.from === edge.to) && (edge.from !== edge.to || twin.from === twin.to));
  return [
    el('p', {class: 'kind'}, dash(relation.colour, DASHES[edge.status]), relation.label, statusChip(edge.status)),
    el('h2', {class: 'ends'}, [edge.from, edge.to].map((id, i) => [i === 1 && el('span', {class: 'arrow'}, relation.symmetric ? '↔' : '→'), el('span', {class: 'end'}, glyph(TYPES.get(NODES[id].group)), nameLink(NODES[id], {length: 30}))])),
    el('p', {class: 'soft'}, [span(edge), t('times', {n: edge.articles})].filter(Boolean).join(' · ')),
    qualifierLine(edge.qualifiers),
    el('p', {class: 'soft small'}, relation.description),
    section(W.evidence, all.length ? [growing('div', {}, all, 10, (proof) => el('div', {class: 'item'}, qualifierLine(proof.qualifiers), quote(proof, edge))), edge.more > 0 && el('p', {class: 'soft'}, t('moreEvidence', {n: edge.more}))] : el('p', {class: 'soft'}, W.noEvidence)),
    twins.length > 0 && section(W.kinds, twins.map((twin) => triple(twin))),
  ];
}

const triple = (edge) => el('div', {class: 'item triple'}, el('div', {class: 'head'}, nameLink(NODES[edge.from], {length: 18}), el('button', {type: 'button', class: 'quiet relation', style: `--mark:${RELATIONS.get(edge.relation).colour}`, onclick: () => choose({kind: 'edge', id: edge.id})}, RELATIONS.get(edge.relation).label), nameLink(NODES[edge.to], {length: 18}), statusChip(edge.status)));

function articleView(article) {
  return [
    el('p', {class: 'kind soft'}, source(article)),
    el('h2', {}, el('bdi', {}, short(article.title || W.untitled, 90))),
    article.source && el('p', {class: 'soft small'}, short(article.source, 90)),
    section([W.statementsOf, el('span', {class: 'number'}, String(article.edges.length))], growing('div', {}, edgesOf(article), 20, (edge) => {
      const box = triple(edge), proof = evidence(edge).find((one) => one.article === article);
      if (proof) box.append(el('blockquote', {}, marked(proof.quote, edge, proof)));
      return box;
    })),
  ];
}
