import { readFileSync } from 'node:fs';
import { axe } from './axe';
import { expect, test } from './support';

const figures = JSON.parse(readFileSync('components/help/figures.json', 'utf8')) as {
  day: string;
  sets: { name: string; precision: number; shown: number }[];
};

test('the help page tells what was measured, the keys as they are set, and the way back to the welcome page', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#help`);
  const shown = figures.sets.filter(({ name }) => ['plain', 'own', 'examples'].includes(name));
  expect(shown.length).toBeGreaterThan(0);
  await expect(page.locator('.figures tbody tr')).toHaveCount(shown.length);
  for (const { precision, shown: of } of shown)
    await expect(page.locator('.figures')).toContainText(
      `${Math.round(precision * 100)}% of ${of.toLocaleString('en')}`,
    );
  const commands = await page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { commands: { getAll(): Promise<{ name: string; shortcut: string }[]> } } }
    ).chrome.commands.getAll(),
  );
  // A suggestion that the browser keeps for itself comes out empty; only switching the site has none of ours.
  expect(commands.filter(({ name, shortcut }) => !shortcut && !/^(?:_execute_action|toggle-site)$/.test(name))).toEqual(
    [],
  );
  for (const { shortcut } of commands.filter((command) => command.shortcut))
    await expect(page.locator('kbd', { hasText: shortcut })).toHaveCount(1);
  await page.getByRole('link', { name: 'Show the welcome page again' }).click();
  await expect(page).toHaveURL(/welcome\.html$/);
  await page.close();
});

test('it reads at 320 pixels, longer and from right to left, and axe finds nothing', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  for (const [width, pseudo, colorScheme] of [
    [1280, '', 'light'],
    [320, '', 'dark'],
    [320, 'long', 'light'],
    [320, 'rtl', 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(`chrome-extension://${extensionId}/options.html?pseudo=${pseudo}#help`);
    await expect(page.locator('.figures')).toBeVisible();
    expect((await axe(page).include('main').analyze()).violations, `${width} ${pseudo}`).toEqual([]);
    const wide = await page.locator('main > *').evaluate((view) => view.scrollWidth - view.clientWidth);
    expect(wide, `${width} ${pseudo}`).toBeLessThanOrEqual(0);
  }
  await page.close();
});
