/** A plot of the page as a file of its own: the styles that a stylesheet gives it are written into it. */
import { type LegendEntry, placeLegend } from './svg-legend';

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

/** Room around the plot, and above it for its title and for a line of the legend, in CSS pixels. */
const MARGIN = 16;
const HEAD = 32;
const LINE = 20;
const LEGEND_SIZE = 12.5;

const made = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
};

/** A copy with the styles that the page gives, as attributes. */
function styled(element: SVGElement): SVGElement {
  const copy = element.cloneNode(true) as SVGElement;
  const [from, to] = [element, copy].map((svg) => [svg, ...svg.querySelectorAll<SVGElement>('*')]);
  from?.forEach((one, i) => {
    const target = to?.[i];
    if (!target) return;
    const style = getComputedStyle(one);
    for (const name of carried) {
      const value = style.getPropertyValue(name);
      if (value) target.setAttribute(name, value);
    }
    target.removeAttribute('class');
  });
  return copy;
}

/** The entries of the legend that the page shows: a small drawing and its word. */
export const legendOf = (legend: Element | null): { key: SVGSVGElement; text: string }[] =>
  [...(legend?.children ?? [])].flatMap((entry) => {
    const key = entry.querySelector('svg');
    return key ? [{ key, text: entry.textContent?.trim() ?? '' }] : [];
  });

function widthIn(font: string): (text: string) => number {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (pen) pen.font = font;
  return (text) => pen?.measureText(text).width ?? text.length * 7;
}

/** The SVG's text, self-contained: its title and its legend above it, on a ground in the page's colour. */
export function svgText(plot: SVGSVGElement, title: string, legend: ReturnType<typeof legendOf>): string {
  const copy = styled(plot);
  const page = getComputedStyle(document.body);
  const inside = plot.width.baseVal.value;
  const entries = placeLegend(
    legend.map(({ text }) => text),
    inside,
    widthIn(`${LEGEND_SIZE}px ${page.fontFamily}`),
  );
  const head = HEAD + LINE * (entries.at(-1)?.line ?? -1) + (entries.length > 0 ? LINE : 0);
  const [width, height] = [inside + 2 * MARGIN, plot.height.baseVal.value + head + 2 * MARGIN];
  const [left, top] = [-MARGIN, -MARGIN - head];
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${left} ${top} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const name = made('title', {});
  const font = { fill: page.color, 'font-family': page.fontFamily };
  const heading = made('text', { x: 0, y: top + MARGIN + 14, ...font, 'font-size': 16, 'font-weight': 700 });
  name.textContent = title;
  heading.textContent = title;
  const keys = entries.map(({ x, line }: LegendEntry, i) => {
    const y = top + MARGIN + HEAD + line * LINE + 4;
    const entry = made('g', { transform: `translate(${x} ${y})` });
    const drawing = made('g', { transform: 'translate(8 0)' });
    const word = made('text', { x: 20, y: 4.5, ...font, 'font-size': LEGEND_SIZE });
    word.textContent = legend[i]?.text ?? '';
    drawing.append(...[...(legend[i]?.key.children ?? [])].map((part) => styled(part as SVGElement)));
    entry.append(drawing, word);
    return entry;
  });
  copy.prepend(name, made('rect', { x: left, y: top, width, height, fill: page.backgroundColor }), heading, ...keys);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
