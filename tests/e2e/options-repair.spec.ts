import { readFile } from 'node:fs/promises';
import { axe } from './axe';
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
  const { violations } = await axe(page).analyze();
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

test('a fault of the worker is said with a way on, and what was to be shown comes after it', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await page.addInitScript(() => {
    const Real = globalThis.Worker;
    globalThis.Worker = class extends Real {
      override postMessage(message: { call: number; method?: string }): void {
        if ((globalThis as { healed?: boolean }).healed) {
          super.postMessage(message);
          return;
        }
        const reply = { ok: false, fault: { code: 'x', message: 'It failed.', todo: 'Try again.' } };
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: { call: message.call, reply } })));
      }
    };
  });
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const alert = page.getByRole('alert').filter({ hasText: 'It failed.' });
  await expect(alert).toBeVisible();
  await expect(page.getByText('Counting…')).toHaveCount(0);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeVisible();
  await page.evaluate(() => {
    (globalThis as { healed?: boolean }).healed = true;
  });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('tbody tr:not(.waiting)').first()).toBeVisible();
  await expect(alert).toHaveCount(0);
  await page.close();
});
