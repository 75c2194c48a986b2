// Dates of articles are often partial: 2024-05, 2024, --05-25 (no year), 2024-05-08/2024-05-09. Here they become spans of days.
const DAY = 86400e3;
const dayNumber = (year, month, day) => Math.floor(Date.UTC(year, month - 1, day) / DAY);

/** First and last day that a date may mean, in days since 1970; null where the year is not known. @param {string} text @returns {[number, number]|null} */
function daySpan(text) {
  const parts = text.split('/').map(single).filter(Boolean);
  return parts.length ? [parts[0][0], parts.at(-1)[1]] : null;
}

function single(text) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter) return [dayNumber(+quarter[1], quarter[2] * 3 - 2, 1), dayNumber(+quarter[1], quarter[2] * 3 + 1, 0)];
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => part && Number(part));
  return [dayNumber(year, month ?? 1, day ?? 1), day ? dayNumber(year, month, day) : month ? dayNumber(year, month + 1, 0) : dayNumber(year, 12, 31)];
}

/** A date as it is read: a range in short, an unknown year as such. @param {string} text */
function readable(text) {
  const [from, to] = text.replaceAll(/(^|\/)--/g, '$1????-').split('/');
  return to ? `${from}–${from.slice(0, 5) === to.slice(0, 5) ? to.slice(5) : to}` : from;
}

const dayText = (n) => new Date(n * DAY).toISOString().slice(0, 10);

/** Each date of the file as a span; filled when the graph is read. */
let SPANS = [];
const readDates = () => { SPANS = DATA.dates.map(daySpan); };

/** Whether an edge is told of within the range; null where nothing of it is dated. */
function within(e, low, high) {
  let dated = false;
  for (const at of E.days[e]) {
    const span = SPANS[at];
    if (!span) continue;
    if (span[1] >= low && span[0] <= high) return true;
    dated = true;
  }
  return dated ? false : null;
}

/** Statements by year, quarter, month or day, whatever gives a few dozen bars. Partial dates are shared out over the bars that they cover. */
function histogramBins(most = 48) {
  const spans = SPANS.filter(Boolean);
  if (!spans.length) return null;
  const starts = spans.map((span) => span[0]).sort((a, b) => a - b), ends = spans.map((span) => span[1]).sort((a, b) => a - b), at = (list, part) => list[Math.round((list.length - 1) * part)];
  // Lone dates far off (a founding year, a target year) would squeeze all others: they count into the first and the last bar.
  const whole = ends.at(-1) - starts[0], low = at(starts, 0.03) - starts[0] > 0.3 * whole ? at(starts, 0.03) : starts[0], high = ends.at(-1) - at(ends, 0.99) > 0.3 * whole ? at(ends, 0.99) : ends.at(-1);
  const months = (high - low) / 30.4;
  const step = high - low < most ? 'day' : months < most ? 'month' : months / 3 < most ? 'quarter' : 'year';
  const bins = [];
  for (let at = startOf(low, step); at <= high; at = next(at, step)) bins.push({from: at, to: next(at, step) - 1, total: 0, kept: 0});
  return {step, bins, low: bins[0].from, high: bins.at(-1).to};
}

function startOf(day, step) {
  const date = new Date(day * DAY), year = date.getUTCFullYear(), month = date.getUTCMonth();
  return step === 'day' ? day : step === 'month' ? dayNumber(year, month + 1, 1) : step === 'quarter' ? dayNumber(year, month - (month % 3) + 1, 1) : dayNumber(year, 1, 1);
}

function next(day, step) {
  const date = new Date(day * DAY), year = date.getUTCFullYear(), month = date.getUTCMonth();
  return step === 'day' ? day + 1 : step === 'month' ? dayNumber(year, month + 2, 1) : step === 'quarter' ? dayNumber(year, month + 4, 1) : dayNumber(year + 1, 1, 1);
}
