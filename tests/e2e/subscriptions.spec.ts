import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, ready, type Site, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const record = (id: string, quote: string) => ({
  id,
  speaker: 'Ada Example',
  date: '2025-03-01',
  quote,
  gist: '',
  readings: [],
  source: { publisher: 'Example Times', url: `https://news.example/${id}` },
});

/** Publishes a version of a pack on the test's host; `spoiled` is a file that is not what the index says. */
function publish(site: Site, version: string, words: Record<string, string>, spoiled = false): string {
  const file = JSON.stringify({
    ...{ format: 'said-before-pack', formatVersion: 1, id: 'followed', title: 'Followed pack', version },
    ...{ date: '2026-01-01', language: 'en', license: 'CC-BY-4.0', publisher: 'Somebody', homepage: '' },
    ...{ propositions: [], people: [], statements: Object.entries(words).map(([id, quote]) => record(id, quote)) },
  });
  const sha256 = createHash('sha256').update(file).digest('hex');
  site.add('/packs/pack.json', spoiled ? file.replace('Ada', 'Eve') : file);
  return site.add(
    '/packs/index.json',
    JSON.stringify({
      ...{ format: 'said-before-pack-index', formatVersion: 1, id: 'followed', title: 'Followed pack', version },
      ...{ date: '2026-01-01', license: 'CC-BY-4.0', publisher: 'Somebody', homepage: '', expiresHours: 24 },
      ...{ size: Buffer.byteLength(file), sha256, file: 'pack.json' },
      changes: [{ version, date: '2026-01-01', text: `News of version ${version}` }],
    }),
  );
}

const axeClean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

test('subscribe, see an update and apply it, undo, roll back, end', async ({ chrome, extensionId, worker, site }) => {
  const alarms = (): Promise<number> =>
    worker.evaluate(async () => {
      const { alarms } = (globalThis as unknown as { chrome: { alarms: { getAll(): Promise<unknown[]> } } }).chrome;
      return (await alarms.getAll()).length;
    });
  const asked = (): string[] => site.asked.filter((path) => path.startsWith('/packs/'));
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#packs`);
  expect(await alarms()).toBe(0);

  await page.getByRole('button', { name: 'Subscribe…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Subscribe to a pack' });
  const address = dialog.getByRole('textbox', { name: 'Address of the pack’s index' });
  await expect(address).toBeFocused();
  await address.fill('http://packs.example/index.json');
  await address.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Only addresses with https://');
  await expect(address).toHaveValue('http://packs.example/index.json');
  await axeClean(page);
  await address.fill(publish(site, '1', { a: 'one', b: 'two', c: 'three' }));
  expect(asked()).toEqual([]);
  await address.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Followed pack' })).toBeVisible();
  await expect(dialog).toContainText('Somebody · CC-BY-4.0 · version 1');
  await axeClean(page);
  const pack = page.locator('.packs li').filter({ hasText: 'Followed pack' });
  await expect(pack).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(pack).toContainText('3 statements');
  await expect(pack).toContainText('No newer version.');
  expect(await alarms()).toBe(1);

  // The reader's own view of two records, one of which the next version changes.
  await page.evaluate(
    async (statement) => {
      const { runtime } = (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
      ).chrome;
      await runtime.sendMessage({ type: 'corpus.put', request: { statement, pack: 'mine' } });
    },
    record('b', 'two, as I know it'),
  );

  publish(site, '2', { a: 'one', b: 'two, mended', d: 'four' });
  const before = asked().length;
  await pack.getByRole('button', { name: 'Check now' }).click();
  await expect(pack).toContainText(/Version 2 of .*2026.* is out\./);
  expect(asked().slice(before)).toEqual(['/packs/index.json']);
  await pack.getByRole('button', { name: 'Show changes' }).click();
  const changes = page.getByRole('dialog', { name: '“Followed pack”: version 1 to 2' });
  await expect(changes).toContainText('1 statement would be added, 1 changed, 1 removed.');
  await expect(changes).toContainText('News of version 2');
  await expect(changes).toContainText('1 record changes in the pack that you changed too.');
  await expect(changes).toContainText('two, as I know it');
  await axeClean(page);
  await expect(pack).toContainText('version 1 of');
  await changes.getByRole('button', { name: 'Apply version 2' }).click();
  await expect(pack).toContainText('version 2 of');
  await page.locator('.notices').getByRole('button', { name: 'Undo this' }).click();
  await expect(pack).toContainText('version 1 of');
  await expect(pack).toContainText('is out.');
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect(pack).toContainText('version 2 of');
  await pack.getByRole('button', { name: 'Go to version 1' }).click();
  await expect(pack).toContainText('version 1 of');
  await pack.getByRole('button', { name: 'Go to version 2' }).click();
  await expect(pack).toContainText('version 2 of');

  publish(site, '3', { a: 'x' }, true);
  await pack.getByRole('button', { name: 'Check now' }).click();
  await pack.getByRole('button', { name: 'Show changes' }).click();
  await expect(page.locator('.notices')).toContainText('not the file that its index describes');
  await expect(pack).toContainText('version 2 of');
  await page.goto(`chrome-extension://${extensionId}/options.html#statements?text=know`);
  await expect(page.locator('tbody')).toContainText('two, as I know it');

  await page.goto(`chrome-extension://${extensionId}/options.html#packs`);
  await axeClean(page);
  await pack.getByRole('button', { name: /^Remove/ }).click();
  await expect(pack).toContainText('the subscription is still here');
  expect(await alarms()).toBe(0);
  await pack.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(pack).toHaveCount(0);
  await page.close();
});
