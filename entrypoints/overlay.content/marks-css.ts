/** The marks' rules for one style, for documents and shadow roots where our host, on which the choice stands, is out of reach. */
import type { MarkStyle } from '../../utils/settings';

/** What a rule of `highlight-styles.css` begins with, and the style that it is for (none: all but the first). */
const chosen =
  /:root:is\(:has\(>\s*said-before-overlay\[data-marks(?:="?(\w+)"?)?\]\),\s*\[data-marks(?:="?\w+"?)?\]\)\s*\*::highlight/g;

/** `lines`: the rules of the default style; `styles`: those of the others, as they stand in the manifest's stylesheet. */
export function marksCss(lines: string, styles: string, style: MarkStyle): string {
  if (style === 'line') return lines;
  const own = styles.replace(chosen, (_all, name: string | undefined) =>
    name === undefined || name === style ? '::highlight' : 'said-before-no-such-element::highlight',
  );
  return `${lines}\n${own}`;
}
