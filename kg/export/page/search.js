// Finding by name, alias, post, type and pinyin, in full or by initials. Lists stay short; Chinese input methods are waited for.
const SHOWN = 14;
const THINGS = new Set(['Project', 'Policy', 'Event', 'Place']);  // they carry the names of those whom one looks for: these come first
let searchable = null;

/** What each node can be found by; made when somebody first types. */
function searchIndex() {
  const plain = (text) => text.normalize('NFKC').toLowerCase();
  searchable ??= Array.from({length: N.count}, (_, n) => ({n, name: plain(N.label[n]), others: aliasesOf(n).map(plain), posts: postsOf(n).map((e) => ({text: plain(`${N.label[E.to[e]]} ${postText(e)}`), shown: postText(e)})), spelt: null}));
  return searchable;
}

/** @param {string} query @returns {{n: number, by: string}[]} the best first */
function find(query) {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = [];
  for (const entry of searchIndex()) {
    let total = 0, by = '';
    for (const word of words) {
      const [score, why] = match(entry, word);
      if (!score) { total = 0; break; }
      total += score;
      by = why || by;
    }
    if (total) found.push({n: entry.n, by, score: total + Math.min(0.9, Math.log2(1 + DEGREE[entry.n]) / 10) - (isLiteral(entry.n) ? 2 : THINGS.has(typeOf(entry.n).name) && total < 9 ? 1.2 : 0)});
  }
  return found.sort((a, b) => b.score - a.score || a.n - b.n);
}

function match(entry, word) {
  if (entry.name === word) return [10, ''];
  const alias = entry.others.find((name) => name === word);
  if (alias) return [9, alias];
  if (entry.name.startsWith(word)) return [7, ''];
  if (entry.name.includes(word)) return [6, ''];
  const part = entry.others.find((name) => name.includes(word));
  if (part) return [5, part];
  const post = entry.posts.find(({text}) => text.includes(word));
  if (post) return [3.5, post.shown];
  if (/^[a-zü]{2,}$/.test(word)) {
    const [score, at] = spelled(entry, word.replaceAll('ü', 'v'));
    if (score) return [score, at ? entry.others[at - 1] : ''];
  }
  const type = typeOf(entry.n);
  return [type.name, ...Object.values(type.label)].some((text) => text.toLowerCase().includes(word)) ? [1, ''] : [0, ''];
}

/** How well a word in Latin letters spells one of the names of an entry, and which. @returns {[number, number]} */
function spelled(entry, word) {
  entry.spelt ??= [entry.name, ...entry.others].map(PINYIN.spelling);
  let best = [0, 0];
  entry.spelt.forEach((spelt, i) => {
    for (let from = 0; from < spelt.length; from++) {
      if (from && (word.length < 3 || best[0] >= 2.5)) break;
      const how = PINYIN.spells(spelt, word, from);
      if (!how) continue;
      const full = spelt[from].some((read) => read.length > 1 && (word.startsWith(read) || read.startsWith(word)));  // 李 for li before 凌霄
      const score = (from ? 2.5 : how === 2 ? 5 : 4) + (full ? 0.4 : 0);
      if (score > best[0]) best = [score, i];
    }
  });
  return best;
}

/** An input with the list of what was found below it. @param {{id: string, chosen: (n: number) => void, focus?: boolean}} options */
function searchBox({id, chosen, focus = false}) {
  const list = el('ul', {class: 'found', role: 'listbox', id: id + '-found', hidden: true});
  const input = el('input', {id, type: 'search', autocomplete: 'off', spellcheck: 'false', placeholder: id === 'search' ? (innerWidth < 820 ? W.searchShort : W.search) : W.searchShort, 'aria-label': W.search, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id + '-found', enterkeyhint: 'search'});
  let results = [], at = 0;
  const pick = (result) => { close(); input.value = ''; input.blur(); chosen(result.n); };
  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };
  const mark = (i) => { at = i; [...list.children].forEach((row, j) => row.setAttribute('aria-selected', String(i === j))); input.setAttribute('aria-activedescendant', `${id}-${i}`); list.children[i]?.scrollIntoView({block: 'nearest'}); };
  function look() {
    const all = find(input.value);
    results = all.slice(0, SHOWN);
    fill(list, results.length || !input.value.trim() ? results.map((result, i) => row(result, i)) : el('li', {class: 'soft none'}, t('noMatch', {q: short(input.value, 20)})), all.length > SHOWN && el('li', {class: 'soft none'}, t('more', {n: number(all.length - SHOWN)})));
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (results.length) mark(0);
  }
  const row = (result, i) => el('li', {role: 'option', id: `${id}-${i}`, 'data-node': result.n, onmousedown: (event) => { event.preventDefault(); pick(result); }, onmousemove: () => at !== i && mark(i)},
    glyph(typeOf(result.n)), el('bdi', {class: 'label'}, short(N.label[result.n], 26)), el('span', {class: 'soft'}, short(result.by || hint(result.n), 18)));
  input.addEventListener('input', (event) => { if (!event.isComposing) look(); });
  input.addEventListener('compositionend', look);
  input.addEventListener('focus', () => { if (input.value) look(); });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); if (results.length) mark((at + (event.key === 'ArrowDown' ? 1 : results.length - 1)) % results.length); }
    else if (event.key === 'Enter') { if (list.hidden) look(); if (results[at]) pick(results[at]); }
    else if (event.key === 'Escape') { event.stopPropagation(); input.value = ''; close(); input.blur(); }
  });
  if (focus) setTimeout(() => { if (!matchMedia('(pointer: coarse)').matches) input.focus(); });
  return el('div', {class: 'search', role: 'search'}, input, id === 'search' && el('kbd', {}, '/'), list);
}
