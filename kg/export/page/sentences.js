// Sentences as evidence: quoted, with the names of both ends marked, and where they were printed.
const articleLink = (article) => button({class: 'name', title: wholeTitle(article.title, 46), onclick: () => choose({kind: 'article', id: article.id})}, el('bdi', {}, short(article.title || W.untitled, 46)));

function source(article) {
  const parts = [short(article.paper ?? '', 20), article.published, article.page && t('page', {page: short(article.page, 12)})].filter(Boolean);
  return parts.length ? parts.map((part, i) => [i > 0 && ' · ', el('span', {class: 'whole'}, part)]) : W.noDate;
}

const statusChip = (status) => status !== 'asserted' && el('span', {class: 'chip ' + status}, W.status[status]);

const qualifierPairs = (qualifiers, without = []) => Object.entries(qualifiers ?? {}).filter(([key, value]) => value !== '' && key !== 'date' && !without.includes(key)).map(([key, value]) => [W.qualifier[key] ?? key, String(value)]);

function qualifierLine(qualifiers, without) {
  const rows = qualifierPairs(qualifiers, without);
  return rows.length > 0 && el('div', {class: 'qualifiers'}, rows.map(([key, value]) => el('span', {}, el('span', {class: 'soft'}, key + ' '), el('bdi', {}, short(value, 60)))));
}

/** @param {Proof} proof @param {number} e */
function quote(proof, e) {
  const event = proof.date && proof.date !== proof.article.published;
  return el('figure', {class: 'proof'},
    proof.quote ? clamped(el('blockquote', {}, marked(proof.quote, e, proof))) : el('p', {class: 'soft'}, W.noEvidence),
    el('figcaption', {}, proof.status !== statusOf(e) && statusChip(proof.status), articleLink(proof.article), el('span', {class: 'soft'}, ' ', source(proof.article)), event && el('span', {class: 'soft'}, ' · ' + W.qualifier.date + ' ' + readable(proof.date))));
}

/** Long quotes open when they are clicked. */
function clamped(node) {
  node.addEventListener('click', () => { if (!String(getSelection())) node.classList.toggle('open'); });
  return node;
}

/** The sentence with the names of both ends marked: where the file says they stand, else where one of their names is found. */
function marked(text, e, proof) {
  const spans = [];
  for (const [n, given] of [[E.from[e], proof.subject], [E.to[e], proof.object]]) {
    if (given?.length) for (const [start, stop] of given) spans.push([start, stop, n]);
    else spans.push(...found(text, n));
  }
  spans.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const parts = [];
  let done = 0;
  for (const [start, stop, n] of spans) {
    if (start < done || stop > text.length || stop <= start) continue;
    parts.push(text.slice(done, start), el('mark', {style: {'--mark': shade(typeOf(n).colour)}, title: short(N.label[n], 80)}, text.slice(start, stop)));
    done = stop;
  }
  return [...parts, text.slice(done)];
}

/** Where a name of a node stands in a text: its longest name that is there, else its beginning (a firm called by its brand). */
function found(text, n) {
  const names = [N.label[n], shortName(n), ...aliasesOf(n)].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  for (const name of names) { const at = text.indexOf(name); if (at >= 0) return [[at, at + name.length, n]]; }
  return [];
}

/** Fill a box with sentences of an edge once they are read. */
function sentencesOf(e, most) {
  const box = el('div', {class: 'sentences'});
  evidence(e).then((all) => {
    fill(box, all.slice(0, most).map((proof) => quote(proof, e)),
      all.length > most && button({class: 'quiet', onclick: () => fill(box, all.map((proof) => quote(proof, e)))}, t('evidenceCount', {n: all.length})));
  });
  return box;
}
