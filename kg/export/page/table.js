// Tables of entities and of statements: sorted by a click on the heading, filtered by a word, copied or taken away as CSV.
// Only the rows in sight are in the page, so that a hundred thousand of them scroll as easily as ten.
const HIGH = 34;
const table = {kind: 'statements', rows: [], shown: [], sort: null, down: false, words: '', relations: [], status: -1, type: -1, open: false};

async function openTable(kind, {relations = [], open = false, type = -1} = {}) {
  Object.assign(table, {kind, relations, open, status: -1, type, words: '', sort: kind === 'entities' ? 'degree' : 'date', down: true});
  const dialog = $('table');
  if (!dialog.open) dialog.showModal();
  await readRows();
  drawTable();
}

const columnsOf = () => (table.kind === 'entities' ? ['name', 'type', 'aliases', 'posts', 'degree', 'articles', 'first', 'last', 'value'] : ['subject', 'relation', 'object', 'status', 'date', 'qualifiers', ...(table.open ? ['other'] : []), 'quote', 'title', 'paper', 'published', 'confidence']);

async function readRows() {
  if (table.kind === 'entities') { table.rows = Array.from(ORDER, entityRow); return; }
  const rows = [];
  for (let e = 0; e < E.count; e++) {
    if (!edgeOn[e] || (table.open && !isOpen(e))) continue;
    const other_ = table.open ? twins(e).filter((twin) => E.status[twin] === 0).map((twin) => label(relationOf(twin))).join(W.listSeparator) : '';
    for (const proof of await evidence(e)) rows.push({edge: e, n: E.from[e], m: E.to[e], other: other_, proof, order: rows.length});
  }
  table.rows = rows;
}

/** Planned, and no article says that the same came about. */
const isOpen = (e) => E.status[e] === PLANNED;

const entityRow = (n, order) => ({n, order});
const CELLS = {
  name: ({n}) => N.label[n], type: ({n}) => label(typeOf(n)), aliases: ({n}) => aliasesOf(n).join(W.listSeparator), posts: ({n}) => postsOf(n).map(postText).join(W.listSeparator),
  degree: ({n}) => DEGREE[n], articles: ({n}) => N.articles[n], first: ({n}) => N.facts[n]?.first ?? '', last: ({n}) => N.facts[n]?.last ?? '', value: ({n}) => N.facts[n]?.value ?? '',
  subject: ({n}) => N.label[n], relation: ({edge}) => label(relationOf(edge)), object: ({m}) => N.label[m], status: ({proof}) => W.status[proof.status], date: ({proof}) => proof.date || proof.article.published || '',
  qualifiers: ({proof}) => qualifierPairs(proof.qualifiers).map((pair) => pair.join(' ')).join('；'), other: ({other}) => other, quote: ({proof}) => proof.quote, title: ({proof}) => proof.article.title, paper: ({proof}) => proof.article.paper ?? '',
  published: ({proof}) => proof.article.published ?? '', confidence: ({edge}) => Number(E.confidence[edge].toFixed(2)),
};

function selectRows() {
  const words = table.words.toLowerCase().split(/\s+/).filter(Boolean), columns = columnsOf();
  table.shown = table.rows.filter((row) => (table.type < 0 || N.type[row.m ?? row.n] === table.type) && (table.kind === 'entities' || (!table.relations.length || table.relations.includes(E.relation[row.edge])) && (table.status < 0 || STATUSES[table.status] === row.proof.status))
    && words.every((word) => columns.some((column) => String(CELLS[column](row)).toLowerCase().includes(word))));
  if (!table.sort) return;
  const cell = CELLS[table.sort], turn = table.down ? -1 : 1, collator = new Intl.Collator(LANG === 'zh' ? 'zh-Hans-CN' : 'en', {numeric: true}), keys = new Map(table.shown.map((row) => [row, cell(row)]));
  table.shown.sort((a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === '' || y === '') return (x === '') - (y === '') || a.order - b.order;  // empty cells last, either way
    return turn * (typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y))) || a.order - b.order;
  });
}

function drawTable() {
  selectRows();
  const columns = columnsOf(), statements = table.kind === 'statements', again = () => { selectRows(); drawRows(); };
  const choice = (id, all, list, value, set) => el('select', {id, onchange: (event) => { set(Number(event.target.value)); again(); }}, el('option', {value: -1, selected: value < 0}, all), list.map(([i, text]) => el('option', {value: i, selected: i === value}, text)));
  const many = table.relations.length > 1;
  fill($('table'),
    el('header', {}, [['statements', W.tableStatements], ['entities', W.tableEntities]].map(([kind, text]) => toggle(text, table.kind === kind, () => openTable(kind))),
      el('input', {type: 'search', id: 'rows-filter', placeholder: W.filterRows, 'aria-label': W.filterRows, value: table.words, oninput: (event) => { if (event.isComposing) return; table.words = event.target.value; again(); }, oncompositionend: (event) => { table.words = event.target.value; again(); }}),
      statements ? [choice('rows-relation', many ? table.relations.map((i) => label(RELATIONS[i])).join('+') : W.allRelations, RELATIONS.map((relation, i) => [i, label(relation)]), many ? -1 : table.relations[0] ?? -1, (i) => { table.relations = i < 0 ? [] : [i]; }),
        choice('rows-status', W.allStatuses, STATUSES.map((status, i) => [i, W.status[status]]), table.status, (i) => { table.status = i; }),
        el('label', {class: 'check'}, el('input', {type: 'checkbox', id: 'rows-open', checked: table.open, onchange: (event) => openTable('statements', {relations: table.relations, open: event.target.checked})}), W.openOnly)]
        : false,
      choice('rows-type', statements ? W.allObjects : W.allTypes, TYPES.map((type, i) => [i, label(type)]), table.type, (i) => { table.type = i; }),
      el('span', {class: 'soft', id: 'rows-count'}),
      el('span', {class: 'right'}, pill(W.copy, copyTable, {id: 'rows-copy'}), pill(W.csv, downloadTable, {id: 'rows-csv'}), button({class: 'quiet close', 'aria-label': W.close, onclick: () => $('table').close()}, '✕'))),
    el('p', {class: 'soft small'}, table.open ? W.openNote : W.tableNote),
    el('div', {class: 'grid', id: 'rows', role: 'table', onscroll: drawRows, tabindex: 0}, el('div', {class: 'row heads', role: 'row'}, columns.map((column) => button({class: 'cell ' + column, role: 'columnheader', 'data-column': column, 'aria-sort': table.sort === column ? (table.down ? 'descending' : 'ascending') : 'none',
      onclick: () => { if (table.sort === column) table.down = !table.down; else Object.assign(table, {sort: column, down: ['degree', 'articles', 'value'].includes(column)}); drawTable(); }}, W.columns[column], table.sort === column ? (table.down ? ' ▾' : ' ▴') : ''))), el('div', {class: 'rows', id: 'rows-body'})));
  drawRows();
}

function drawRows() {
  const grid = $('rows'), body = $('rows-body'), columns = columnsOf();
  if (!grid) return;
  body.style.height = table.shown.length * HIGH + 'px';
  const first = Math.max(0, Math.floor(grid.scrollTop / HIGH) - 6), last = Math.min(table.shown.length, first + Math.ceil((grid.clientHeight || 600) / HIGH) + 14);
  fill(body, table.shown.slice(first, last).map((row, i) => el('div', {class: 'row', role: 'row', style: {top: (first + i) * HIGH + 'px'}}, columns.map((column) => el('div', {class: 'cell ' + column, role: 'cell'}, cellContent(row, column))))));
  $('rows-count').textContent = t('rows', {n: number(table.shown.length)});
}

function cellContent(row, column) {
  const text = CELLS[column](row), go = (target) => { $('table').close(); choose(target); };
  const link = (target) => button({class: 'name', onclick: () => go(target)}, el('bdi', {}, short(String(text), 40)));
  if (column === 'name' || column === 'subject') return [glyph(typeOf(row.n)), link({kind: 'node', id: row.n})];
  if (column === 'object') return [glyph(typeOf(row.m)), link({kind: 'node', id: row.m})];
  if (column === 'relation') return link({kind: 'edge', id: row.edge});
  if (column === 'title') return link({kind: 'article', id: row.proof.article.id});
  if (column === 'status') return row.proof.status === 'asserted' ? el('span', {class: 'soft'}, text) : statusChip(row.proof.status);
  if (column === 'date') return readable(text);
  return el('bdi', {title: wholeTitle(String(text), 14)}, typeof text === 'number' && column === 'value' ? number(text) : short(String(text), 160));
}
