// Finding a name: all names of all entities, the best first; arrows and Enter, or a click.
const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
let folded = null;

/** Up to `limit` nodes one of whose names holds the query: same, then beginning, then holding it; the better connected first. */
function find(query, limit = 12) {
  const wanted = fold(query);
  if (!wanted) return [];
  folded ??= NODES.map((node) => [node.label, ...(node.aliases ?? [])].map((name) => fold(name.slice(0, 200))));
  const found = [];
  for (const node of NODES) {
    let best = Infinity, which = 0;
    folded[node.id].forEach((name, i) => {
      const at = name.indexOf(wanted), score = at < 0 ? Infinity : (name === wanted ? 0 : at === 0 ? 2 : 4) + (i > 0 ? 1 : 0);
      if (score < best) { best = score; which = i; }
    });
    if (best < Infinity) found.push({node, best: best + (isLiteral(node) ? 6 : 0), name: which > 0 ? node.aliases[which - 1] : null});
  }
  return found.sort((a, b) => a.best - b.best || RANK[a.node.id] - RANK[b.node.id]).slice(0, limit);
}

function searchBox() {
  const input = el('input', {type: 'search', id: 'search', placeholder: W.search, autocomplete: 'off', spellcheck: 'false', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'found', 'aria-label': W.search});
  const list = el('ul', {id: 'found', role: 'listbox', hidden: true});
  let results = [], at = 0;
  const pick = (result) => { close(); input.value = ''; input.blur(); choose({kind: 'node', id: result.node.id}); };
  const close = () => { list.hidden = true; input.setAttribute('aria-expanded', 'false'); };
  const draw = () => {
    list.hidden = !input.value.trim();
    input.setAttribute('aria-expanded', String(!list.hidden));
    fill(list, results.length ? results.map((result, i) => el('li', {role: 'option', 'aria-selected': String(i === at), onmousedown: (event) => { event.preventDefault(); pick(result); }},
      glyph(TYPES.get(result.node.group)), el('bdi', {class: 'label'}, short(result.node.label, 26)), result.name && el('span', {class: 'soft'}, el('bdi', {}, short(result.name, 14))), el('span', {class: 'number'}, isLiteral(result.node) ? '' : String(DEGREE[result.node.id])))) : el('li', {class: 'soft'}, t('noMatch', {q: short(input.value, 20)})));
  };
  input.addEventListener('input', () => { results = find(input.value); at = 0; draw(); });
  input.addEventListener('focus', () => { if (input.value) { results = find(input.value); draw(); } });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;  // the Enter that ends a Chinese input method's word is no choice
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); at = (at + (event.key === 'ArrowDown' ? 1 : -1) + results.length) % Math.max(1, results.length); draw(); }
    else if (event.key === 'Enter' && results[at]) pick(results[at]);
    else if (event.key === 'Escape') { event.stopPropagation(); input.value = ''; close(); input.blur(); }
  });
  return el('div', {class: 'search'}, input, el('kbd', {}, '/'), list);
}
