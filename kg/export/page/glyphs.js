// The outlines of the types, as SVG paths: the canvas, the legend and the panel draw the same marks.
const polygon = (count, radius, start = -Math.PI / 2) => Array.from({length: count}, (_, i) => [radius * Math.cos(start + i * 2 * Math.PI / count), radius * Math.sin(start + i * 2 * Math.PI / count)]);
const closed = (points) => 'M' + points.map(([x, y]) => x.toFixed(2) + ' ' + y.toFixed(2)).join('L') + 'Z';
const round = (rx, ry) => `M${-rx} 0A${rx} ${ry} 0 1 0 ${rx} 0A${rx} ${ry} 0 1 0 ${-rx} 0Z`;

function outline(shape, r) {
  switch (shape) {
    case 'square': return closed(polygon(4, r * 1.22, Math.PI / 4));
    case 'diamond': return closed(polygon(4, r * 1.22));
    case 'triangle': return closed(polygon(3, r * 1.28).map(([x, y]) => [x, y + r * 0.18]));
    case 'triangleDown': return closed(polygon(3, r * 1.28, Math.PI / 2).map(([x, y]) => [x, y - r * 0.18]));
    case 'hexagon': return closed(polygon(6, r * 1.1, 0));
    case 'star': { const outer = polygon(5, r * 1.34), inner = polygon(5, r * 0.62, -Math.PI / 2 + Math.PI / 5); return closed(outer.flatMap((point, i) => [point, inner[i]])); }
    case 'box': return closed([[-r * 0.82, -r * 1.08], [r * 0.42, -r * 1.08], [r * 0.82, -r * 0.66], [r * 0.82, r * 1.08], [-r * 0.82, r * 1.08]]);
    case 'ellipse': return round(r * 1.3, r * 0.82);
    case 'text': return round(r * 0.62, r * 0.62);
    default: return round(r, r);
  }
}

let dark = false;
/** A colour of the ontology as it is drawn: lighter on a dark sheet. */
const shade = (colour) => (dark ? '#' + [1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.76 + 61).toString(16).padStart(2, '0')).join('') : colour);

const outlines = new Map();
/** The same as a Path2D of radius 1, made once. */
function shapePath(shape) {
  if (!outlines.has(shape)) outlines.set(shape, new Path2D(outline(shape, 1)));
  return outlines.get(shape);
}
