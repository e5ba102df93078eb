import { describe, expect, it } from 'vitest';
import { placeLegend } from '../../../entrypoints/own-page/svg-legend';

/** Ten pixels a letter. */
const widthOf = (text: string): number => text.length * 10;

describe('the legend of an exported plot', () => {
  it('stands in one line where there is room', () => {
    expect(placeLegend(['ab', 'cd'], 200, widthOf)).toEqual([
      { x: 0, line: 0 },
      { x: 56, line: 0 },
    ]);
  });
  it('goes on in the next line, and never leaves the drawing unless a word is wider than it', () => {
    const words = ['affirms', 'denies', 'leaves open', 'reversal', 'a word wider than the drawing'];
    const places = placeLegend(words, 200, widthOf);
    expect(places.map(({ line }) => line)).toEqual([0, 0, 1, 2, 3]);
    for (const [i, { x }] of places.entries())
      expect(x === 0 || x + 20 + widthOf(words[i] as string) <= 200, words[i]).toBe(true);
  });
  it('is nothing for a plot without one', () => expect(placeLegend([], 200, widthOf)).toEqual([]));
});
