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

/** The SVG's text, self-contained, with a title and a ground in the page's colour. */
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
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries({ width: '100%', height: '100%' })) ground.setAttribute(name, value);
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  name.textContent = title;
  copy.prepend(name, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
