/** The marks' rules for one style, for documents and shadow roots where our host, on which the choice stands, is out of reach. */
import type { MarkStyle } from '../../utils/settings';

/** What a block of `highlight-styles.css` is for: one style, or (none named) all but the first. */
const chosen = /:root:is\(:has\(>\s*said-before-overlay\[data-marks(?:="?(\w+)"?)?\]\),\s*\[[^\]]*\]\)/g;

/** `lines`: the rules of the default style; `styles`: those of the others, as they stand in the manifest's stylesheet. */
export function marksCss(lines: string, styles: string, style: MarkStyle): string {
  if (style === 'line') return lines;
  const own = styles.replace(chosen, (_all, name?: string) =>
    name === undefined || name === style ? ':is(:root, :host)' : 'said-before-none',
  );
  return `${lines}\n${own}`;
}
