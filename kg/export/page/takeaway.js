// Taking things away: CSV, the clipboard, a picture, paper, a link.
function tableCells() {
  const columns = columnsOf();
  return [columns.map((column) => W.columns[column]), ...table.shown.map((row) => columns.map((column) => String(CELLS[column](row))))];
}

/** Cells that a spreadsheet would run as a formula are quoted. */
const harmless = (text) => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? "'" + text : text);
const csvCell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function downloadTable() {
  const text = tableCells().map((row) => row.map((cell) => csvCell(harmless(cell))).join(',')).join('\r\n');
  download(new Blob(['\ufeff', text, '\r\n'], {type: 'text/csv;charset=utf-8'}), `${table.kind === 'entities' ? W.tableEntities : W.tableStatements}.csv`);  // a byte order mark, or Excel reads Chinese wrongly
}

const copyTable = () => copy(tableCells().map((row) => row.map((cell) => harmless(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n'), W.copied);

async function copy(text, done) {
  try { await navigator.clipboard.writeText(text); say(done); return; } catch { /* a page from disk may not be allowed: the old way then */ }
  const area = el('textarea', {class: 'away', readonly: true});
  area.value = text;
  ($('table').open ? $('table') : document.body).append(area);
  area.select();
  say(document.execCommand('copy') ? done : W.copyFailed);
  area.remove();
}

function download(blob, name) {
  const link = el('a', {href: URL.createObjectURL(blob), download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 30000);
}

/** The drawing as it is seen, three times as fine, with its title and what the marks mean. @returns {Promise<Blob>} */
function picture() {
  const {width, height} = screen_, ratio = Math.min(3, 8000 / Math.max(width, height)), foot = 46, sheet = document.createElement('canvas'), ctx = sheet.getContext('2d');
  sheet.width = width * ratio; sheet.height = (height + foot) * ratio;
  finish(paintAll(ctx, {...camera}, {width, height, ratio}));
  const focus = focusOf(state.chosen);
  if (focus) spotlight(ctx, {...camera}, state.chosen, focus, width, height);
  ctx.globalAlpha = 1;
  ctx.fillStyle = ink.panel;
  ctx.fillRect(0, height, width, foot);
  ctx.textAlign = 'left'; ctx.textBaseline = 'middle';
  ctx.fillStyle = ink.ink; ctx.font = `600 13px ${FONT}`;
  ctx.fillText(short(titleText(), 40), 12, height + 14);
  ctx.font = `11px ${FONT}`;
  let x = 12;
  for (const i of new Set(Array.from(drawing.nodes, (n) => N.type[n]))) {
    ctx.save(); ctx.translate(x + 6, height + 33); ctx.scale(5, 5); ctx.fillStyle = shade(TYPES[i].colour); ctx.fill(shapePath(TYPES[i].shape)); ctx.restore();
    ctx.fillStyle = ink.soft; ctx.fillText(label(TYPES[i]), x + 15, height + 33);
    x += 28 + ctx.measureText(label(TYPES[i])).width;
    if (x > width - 60) break;
  }
  return new Promise((resolve) => sheet.toBlob(resolve, 'image/png'));
}

const savePicture = async () => download(await picture(), `${short(titleText(), 40).replace(/[\\/:*?"<>|]/g, '_')}.png`);

async function copyLink() {
  write('replaceState');
  await copy(location.href.split('#')[0] + '#' + hash(), W.linked);
}
