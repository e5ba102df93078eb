/** Speakers as the reader's language has them: the page learns it from the packs, its worker finds by it. */
import { expect, test } from '@playwright/test';
import { openStage } from '../../scripts/release/stage.mjs';

test('German: a search takes the name that is shown and the one that the pack has', async () => {
  const stage = await openStage({ lang: 'de' });
  try {
    for (const [word, shown] of [
      ['Selenskyj', 'Wolodymyr Selenskyj'],
      ['"Sergej Lawrow"', 'Sergej Lawrow'],
      ['Lavrov', 'Sergey Lavrov'],
    ] as const) {
      const page = await stage.open(`/options.html#statements?text=${encodeURIComponent(word)}`, '.grid tbody td');
      await expect(page.locator('.grid td.speaker').first()).toContainText(shown);
      await page.close();
    }
  } finally {
    await stage.close();
  }
});
