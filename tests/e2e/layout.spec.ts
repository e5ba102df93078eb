/**
 * Every view in every state, at 320, 400 and 1,280 pixels, in each language of the interface: no text is cut, none lies
 * over another, nothing scrolls sideways. What is cut on purpose ends in an ellipsis and says the whole in its title.
 */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openStage } from '../../scripts/release/stage.mjs';
import { views } from '../../scripts/views/catalogue.mjs';
import { fitTo } from '../../scripts/views/fit.mjs';
import { textFaults } from './text-faults';

const only = process.env.VIEWS?.split(',');
/** German has the longest texts; `npm run nightly` looks at all (`LANGS=all`). */
const given = process.env.LANGS ?? 'de';
const langs = given === 'all' ? readdirSync('public/_locales') : given.split(',');

for (const lang of langs)
  test(`${lang}: no text of any view is cut or covered at any width`, async () => {
    test.setTimeout(600_000);
    const stage = await openStage({ lang });
    try {
      for (const view of views) {
        if (only && !only.includes(view.name)) continue;
        const page = await view.open(stage);
        expect(await page.evaluate(() => document.body.textContent?.trim().length ?? 0), view.name).toBeGreaterThan(20);
        for (const width of [320, 400, 1280]) {
          await fitTo(page, width);
          await view.again?.(page, stage);
          expect.soft(await page.evaluate(textFaults), `${view.name} at ${width}`).toEqual([]);
        }
        await view.after?.(page);
        await page.close();
      }
    } finally {
      await stage.close();
    }
  });

test('texts that are cut, covered or out of the window are found', async () => {
  const stage = await openStage({ lang: 'en' });
  const page = await stage.open('/options.html#help', 500);
  expect(await page.evaluate(textFaults)).toEqual([]);
  const breaks: Record<string, [string, RegExp]> = {
    'a text cut at its side': ['.help h3 { inline-size: 30px; overflow: hidden; white-space: nowrap; }', /^cut by h3/],
    'a text cut below': ['.help p { block-size: 9px; overflow: hidden; }', /^cut by p/],
    'one over another': ['.help li + li { margin-block-start: -24px !important; }', /^over each other/],
    'one out of the window': [
      '.help h3 { margin-inline-start: 1400px; inline-size: 200px; }',
      /out of the window|sideways/,
    ],
  };
  for (const [what, [css, found]] of Object.entries(breaks)) {
    const style = await page.addStyleTag({ content: css });
    const faults = await page.evaluate(textFaults);
    expect(faults.filter((fault) => found.test(fault)).length, what).toBeGreaterThan(0);
    await style.evaluate((element) => (element as unknown as Element).remove());
  }
  await stage.close();
});
