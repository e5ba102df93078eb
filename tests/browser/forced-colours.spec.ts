import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './bundled';

const words = 'The envoys met for the second time this week and spoke of little else than the border.';
const kinds = ['contradicts', 'confirms', 'mixed', 'current'];
const sizes = [14, 17, 21];
/** So many columns of points of each line of text are compared. */
const WIDTH = 400;

/** Share of the columns in which two pictures of the same words differ by more than half of what a point can, for each pair. */
const differences = (page: Page, pictures: readonly string[]): Promise<number[]> =>
  page.evaluate(
    async ([texts, width]) => {
      const all = await Promise.all(
        texts.map(async (text) => {
          const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, width, bitmap.height).data;
        }),
      );
      const share = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => {
        const sums = new Float32Array(width);
        for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
          const column = Math.floor(at / 4) % width;
          sums[column] = (sums[column] as number) + Math.abs((a[at] as number) - (b[at] as number)) / 255;
        }
        return sums.filter((sum) => sum > 0.5).length / width;
      };
      return all.flatMap((a, i) => all.slice(i + 1).map((b) => share(a, b)));
    },
    [pictures, WIDTH] as const,
  );

test('in forced colours the lines alone tell the marks apart', async ({ load }) => {
  const lines = sizes.flatMap((size) =>
    kinds.map((kind) => `<p style="font: ${size}px/1.6 serif" data-kind="${kind}">${words}</p>`),
  );
  const page = await load('', lines.join(''));
  await page.addStyleTag({ content: readFileSync('entrypoints/highlight.css', 'utf8') });
  await page.evaluate((all) => {
    for (const kind of all) {
      const ranges = [...document.querySelectorAll(`[data-kind=${kind}]`)].map((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        return range;
      });
      CSS.highlights.set(`said-before-${kind}`, new Highlight(...ranges));
    }
  }, kinds);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const size of sizes) {
      const pictures: string[] = [];
      for (const kind of kinds) {
        const at = sizes.indexOf(size) * kinds.length + kinds.indexOf(kind);
        pictures.push((await page.locator('p').nth(at).screenshot()).toString('base64'));
      }
      const pairs = await differences(page, pictures);
      expect.soft(Math.min(...pairs), `${size} px, ${colorScheme}: ${pairs}`).toBeGreaterThan(0.3);
    }
  }
});
