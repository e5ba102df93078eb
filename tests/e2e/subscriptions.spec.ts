import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { axe } from './axe';
import { ask, expect, ready, type Site, test } from './support';

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

const first = { a: 'one', b: 'two', c: 'three' };

const packFile = (version: string, words: Record<string, string>): string =>
  JSON.stringify({
    ...{ format: 'said-before-pack', formatVersion: 1, id: 'followed', title: 'Followed pack', version },
    ...{ date: '2026-01-01', language: 'en', license: 'CC-BY-4.0', publisher: 'Somebody', homepage: '' },
    ...{ propositions: [], people: [], statements: Object.entries(words).map(([id, quote]) => record(id, quote)) },
  });

const put = (page: Page, statement: object) => ask(page, 'corpus.put', { statement, pack: 'mine' });

/** The words of the record that counts. */
const quoteOf = (page: Page, id: string) =>
  page.evaluate(
    (wanted) =>
      new Promise<string | undefined>((done) => {
        const worker = new Worker('/corpus-worker.js');
        worker.postMessage({ call: 1, method: 'statement', args: [wanted], long: false });
        worker.onmessage = ({ data }) => {
          if (!('reply' in data)) return;
          done(data.reply.value?.quote);
          worker.terminate();
        };
      }),
    id,
  );

/** Publishes a version of a pack on the test's host; `spoiled` is a file that is not what the index says. */
function publish(site: Site, version: string, words: Record<string, string>, spoiled = false): string {
  const file = packFile(version, words);
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
  const { violations } = await axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
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
  await put(page, record('b', 'two, as I know it'));

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
  await expect(changes.getByRole('radio', { name: /^Yours/ })).toBeChecked();
  await changes.getByRole('radio', { name: /^The pack’s .*two, mended/ }).check();
  await expect(changes).toContainText('Yours kept: 0 · the pack’s taken: 1');
  await axeClean(page);
  await expect(pack).toContainText('version 1 of');
  await changes.getByRole('button', { name: 'Apply version 2' }).click();
  await expect(pack).toContainText('version 2 of');
  expect(await quoteOf(page, 'b')).toBe('two, mended');
  await page.locator('.notices').getByRole('button', { name: 'Undo this' }).click();
  await expect.poll(() => quoteOf(page, 'b')).toBe('two, as I know it');
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
  expect(await quoteOf(page, 'b')).toBe('two, mended');

  await page.goto(`chrome-extension://${extensionId}/options.html#packs`);
  await axeClean(page);
  await pack.getByRole('button', { name: /^Remove/ }).click();
  await expect(pack).toContainText('the subscription is still here');
  expect(await alarms()).toBe(0);
  await pack.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(pack).toHaveCount(0);
  await page.close();
});

test('conflicts of an update that nobody was shown wait for the reader’s word', async ({
  chrome,
  extensionId,
  site,
}) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#packs`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(packFile('1', first)) });
  await page.getByRole('button', { name: /^Import 3 statements$/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const pack = page.locator('.packs li').filter({ hasText: 'Followed pack' });
  await expect(pack).toContainText('from a file');
  await put(page, record('a', 'one, as I know it'));
  await put(page, record('b', 'two, as I know it'));
  await page.getByRole('button', { name: 'Subscribe…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Subscribe to a pack' });
  await dialog.getByRole('textbox').fill(publish(site, '2', { a: 'one, mended', b: 'two, mended', c: 'three' }));
  await dialog.getByRole('button', { name: 'Look' }).click();
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(pack).toContainText('The update also changed 2 records that you had changed.');
  await axeClean(page);
  await pack.getByRole('button', { name: /^Choose versions/ }).click();
  const choose = page.getByRole('dialog', { name: '“Followed pack”: version 2 and your changes' });
  await expect(choose).toContainText('Yours kept: 2 · the pack’s taken: 0');
  await choose.getByRole('button', { name: 'Take all of the pack’s' }).click();
  await choose.getByRole('radio', { name: /^Yours .*one/ }).check();
  await expect(choose).toContainText('Yours kept: 1 · the pack’s taken: 1');
  await axeClean(page);
  await choose.getByRole('button', { name: 'Apply this choice' }).click();
  await expect(page.locator('.notices')).toContainText('The pack’s version of 1 statement counts again.');
  expect([await quoteOf(page, 'a'), await quoteOf(page, 'b')]).toEqual(['one, as I know it', 'two, mended']);
  await expect(pack).not.toContainText('had changed');
  await page.locator('.notices').getByRole('button', { name: 'Undo this' }).click();
  await expect.poll(() => quoteOf(page, 'b')).toBe('two, as I know it');

  // The same for one record at any time, from its own page.
  await page.goto(`chrome-extension://${extensionId}/options.html#statements?id=b`);
  await page.getByRole('button', { name: 'Use the pack’s version' }).click();
  await expect(page.getByRole('complementary', { name: 'Statement' })).toContainText('two, mended');
  await page.goto(`chrome-extension://${extensionId}/options.html#packs`);
  await pack.getByRole('button', { name: 'Unsubscribe' }).click();
  await pack.getByRole('button', { name: /^Remove/ }).click();
  await expect(pack).toHaveCount(0);
  await page.close();
});

test('a download shows how far it is, and cancelling it keeps nothing', async ({ chrome, extensionId, site }) => {
  const text = packFile('1', Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`r${i}`, `words ${i}`])));
  const index = JSON.parse(site.pages.get(new URL(publish(site, '1', first)).pathname) as string);
  const sha256 = createHash('sha256').update(text).digest('hex');
  let closed = 0;
  const host = createServer((request, response) => {
    if (request.url === '/index.json') {
      response.end(JSON.stringify({ ...index, size: Buffer.byteLength(text), sha256 }));
      return;
    }
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, 300_000));
    response.on('close', () => {
      closed += 1;
    });
  });
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#packs`);
  await page.getByRole('button', { name: 'Subscribe…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Subscribe to a pack' });
  await dialog.getByRole('textbox').fill(`http://127.0.0.1:${(host.address() as AddressInfo).port}/index.json`);
  await dialog.getByRole('button', { name: 'Look' }).click();
  await dialog.getByRole('button', { name: 'Subscribe' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog).toContainText(/300 kB of \d+ kB/);
  await axeClean(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => closed).toBe(1);
  await expect(page.locator('.packs li').filter({ hasText: 'Followed pack' })).toHaveCount(0);
  await page.close();
  host.closeAllConnections();
  host.close();
});
