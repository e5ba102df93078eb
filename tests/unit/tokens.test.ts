import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/tokens.css', 'utf8');
const token = (name: string, dark: boolean): string => {
  const pair = new RegExp(`--sb-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css);
  const found = pair?.[dark ? 2 : 1] ?? new RegExp(`--sb-${name}: (#[0-9a-f]{6});`).exec(css)?.[1];
  if (!found) throw new Error(`no colour for ${name}`);
  return found;
};
const linear = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
const luminance = (hex: string): number =>
  linear(hex).reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] as number), 0);
/** WCAG 2.2 contrast ratio. */
const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** How a colour looks to dichromats: matrices in linear RGB, severity 1.0, of Machado, Oliveira and Fernandes (2009). */
const blindness = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;
const seen = (hex: string, matrix: readonly (readonly number[])[]): number[] =>
  matrix.map((row) => row.reduce((sum, k, i) => sum + k * (linear(hex)[i] as number), 0));
/** CIE Lab of linear sRGB, D65. */
const lab = (rgb: number[]): number[] => {
  const rows = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
  ];
  const white = [0.9505, 1, 1.089];
  const [x, y, z] = rows.map((row, i) => {
    const v = row.reduce((sum, k, j) => sum + k * Math.max(0, rgb[j] as number), 0) / (white[i] as number);
    return v > 0.008856 ? Math.cbrt(v) : 7.787 * v + 16 / 116;
  }) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const distance = (a: number[], b: number[]): number => Math.hypot(...a.map((v, i) => v - (b[i] as number)));

describe('design tokens', () => {
  for (const dark of [false, true]) {
    const mode = dark ? 'dark' : 'light';
    for (const surface of ['paper', 'raised', 'sunken'])
      for (const text of ['ink', 'soft', 'accent', 'contradicts', 'confirms', 'related', 'fault', 'stance'])
        it(`${mode}: ${text} on ${surface} reads at 4.5:1`, () => {
          expect(contrast(token(text, dark), token(surface, dark))).toBeGreaterThanOrEqual(4.5);
        });
    for (const [ink, wash] of [
      ['contradicts', 'contradicts-wash'],
      ['confirms', 'confirms-wash'],
      ['related', 'related-wash'],
      ['accent', 'accent-wash'],
      ['fault', 'fault-wash'],
      ['accent-ink', 'accent'],
    ] as const)
      it(`${mode}: ${ink} on ${wash} reads at 4.5:1`, () => {
        expect(contrast(token(ink, dark), token(wash, dark))).toBeGreaterThanOrEqual(4.5);
      });
    for (const surface of ['paper', 'raised', 'sunken'])
      it(`${mode}: edges of controls and the focus ring stand out at 3:1 on ${surface}`, () => {
        expect(contrast(token('edge', dark), token(surface, dark))).toBeGreaterThanOrEqual(3);
        expect(contrast(token('focus', dark), token(surface, dark))).toBeGreaterThanOrEqual(3);
      });
    for (const [kind, matrix] of Object.entries(blindness))
      it(`${mode}: contradicts and confirms stay apart with ${kind}`, () => {
        const [a, b] = ['contradicts', 'confirms'].map((name) => lab(seen(token(name, dark), matrix)));
        expect(distance(a as number[], b as number[])).toBeGreaterThan(20);
      });
  }

  it('the marks on pages use the colours named here', () => {
    const marks = readFileSync('entrypoints/highlight.css', 'utf8');
    for (const kind of ['contradicts', 'confirms', 'mixed']) {
      expect(marks).toContain(token(`mark-${kind}`, false));
      // White, the sepia of reading views, black and the dark grey of night modes.
      for (const page of ['#ffffff', '#f4ecd8', '#000000', '#1e1e1e'])
        expect(contrast(token(`mark-${kind}`, false), page), page).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('marks in forced colours', () => {
  /** Declarations of a rule in a file's last block for forced colours, white space aside. */
  const forced = (file: string, selector: string): string[] => {
    const sheet = readFileSync(file, 'utf8');
    const block = sheet.slice(sheet.lastIndexOf('(forced-colors: active)'));
    const at = block.indexOf(`${selector} {`);
    if (at < 0) throw new Error(`${file}: no ${selector}`);
    const body = block.slice(at + selector.length + 2, block.indexOf('}', at));
    return body
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('text-') && !line.startsWith('text-decoration-skip-ink'));
  };
  for (const kind of ['contradicts', 'confirms', 'mixed'])
    it(`${kind}: the settings show the line that pages get`, () => {
      const line = forced('entrypoints/highlight.css', `::highlight(said-before-${kind})`);
      expect(line).toHaveLength(2);
      expect(forced('components/options/settings/settings.css', `.style-sample .${kind}`)).toEqual(line);
    });
  it('the welcome page shows the line that pages get', () => {
    const line = forced('entrypoints/highlight.css', '::highlight(said-before-mixed)');
    expect(forced('components/welcome/welcome.css', '.sample .mark')).toEqual(line);
  });
});
