/** What the browser's own popup, never taller than 600 pixels, shows before anything is scrolled, in each language. */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openStage } from '../../scripts/release/stage.mjs';
import { views } from '../../scripts/views/catalogue.mjs';

/** In the popup: which of its parts stand in it wholly, and how many passages. */
function glance() {
  const body = document.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
  const whole = (element: Element | null): boolean => {
    const box = element?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= body.top - 1 && box.bottom <= body.bottom + 1;
  };
  return {
    parts: ['.headline', '.chips', '.plot', '.choose'].filter((part) => !whole(document.querySelector(part))),
    passages: [...document.querySelectorAll('.lines > li')].filter(whole).length,
    height: document.documentElement.scrollHeight,
  };
}

for (const lang of readdirSync('public/_locales'))
  test(`${lang}: counts, plot, filters and three passages stand in 400 × 600 pixels`, async () => {
    test.setTimeout(120_000);
    const stage = await openStage({ lang });
    try {
      const view = views.find(({ name }) => name === 'popup');
      const popup = await view?.open(stage);
      if (!popup) throw new Error('no popup among the views');
      await popup.evaluate(() => document.documentElement.classList.remove('tab'));
      await popup.locator('.plot').waitFor();
      const seen = await popup.evaluate(glance);
      expect(seen.parts).toEqual([]);
      expect(seen.passages).toBeGreaterThanOrEqual(3);
      expect(seen.height).toBeLessThanOrEqual(600);
      // The filters stay when the list is scrolled, and the keyboard's place is never beneath them.
      const last = popup.locator('.lines > li > button').last();
      await last.scrollIntoViewIfNeeded();
      await popup.locator('.lines > li > button').nth(2).focus();
      const gap = await popup.evaluate(() => {
        const filters = document.querySelector('.choose')?.getBoundingClientRect() ?? new DOMRect();
        const body = document.querySelector('.body')?.getBoundingClientRect() ?? new DOMRect();
        return {
          filters: filters.top - body.top,
          focus: (document.activeElement?.getBoundingClientRect().top ?? 0) - filters.bottom,
        };
      });
      expect(gap.filters).toBeGreaterThanOrEqual(0);
      expect(gap.focus).toBeGreaterThanOrEqual(-1);
      await popup.locator('.plot .link').evaluate((button) => (button as HTMLElement).click());
      expect(await popup.locator('.plot li').count()).toBeGreaterThan(4);
    } finally {
      await stage.close();
    }
  });
