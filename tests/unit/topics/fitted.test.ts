import { describe, expect, it } from 'vitest';
import { fitted } from '../../../components/topics/fitted';

/** Ten pixels a letter. */
const widthOf = (text: string): number => text.length * 10;

describe('a name in a narrow place', () => {
  it('is whole where it fits, the short one where only that fits', () => {
    expect(fitted(['A peace deal is close', 'Deal is close'], 210, widthOf)).toBe('A peace deal is close');
    expect(fitted(['A peace deal is close', 'Deal is close'], 209, widthOf)).toBe('Deal is close');
  });
  it('is cut, with an ellipsis, where none fits, and never wider than its place', () => {
    const text = fitted(['A peace deal is close', 'Deal is close'], 95, widthOf);
    expect(text).toBe('Deal is…');
    expect(widthOf(text)).toBeLessThanOrEqual(95);
    expect(fitted(['Deal'], 1, widthOf)).toBe('D…');
  });
});
