import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

test('a store that cannot be opened gets a repair page: save what can be read, then begin anew', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  const address = `chrome-extension://${extensionId}/options.html`;
  await page.goto(address);
  await page.locator('tbody tr:not(.waiting)').first().waitFor();
  await page.addInitScript(() => {
    if (sessionStorage.getItem('broken'))
      indexedDB.open = () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      };
  });
  await page.evaluate(() => sessionStorage.setItem('broken', '1'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your statements could not be opened' })).toBeVisible();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await expect(page.getByRole('button', { name: 'Delete and begin anew' })).toBeDisabled();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export what can be read' }).click(),
  ]);
  const saved = await readFile(await download.path(), 'utf8');
  expect(saved.split('\n').length).toBeGreaterThan(100);
  await expect(page.getByText(/^Saved: \d+ statements/)).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem('broken'));
  await page.getByRole('button', { name: 'Delete and begin anew' }).click();
  // What an earlier test added is in the second copy, and is offered.
  const rows = page.locator('tbody tr:not(.waiting)').first();
  const without = page.getByRole('button', { name: 'Go on without it' });
  await expect(rows.or(without)).toBeVisible({ timeout: 15_000 });
  if (await without.isVisible()) await without.click();
  await expect(rows).toBeVisible({ timeout: 15_000 });
  await page.close();
});
