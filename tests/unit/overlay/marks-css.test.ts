import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { marksCss } from '../../../entrypoints/overlay.content/marks-css';

const lines = readFileSync('entrypoints/highlight.css', 'utf8');
const styles = readFileSync('entrypoints/highlight-styles.css', 'utf8');

type Colour = [number, number, number];
const hex = (text: string): Colour =>
  [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)) as unknown as Colour;

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as Colour;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
const over = (top: Colour, alpha: number, page: Colour): Colour =>
  top.map((value, i) => value * alpha + (page[i] as number) * (1 - alpha)) as unknown as Colour;

/** White, the sepias of reading modes, black, and the dark grey of dark pages; each with the text that stands on it. */
const papers: Record<string, [page: Colour, ink: Colour]> = {
  white: [hex('#ffffff'), hex('#222222')],
  sepia: [hex('#f4ecd8'), hex('#5b4636')],
  'light sepia': [hex('#fbf0d9'), hex('#5f4b32')],
  black: [hex('#000000'), hex('#cccccc')],
  'dark grey': [hex('#121212'), hex('#d0d0d0')],
};

describe('contrast of marks (WCAG 2.2 AA)', () => {
  const drawn = [...`${lines}${styles}`.matchAll(/text-decoration:[^;]*?(#[0-9a-f]{6})/g)].map((m) => m[1] as string);
  const washes = [...`${lines}${styles}`.matchAll(/background-color: rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/g)];

  it('finds the colours that it is about', () => {
    expect(new Set(drawn).size).toBe(4);
    expect(washes.length).toBe(4);
  });

  for (const [name, [page, ink]] of Object.entries(papers)) {
    it(`lines stand out from ${name} by at least 3:1`, () => {
      for (const colour of new Set(drawn)) expect(contrast(hex(colour), page), colour).toBeGreaterThanOrEqual(3);
    });

    it(`text on a tinted mark keeps 4.5:1 on ${name}`, () => {
      for (const [all, r, g, b, alpha] of washes) {
        const tinted = over([Number(r), Number(g), Number(b)], Number(alpha) / 100, page);
        expect(contrast(ink, tinted), all).toBeGreaterThanOrEqual(4.5);
      }
    });
  }
});

describe('rules for frames and shadow roots', () => {
  it('are the default style alone, or one other with it', () => {
    expect(marksCss(lines, styles, 'line')).toBe(lines);
    const bold = marksCss(lines, styles, 'bold');
    expect(bold.match(/:is\(:root, :host\)/g)?.length).toBe(1);
    expect(bold).not.toContain(':has(');
  });

  it('are found in the minified stylesheet too', () => {
    const small =
      ':root:is(:has(>said-before-overlay[data-marks=bold]),[data-marks=bold]){& ::highlight(a){color:red}}';
    expect(marksCss('', small, 'bold')).toContain(':is(:root, :host){&');
    expect(marksCss('', small, 'fine')).toContain('said-before-none{&');
  });
});
