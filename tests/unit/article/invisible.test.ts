import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../scripts/check/parse';
import { extractArticle } from '../../../utils/article/extract';
import { glance } from '../../../utils/article/glance';
import { piecesFor } from '../../../utils/article/ranges';

const page = (paragraph: string): Document =>
  parsePage(`<html lang="en"><body><article><p>${paragraph}</p></article></body></html>`);

const shown = (paragraph: string): string =>
  extractArticle(page(paragraph), '')
    .blocks.map(({ text }) => text)
    .join('\n');

describe('what nobody sees', () => {
  it.each([
    ['soft hyphens', 'Envoys met in Mos&shy;cow, a spokes&shy;man said.'],
    [
      'joiners and places to break a line',
      'Envoys \u200dmet in \u200bMos\u200bcow, a \u2060spokes\u200cman \u200bsaid.',
    ],
    ['a byte order mark', '\ufeffEnvoys met in Moscow, a spokesman\ufeff said.'],
    ['beside other spaces', 'Envoys\u00a0\u00admet  in\n\u200bMoscow, a spokesman said.\u200b'],
  ])('is left out of the text: %s', (_, paragraph) => {
    expect(shown(paragraph)).toBe('Envoys met in Moscow, a spokesman said.');
  });

  it('keeps its place in the page, so that marks lie on the words', () => {
    const { blocks } = extractArticle(page('Envoys met in Mos&shy;cow, a <b>spokes</b>&shy;man said.'), '');
    const text = blocks.map((block) => block.text).join('\n');
    for (const word of ['Moscow', 'spokesman', 'said']) {
      const start = text.indexOf(word);
      const pieces = piecesFor(blocks, start, start + word.length).flat();
      expect(pieces.map(({ node, from, to }) => node.data.slice(from, to)).join('')).toBe(word);
    }
  });

  it('does not hide a topic from the scout', () => {
    expect(glance(page('Mos&shy;cow and Ky\u200biv'))).toBe('Moscow and Kyiv');
  });
});

describe('spaces', () => {
  it('that are shown stay one', () => {
    expect(shown(' Envoys   met\u00a0in <b> Moscow </b> , a\n spokesman said. ')).toBe(
      'Envoys met in Moscow , a spokesman said.',
    );
  });
});
