// Building blocks of the page. Every text goes in as a text node: nothing from the articles is ever parsed as markup.
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== false && child !== '') node.append(child);
  return node;
}

const fill = (node, ...children) => { node.replaceChildren(...children.flat(Infinity).filter((child) => child)); return node; };

/** A name cut to a length that the eye can take; the whole is in the tooltip. */
function short(text, length = 36) {
  const signs = Array.from(text.slice(0, length * 2 + 2));
  return signs.length > length ? signs.slice(0, length - 1).join('') + '…' : signs.join('');
}

/** A name that leads to its profile. */
function nameLink(node, {length = 40, own = false} = {}) {
  const label = short(node.label, length);
  const title = node.label.length > length ? node.label.slice(0, 400) : undefined;
  if (own) return el('bdi', {class: 'name own', title}, label);
  return el('button', {class: 'name', type: 'button', title, 'data-node': node.id, onclick: () => choose({kind: 'node', id: node.id})}, el('bdi', {}, label));
}

function glyph(type, size = 14) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({viewBox: '-8 -8 16 16', width: size, height: size, class: 'glyph', 'aria-hidden': 'true'})) svg.setAttribute(name, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', outline(type.shape, 6.2));
  path.setAttribute('fill', type.colour);
  svg.append(path);
  return svg;
}

/** A short sample of a line as it is drawn. */
function dash(colour, pattern, opacity = 1) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({viewBox: '0 0 22 10', width: 22, height: 10, class: 'glyph', 'aria-hidden': 'true'})) svg.setAttribute(name, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [name, value] of Object.entries({d: 'M1 5H21', stroke: colour, 'stroke-width': 2.4, 'stroke-linecap': 'round', 'stroke-opacity': opacity})) path.setAttribute(name, value);
  if (pattern) path.setAttribute('stroke-dasharray', pattern.map((part) => part * 0.7).join(' '));
  svg.append(path);
  return svg;
}
