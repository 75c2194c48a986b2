// Building blocks of the page. Every text goes in as a text node: nothing from the articles is ever parsed as markup.
const $ = (id) => document.getElementById(id);

/** @param {string} tag @param {Record<string, any>|null} [attributes] @param {...any} children */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else if (name === 'style') for (const [key, part] of Object.entries(value)) node.style.setProperty(key, part);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...shown(children));
  return node;
}

const shown = (children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== '');
const fill = (node, ...children) => { node.replaceChildren(...shown(children)); return node; };
const button = (attributes, ...children) => el('button', {type: 'button', ...attributes}, ...children);
const pill = (text, act, more) => button({class: 'pill', onclick: act, ...more}, text);
const toggle = (text, on, act, more) => pill(text, act, {'aria-pressed': String(Boolean(on)), ...more});
const section = (title, content, colour) => el('section', {class: 'group'}, el('h3', {style: colour && {'--mark': colour}, class: colour && 'marked'}, title), content);

/** A name cut to a length that the eye can take; the whole is in the tooltip. */
function short(text, length = 36) {
  const signs = Array.from(text.slice(0, length * 2 + 2));
  return signs.length > length ? signs.slice(0, length - 1).join('') + '…' : signs.join('');
}
const wholeTitle = (text, length) => (text.length > length ? text.slice(0, 400) : undefined);

/** A name that leads to its profile. */
function nameLink(n, {length = 40, own = false} = {}) {
  const text = short(N.label[n], length), title = wholeTitle(N.label[n], length);
  if (own) return el('bdi', {class: 'name own', title}, text);
  return button({class: 'name', title, 'data-node': n, onclick: () => choose({kind: 'node', id: n})}, el('bdi', {}, text));
}

/** A list that shows its first items and grows on demand. */
function growing(tag, attributes, list, step, row) {
  const node = el(tag, attributes);
  const more = button({class: 'quiet more', onclick: () => grow(step * 4)});
  let done = 0;
  function grow(by) {
    for (const item of list.slice(done, done + by)) node.append(row(item));
    done += by;
    more.hidden = done >= list.length;
    more.textContent = t('more', {n: Math.min(step * 4, list.length - done)});
  }
  grow(step);
  return [node, more];
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const glyph = (type, size = 14) => svg('svg', {viewBox: '-8 -8 16 16', width: size, height: size, class: 'glyph', 'aria-hidden': 'true'}, svg('path', {d: outline(type.shape, 6.2), fill: shade(type.colour)}));

/** A short sample of a line as it is drawn. */
const dash = (colour, pattern, opacity = 1) => svg('svg', {viewBox: '0 0 22 10', width: 22, height: 10, class: 'glyph', 'aria-hidden': 'true'},
  svg('path', {d: 'M1 5H21', stroke: colour[0] === '#' ? shade(colour) : colour, 'stroke-width': 2.4, 'stroke-linecap': 'round', 'stroke-opacity': opacity, 'stroke-dasharray': pattern ? pattern.map((part) => part * 0.7).join(' ') : undefined}));

let saying = 0;
/** A word that passes: said to screen readers too. */
function say(text) {
  const toast = $('toast');
  toast.textContent = text;
  toast.classList.add('on');
  clearTimeout(saying);
  saying = setTimeout(() => toast.classList.remove('on'), 1800);
}
