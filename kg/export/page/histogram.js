// When things were told: bars over time; drag over them, or type two dates, to see only that time.
/** Count an edge into bins: each of its dates once, shared out where it is partial. */
function tally(bins, e, key) {
  for (const at of E.days[e]) {
    const span = SPANS[at];
    if (!span) continue;
    const first = binAt(bins, span[0]), last = binAt(bins, span[1]);
    for (let i = first; i <= last; i++) bins.bins[i][key] += 1 / (last - first + 1);
  }
}

function binAt(bins, day) {
  let low = 0, high = bins.bins.length - 1;
  while (low < high) { const middle = (low + high + 1) >> 1; if (bins.bins[middle].from <= day) low = middle; else high = middle - 1; }
  return low;
}

function timeline() {
  const bins = histogramBins();
  if (!bins || bins.bins.length < 2) return false;
  const kept = {...state, from: '', to: ''}, range = [state.from ? daySpan(state.from)[0] : bins.low, state.to ? daySpan(state.to)[1] : bins.high];
  let undated = 0;
  for (let e = 0; e < E.count; e++) {
    if (kept.relationsOff.has(E.relation[e]) || kept.statusesOff.has(E.status[e]) || E.confidence[e] < kept.confidence || E.articles[e] < kept.articles) continue;
    if (within(e, -Infinity, Infinity) === null) undated++; else tally(bins, e, 'total');
  }
  const most = Math.max(1e-9, ...bins.bins.map((bin) => bin.total)), wide = 100 / bins.bins.length;
  const bars = svg('svg', {viewBox: '0 0 100 40', preserveAspectRatio: 'none', id: 'bars', role: 'img', 'aria-label': W.time});
  bins.bins.forEach((bin, i) => {
    const inside = bin.to >= range[0] && bin.from <= range[1], high = bin.total ? Math.max(1.2, 38 * bin.total / most) : 0;
    bars.append(svg('rect', {x: i * wide + wide * 0.08, width: wide * 0.84, y: 40 - high, height: high, class: inside ? 'in' : 'out'}, svg('title', {}, `${binName(bin, bins.step)}：${Math.round(bin.total)}`)));
  });
  brush(bars, bins);
  const filtered = state.from || state.to;
  const total = bins.bins.reduce((sum, bin) => sum + (bin.to >= range[0] && bin.from <= range[1] ? bin.total : 0), 0);
  const input = (key, day) => el('input', {type: 'date', id: 'time-' + key, 'aria-label': W[key], value: dayText(day), onchange: (event) => setTime(key === 'from' ? event.target.value : state.from, key === 'to' ? event.target.value : state.to)});
  return el('section', {class: 'time'}, el('h3', {}, W.time, filtered ? button({class: 'quiet on', onclick: () => setTime('', '')}, W.allTime) : ''),
    bars, el('div', {class: 'range'}, input('from', range[0]), input('to', range[1])),
    filtered && el('p', {class: 'soft small'}, t('span', {from: dayText(range[0]), to: dayText(range[1]), n: number(Math.round(total))})),
    undated > 0 && el('label', {class: 'check'}, el('input', {type: 'checkbox', id: 'undated', checked: state.undated, onchange: (event) => setFilter('undated', event.target.checked)}), t('undated', {n: number(undated)})));
}

const binName = (bin, step) => { const day = dayText(bin.from); return step === 'day' ? day : step === 'month' ? day.slice(0, 7) : step === 'quarter' ? `${day.slice(0, 4)}-Q${Math.floor(Number(day.slice(5, 7)) / 3) + 1}` : day.slice(0, 4); };

function brush(bars, bins) {
  let start = null;
  const at = (event) => { const box = bars.getBoundingClientRect(); return Math.max(0, Math.min(bins.bins.length - 1, Math.floor((event.clientX - box.left) / box.width * bins.bins.length))); };
  const mark = (a, b) => [...bars.children].forEach((bar, i) => bar.setAttribute('class', i >= Math.min(a, b) && i <= Math.max(a, b) ? 'in' : 'out'));
  bars.addEventListener('pointerdown', (event) => { start = at(event); bars.setPointerCapture(event.pointerId); mark(start, start); });
  bars.addEventListener('pointermove', (event) => { if (start !== null) mark(start, at(event)); });
  bars.addEventListener('pointerup', (event) => {
    if (start === null) return;
    const end = at(event), [a, b] = [Math.min(start, end), Math.max(start, end)];
    start = null;
    setTime(a === 0 ? '' : dayText(bins.bins[a].from), b === bins.bins.length - 1 ? '' : dayText(bins.bins[b].to));
  });
}

function setTime(from, to) {
  if (from && to && from > to) [from, to] = [to, from];
  state.from = from; state.to = to;
  changed('filter');
  rememberView({replace: true});
}

function setFilter(key, value) {
  state[key] = value;
  changed('filter');
  rememberView({replace: true});
}
