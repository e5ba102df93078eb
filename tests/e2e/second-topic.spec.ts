/** A pack on a topic that no code knows: from its file to the card on a page. */
import { readFile } from 'node:fs/promises';
import { expect, hover, marks, ready, test } from './support';

test.use({ own: 'second-topic' });

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const total = (found: Record<string, number>): number => Object.values(found).reduce((sum, size) => sum + size, 0);

test('a pack from a file is read on its own pages, beside the bundled one', async ({ chrome, extensionId, site }) => {
  const options = await chrome.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(options.locator('tbody tr:not(.waiting)').first()).toBeVisible();
  const picking = options.waitForEvent('filechooser');
  await options.getByRole('button', { name: 'Import…' }).click();
  const buffer = await readFile('tests/fixtures/packs/karsk-dam.json');
  await (await picking).setFiles({ name: 'karsk-dam.json', mimeType: 'application/json', buffer });
  const dialog = options.getByRole('dialog');
  await expect(dialog).toContainText('Karsk dam');
  await dialog.getByRole('button', { name: /^(?:Import|Install|Add)/ }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await options.close();

  const page = await chrome.newPage();
  await page.goto(`${site.url}/karsk-dam.html`);
  await expect.poll(async () => total(await marks(page)), { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
  await hover(page, 'The dam will be filled this year');
  const card = page.getByRole('dialog', { name: /^Earlier statements/ });
  await expect(card).toBeVisible();
  await expect(card.locator('[data-statement="kovalt-2025-03-04-not-this-year"]')).toHaveAttribute(
    'data-relation',
    'contradicts',
  );
  await expect(card).toContainText('The Karsk dam will be filled this year');

  await page.goto(`${site.url}/sample-news.html`);
  await expect.poll(async () => total(await marks(page)), { timeout: 10_000 }).toBeGreaterThanOrEqual(4);
  await page.goto(`${site.url}/other-topic.html`);
  await page.waitForTimeout(2500);
  expect(await marks(page)).toEqual({});
  await page.close();
});
