/** Where the entries of a legend stand in a drawing: side by side, in as many lines as they need. Pure. */

export interface LegendEntry {
  /** From the start of the drawing, in its pixels. */
  x: number;
  /** 0 for the first. */
  line: number;
}

/** Room for the drawing before a word, and between two entries. */
const KEY = 20;
const GAP = 16;

/** `widthOf` gives a word's width in pixels; `room` is how wide the drawing is. An entry wider than that has a line of its own. */
export function placeLegend(
  words: readonly string[],
  room: number,
  widthOf: (text: string) => number,
): readonly LegendEntry[] {
  let [x, line] = [0, 0];
  return words.map((word) => {
    const width = KEY + widthOf(word);
    if (x > 0 && x + width > room) [x, line] = [0, line + 1];
    const entry = { x, line };
    x += width + GAP;
    return entry;
  });
}
