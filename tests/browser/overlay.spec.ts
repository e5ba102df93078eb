import { expect, test } from './bundled';

const parts = `
export { BlockCache } from './utils/article/cache';
export { extractArticle, extractSteps } from './utils/article/extract';
export { piecesFor, rangeOver } from './utils/article/ranges';
export { byCaret, byHighlights, hitTest } from './utils/overlay/hit';
export { Painter } from './utils/overlay/marks';
export { inSlices } from './utils/overlay/slices';
export { viewOf } from './utils/overlay/view';
`;
type Own = typeof import('../../utils/article/cache') &
  typeof import('../../utils/article/extract') &
  typeof import('../../utils/article/ranges') &
  typeof import('../../utils/overlay/hit') &
  typeof import('../../utils/overlay/marks') &
  typeof import('../../utils/overlay/slices') &
  typeof import('../../utils/overlay/view');
declare const own: Own;

const line = 'The envoys met for the second time this week and spoke of little else than the border. ';

test('the registry and the caret find the same mark, also in a shadow root', async ({ load }) => {
  const page = await load(
    parts,
    `<article><h1>A long headline about a border</h1><p>${line.repeat(3)}</p><div id="host"></div><p>${line.repeat(2)}</p></article>
<style>article { font: 16px/1.5 sans-serif; width: 500px }</style>`,
  );
  const found = await page.evaluate((text) => {
    const host = document.getElementById('host') as HTMLElement;
    host.attachShadow({ mode: 'open' }).innerHTML = `<p>${text.repeat(2)}</p>`;
    const { article, blocks, roots } = own.extractArticle(document, location.href);
    const whole = article.blocks.map((b) => b.text).join('\n');
    const view = own.viewOf(document);
    const marks = [...whole.matchAll(/second time this week/g)].map(({ index }, i) => {
      const pieces = own.piecesFor(blocks, index, index + 21);
      const ranges = pieces.flatMap((p) => own.rangeOver(p) ?? []);
      return { id: `p${i}`, key: `k${i}`, kind: 'confirms' as const, ranges, pieces: pieces.flat() };
    });
    new own.Painter(view).paint(marks);
    return marks.map((mark) => {
      const box = mark.ranges[0]?.getClientRects()[0] as DOMRect;
      const at = [box.left + 20, box.top + box.height / 2] as const;
      const away = [box.left + 20, box.top - 30] as const;
      return [
        own.byHighlights(marks, view, roots, ...at)?.mark.key,
        own.byCaret(marks, view, roots, ...at)?.mark.key,
        own.byHighlights(marks, view, roots, ...away)?.mark.key,
        own.byCaret(marks, view, roots, ...away)?.mark.key,
      ].map((key) => key ?? null);
    });
  }, line);
  expect(found.length).toBe(7);
  for (const [i, keys] of found.entries()) {
    expect(keys.slice(0, 2)).toEqual([`k${i}`, `k${i}`]);
    expect(keys.slice(2)).not.toContain(`k${i}`);
  }
});

test('a mark is hit at any pixel ratio, emulated ones too', async ({ load }) => {
  for (const ratio of [1, 1.5, 2]) {
    const page = await load(parts, `<article><h1>About a border</h1><p>${line.repeat(3)}</p></article>`, ratio);
    const found = await page.evaluate(() => {
      const { blocks } = own.extractArticle(document, location.href);
      const view = own.viewOf(document);
      const pieces = own.piecesFor(blocks, 15, 40);
      const ranges = pieces.flatMap((p) => own.rangeOver(p) ?? []);
      const marks = [{ id: 'p', key: 'k', kind: 'confirms' as const, ranges, pieces: pieces.flat() }];
      new own.Painter(view).paint(marks);
      const box = ranges[0]?.getClientRects()[0] as DOMRect;
      const at = (y: number): string | null =>
        own.hitTest(marks, view, [], box.left + 20, box.top + y)?.mark.key ?? null;
      return [at(box.height / 2), at(80), at(box.height / 2)];
    });
    expect(found, String(ratio)).toEqual(['k', null, 'k']);
  }
});

test('paragraphs that have not changed are not walked again; slices come to the same, and stop when told', async ({
  load,
}) => {
  const page = await load(parts, `<article>${`<p>${line.repeat(4)}</p>`.repeat(3000)}</article>`);
  const seen = await page.evaluate(async () => {
    const cache = new own.BlockCache();
    const first = own.extractArticle(document, location.href, { cache });
    const added = document.createElement('p');
    added.textContent = 'One more paragraph with quite enough words to count as running prose here.';
    const edited = document.querySelectorAll('p')[7] as HTMLElement;
    (edited.firstChild as Text).data = 'Edited.';
    document.querySelector('article')?.append(added);
    for (const node of [added, edited]) cache.forget(node);
    const second = own.extractArticle(document, location.href, { cache });
    const kept = second.blocks.filter((block, i) => block.runs === first.blocks[i]?.runs).length;
    const signal = new AbortController().signal;
    const sliced = await own.inSlices(own.extractSteps(document, location.href), signal);
    const stopped = new AbortController();
    stopped.abort();
    const none = await own.inSlices(own.extractSteps(document, location.href), stopped.signal);
    return {
      kept,
      blocks: second.blocks.length,
      edited: second.blocks[7]?.text,
      same: sliced?.blocks.length,
      none,
    };
  });
  expect(seen).toMatchObject({ kept: 2999, blocks: 3001, edited: 'Edited.', same: 3001, none: null });
});
