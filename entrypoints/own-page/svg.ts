/** A plot of the page as a file of its own: the styles that a stylesheet gives it are written into it. */

const carried = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** Room around the plot, and above it for its title. */
const MARGIN = 16;
const HEAD = 32;

const made = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** The SVG's text, self-contained, with its title above it and a ground in the page's colour. */
export function svgText(plot: SVGSVGElement, title: string): string {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const [from, to] = [plot, copy].map((svg) => [svg, ...svg.querySelectorAll<SVGElement>('*')]);
  from?.forEach((element, i) => {
    const target = to?.[i];
    if (!target) return;
    const style = getComputedStyle(element);
    for (const name of carried) {
      const value = style.getPropertyValue(name);
      if (value) target.setAttribute(name, value);
    }
    target.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const [width, height] = [plot.width.baseVal.value + 2 * MARGIN, plot.height.baseVal.value + HEAD + 2 * MARGIN];
  const [left, top] = [-MARGIN, -MARGIN - HEAD];
  copy.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const page = getComputedStyle(document.body);
  const ground = made('rect', { x: left, y: top, width, height, fill: page.backgroundColor });
  const name = made('title', {});
  const head = made('text', {
    x: 0,
    y: top + MARGIN + 14,
    fill: page.color,
    'font-family': page.fontFamily,
    'font-size': 16,
    'font-weight': 700,
  });
  name.textContent = title;
  head.textContent = title;
  copy.prepend(name, ground, head);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
