/** Many statements at once: changed, deleted and brought in together; and the way back from each. */
import type { Page } from '@playwright/test';
import { count, rowsOf, table } from './options-page';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const tick = async (page: Page, rows: number[]): Promise<void> => {
  for (const row of rows) await rowsOf(page).nth(row).getByRole('checkbox').check();
};

test('sets a field or a stance of all that are ticked, as one step', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  await tick(page, [0, 2, 3]);
  await page.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change 3 statements' });
  const run = dialog.getByRole('button', { name: 'Change 3 statements' });
  await run.click();
  await expect(dialog.getByText('Missing. Say who made the statement.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'What to change' }).selectOption({ label: 'Place' });
  await dialog.getByRole('textbox', { name: 'New value' }).fill('Harbour town');
  await run.dblclick();
  await expect(page.getByText('3 statements changed.')).toBeVisible();
  // The row of buttons is gone; whoever works by keyboard is in the table again.
  await expect(page.locator('td:focus')).toBeVisible();
  await expect.poll(() => page.getByRole('checkbox', { name: 'Changed by me' }).isEnabled()).toBe(true);

  await tick(page, [0, 2, 3]);
  await page.getByRole('button', { name: 'Change…' }).click();
  await dialog.getByRole('combobox', { name: 'What to change' }).selectOption({ label: 'Add a stance' });
  await run.click();
  await expect(dialog.locator('.error')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Stance' }).selectOption({ label: 'Leaves open' });
  await dialog.getByRole('combobox', { name: 'Claim' }).selectOption({ index: 1 });
  await run.click();
  await expect(page.getByText('Stance added to 3 statements.')).toBeVisible();
  await rowsOf(page).nth(2).click();
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await expect(pane.locator('.stances')).toContainText('Leaves open');
  await expect(pane.locator('dl')).toContainText('Harbour town');
  // Pressed twice, the way back that a notice offers leads back one step.
  await page.getByRole('button', { name: 'Undo this' }).dblclick();
  await expect(page.getByText(/^Undone: /)).toBeVisible();
  await expect(pane.locator('dl')).toContainText('Harbour town');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(pane.locator('dl')).not.toContainText('Harbour town');
  await page.close();
});

test('a double click does not go through to what comes under the pointer', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  const record = {
    speaker: 'Ann Lee',
    date: '2025-01-01',
    quote: 'words of hers',
    source: { url: 'https://a.example' },
  };
  await page
    .locator('input[data-for="import"]')
    .setInputFiles({ name: 'one.jsonl', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify(record)) });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Import 1 statement' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Packs' }).click();
  const remove = page.getByRole('button', { name: /^Remove/ });
  await expect(remove).toHaveCount(2);
  const box = await remove.first().boundingBox();
  const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + (box?.height ?? 0) - 3];
  await page.mouse.click(x, y);
  await expect(remove).toHaveCount(1);
  // The other pack's button has moved to where the pointer is.
  const now = await remove.first().boundingBox();
  expect(now && now.y < y && y < now.y + now.height).toBe(true);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page.waitForTimeout(300);
  await expect(remove).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(remove).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.close();
});

test('Delete in the table deletes what is ticked, else the row', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  const all = await count(page);
  await tick(page, [0, 1]);
  await page.locator('tr[aria-rowindex="7"] td.date').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => count(page)).toBe(all - 2);
  await page.keyboard.press('Delete');
  await expect.poll(() => count(page)).toBe(all - 3);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => count(page)).toBe(all);
  await page.close();
});

test('every choice of a filter is a step that back takes back', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  const all = await count(page);
  await page.getByRole('group', { name: 'Speaker' }).getByRole('checkbox').first().check();
  await expect(page).toHaveURL(/speaker=/);
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.pressSequentially('peace');
  await expect(page).toHaveURL(/text=peace/);
  await page.goBack();
  await expect(search).toHaveValue('');
  await expect(page).toHaveURL(/speaker=/);
  await page.goBack();
  await expect.poll(() => count(page)).toBe(all);
  await page.goForward();
  await expect.poll(() => count(page)).toBeLessThan(all);
  await page.close();
});

test('files that are dropped together are looked at one after the other', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  const drop = (): Promise<void> =>
    page.evaluate(() => {
      const data = new DataTransfer();
      for (const name of ['one', 'two', 'three']) {
        const record = {
          speaker: name,
          date: '2025-01-01',
          quote: `words of ${name}`,
          source: { url: 'https://a.example' },
        };
        data.items.add(new File([JSON.stringify(record)], `${name}.jsonl`));
      }
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
  const dialog = page.getByRole('dialog');
  await drop();
  await dialog.getByRole('button', { name: 'Import 1 statement' }).click();
  await dialog.getByRole('button', { name: 'Next file (2 left)' }).click();
  await expect(dialog).toContainText('Import two.jsonl');
  await dialog.getByRole('button', { name: 'Import 1 statement' }).click();
  await dialog.getByRole('button', { name: 'Next file (1 left)' }).click();
  await dialog.getByRole('button', { name: 'Import 1 statement' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  // Cancel means all of them.
  await drop();
  await expect(dialog).toContainText('Import one.jsonl');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Added by me' })).toBeDisabled();
  await page.close();
});
