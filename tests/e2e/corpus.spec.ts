/** The corpus in the real browser: what its worker, its pages and the background do together. */
import type { Page } from '@playwright/test';
import { options, rowsOf, table } from './options-page';
import { expect, marks, ready, test } from './support';

test.use({ own: 'corpus' });

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

async function importText(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: /^Import \d+ statements?$/ }).click();
  await expect(page.getByText(/statements? imported/).first()).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
}

const undo = (page: Page) =>
  page.evaluate(() =>
    (
      globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } }
    ).chrome.runtime.sendMessage({ type: 'corpus.undo', request: null }),
  );

const attack = `"><img src=x onerror="globalThis.ran=1"><svg onload="globalThis.ran=1"><script>globalThis.ran=1</script>`;
const hostile = (field: string): object => {
  const text = `${field} zzhostile ${attack} {{constructor.constructor('globalThis.ran=1')()}} javascript:globalThis.ran=1`;
  const record: Record<string, unknown> = {
    id: `hostile-${field}`,
    speaker: 'Ann Lee',
    date: '2026-02-01',
    quote: 'zzhostile words',
    gist: 'A gist.',
    readings: [],
  };
  const source: Record<string, unknown> = { publisher: 'Paper', url: 'https://paper.example/' };
  if (field in { publisher: 1, url: 1 })
    source[field] = field === 'url' ? `https://paper.example/?q=${encodeURIComponent(attack)}&zz=">` : text;
  else
    record[field] =
      field === 'id' ? `hostile-id-${attack}` : field === 'side' ? attack.slice(0, 60) : text.slice(0, 200);
  return { ...record, source };
};

test('script in any field is shown as text and never runs', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  const fields = ['id', 'speaker', 'role', 'side', 'quote', 'gist', 'place', 'publisher', 'url'];
  const name = `${attack.replaceAll('/', '')}.jsonl`;
  await importText(page, name, fields.map((field) => JSON.stringify(hostile(field))).join('\n'));
  await page.getByRole('searchbox', { name: 'Search' }).fill('zzhostile');
  await expect(rowsOf(page).first()).toContainText('zzhostile');
  const count = await rowsOf(page).count();
  expect(count).toBeGreaterThan(0);
  for (const field of fields) {
    await page.goto(
      `chrome-extension://${extensionId}/options.html#statements?id=${encodeURIComponent(`hostile-${field}`)}`,
    );
    await page.waitForTimeout(150);
  }
  for (const view of ['packs', 'history', 'storage', 'settings']) {
    await page.goto(`chrome-extension://${extensionId}/options.html#${view}`);
    await page.waitForTimeout(150);
  }
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  expect(await page.locator('img[src="x"], svg[onload]').count()).toBe(0);
  await undo(page);
  await page.close();
});

test('two options pages show one corpus, whoever changes it', async ({ chrome, extensionId }) => {
  const [one, other] = [await table(chrome, extensionId), await table(chrome, extensionId)];
  const record = { ...hostile('none'), quote: 'zzshared between two pages' };
  for (const page of [one, other]) {
    await page.getByRole('searchbox', { name: 'Search' }).fill('zzshared');
    await expect(rowsOf(page)).toHaveCount(0);
  }
  await importText(one, 'shared.jsonl', JSON.stringify(record));
  await expect(rowsOf(one)).toHaveCount(1);
  await expect(rowsOf(other)).toHaveCount(1);
  await undo(other);
  await expect(rowsOf(one)).toHaveCount(0);
  await expect(rowsOf(other)).toHaveCount(0);
  for (const page of [one, other]) await page.close();
});

test('open pages of news follow the corpus: out of sight when they are seen again, and out of the browser’s cache', async ({
  chrome,
  extensionId,
  site,
}) => {
  const total = async (page: Page): Promise<number> =>
    Object.values(await marks(page)).reduce((sum, size) => sum + size, 0);
  const news = [await chrome.newPage(), await chrome.newPage()];
  const away = await chrome.newPage();
  for (const page of [...news, away]) {
    await page.goto(`${site.url}/sample-news.html`);
    await expect.poll(() => total(page), { timeout: 20_000 }).toBeGreaterThan(3);
  }
  await away.evaluate(() => Object.assign(globalThis, { slept: true }));
  await away.goto(`${site.url}/other-topic.html`);
  const [packs, other] = [await options(chrome, extensionId, '#packs'), await table(chrome, extensionId)];
  const use = packs.locator('.packs li').first().getByRole('checkbox').first();
  await use.uncheck();
  for (const page of news) {
    await page.bringToFront();
    await expect.poll(() => total(page)).toBe(0);
  }
  await away.bringToFront();
  await away.goBack({ waitUntil: 'commit' });
  expect(await away.evaluate(() => 'slept' in globalThis)).toBe(true);
  await expect.poll(() => total(away)).toBe(0);
  await other.bringToFront();
  await other.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(use).toBeChecked();
  for (const page of news) {
    await page.bringToFront();
    await expect.poll(() => total(page)).toBeGreaterThan(3);
  }
  for (const page of [...news, away, packs, other]) await page.close();
});

test('three options pages at once: edited in one, filtered in the second, undone in the third', async ({
  chrome,
  extensionId,
}) => {
  const [one, two, three] = [
    await table(chrome, extensionId),
    await table(chrome, extensionId),
    await table(chrome, extensionId),
  ] as const;
  const pages = [one, two, three];
  await importText(one, 'three.jsonl', JSON.stringify({ ...hostile('none'), id: 'three', quote: 'zzthree as it was' }));
  for (const page of pages) {
    await page.getByRole('searchbox', { name: 'Search' }).fill('zzthree');
    await expect(rowsOf(page)).toHaveCount(1);
  }
  // The second page narrows its list to what is yet to come.
  await two.getByRole('searchbox', { name: 'Search' }).fill('zzthree changed');
  await expect(rowsOf(two)).toHaveCount(0);
  const edit = async (words: string): Promise<void> => {
    await one.goto(`chrome-extension://${extensionId}/options.html#statements?text=zzthree&id=three&edit=1`);
    await one.getByLabel('Their words', { exact: true }).fill(words);
    await one.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(one.getByText('Saved.')).toBeVisible();
  };
  await edit('zzthree changed in one');
  await expect(rowsOf(two)).toHaveCount(1);
  await expect(rowsOf(two)).toContainText('zzthree changed in one');
  await expect(rowsOf(three)).toContainText('zzthree changed in one');
  // The third takes it back, and neither of the others goes on showing it.
  await three.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rowsOf(three)).toContainText('zzthree as it was');
  await expect(rowsOf(two)).toHaveCount(0);
  await expect(rowsOf(one)).toContainText('zzthree as it was');
  // An edit after it makes a new end of the history, for all three: redo is gone everywhere.
  await edit('zzthree changed again');
  await expect(rowsOf(two)).toContainText('zzthree changed again');
  for (const page of pages) {
    await expect(page.getByRole('button', { name: 'Redo', exact: true })).toBeDisabled();
    await page.goto(`chrome-extension://${extensionId}/options.html#history`);
  }
  const history = async (page: Page): Promise<string[]> => page.locator('main li').allTextContents();
  await expect.poll(() => history(two)).toEqual(await history(one));
  await expect.poll(() => history(three)).toEqual(await history(one));
  await undo(two);
  await undo(two);
  for (const page of pages) await page.close();
});

test('an import goes on while the page is worked with, and leaves no long task', async ({ chrome, extensionId }) => {
  test.setTimeout(120_000);
  const page = await table(chrome, extensionId);
  const many = Array.from({ length: 20_000 }, (_, i) =>
    JSON.stringify({
      ...hostile('none'),
      id: `many-${i}`,
      quote: `zzmany number ${i}`,
      date: `20${10 + (i % 15)}-03-01`,
    }),
  );
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'many.jsonl', mimeType: 'text/plain', buffer: Buffer.from(many.join('\n')) });
  const agree = page.getByRole('button', { name: /^Import 20,000 statements$/ });
  await agree.waitFor({ timeout: 60_000 });
  await agree.click();
  const progress = page.getByRole('dialog').getByRole('progressbar');
  await expect(progress).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Cancelled: not one of them is there, and the reader is told so.
  await expect(page.getByText('The work was cancelled; nothing was changed.')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('searchbox', { name: 'Search' }).fill('zzmany');
  await expect(rowsOf(page)).toHaveCount(0);
  await page.close();
});

test('an import whose page is closed meanwhile leaves nothing, and the reader is told', async ({
  chrome,
  extensionId,
}) => {
  test.setTimeout(120_000);
  const page = await table(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const many = Array.from({ length: 30_000 }, (_, i) =>
    JSON.stringify({ ...hostile('none'), id: `cut-${i}`, quote: `zzcut number ${i}` }),
  );
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'cut.jsonl', mimeType: 'text/plain', buffer: Buffer.from(many.join('\n')) });
  await page.getByRole('button', { name: /^Import 30,000 statements$/ }).click({ timeout: 60_000 });
  await expect(page.getByRole('dialog').getByRole('progressbar')).toHaveJSProperty('max', 30_000, { timeout: 30_000 });
  await page.close();
  const later = await table(chrome, extensionId);
  await expect(later.getByText(/^The import of cut\.jsonl was cut off/)).toBeVisible({ timeout: 15_000 });
  await later.getByRole('searchbox', { name: 'Search' }).fill('zzcut');
  await expect(rowsOf(later)).toHaveCount(0);
  await later.reload();
  await expect(later.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  await expect(later.getByText(/was cut off/)).toHaveCount(0);
  await later.close();
});

test('an import whose worker dies says so, keeps nothing, and the page works on', async ({ chrome, extensionId }) => {
  test.setTimeout(120_000);
  const page = await table(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const many = Array.from({ length: 30_000 }, (_, i) =>
    JSON.stringify({ ...hostile('none'), id: `dead-${i}`, quote: `zzdead number ${i}` }),
  );
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'dead.jsonl', mimeType: 'text/plain', buffer: Buffer.from(many.join('\n')) });
  await page.getByRole('button', { name: /^Import 30,000 statements$/ }).click({ timeout: 60_000 });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('progressbar')).toHaveJSProperty('max', 30_000);
  await page
    .workers()
    .find((worker) => worker.url().endsWith('/corpus-worker.js'))
    ?.evaluate(() => void setTimeout(() => self.close(), 0));
  await expect(dialog.getByRole('alert')).toContainText('ended unexpectedly');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('zzdead');
  await expect(page.getByText('No statement')).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(0);
  // Rows that the dead worker had written are swept by the next.
  await importText(page, 'alive.jsonl', JSON.stringify({ ...hostile('none'), id: 'alive', quote: 'zzdead no more' }));
  await expect(rowsOf(page)).toHaveCount(1);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const db = await new Promise<IDBDatabase>((done) => {
          const request = indexedDB.open('said-before');
          request.onsuccess = () => done(request.result);
        });
        const staged = db.transaction('generations').objectStore('generations').getAll();
        await new Promise((done) => {
          staged.onsuccess = done;
        });
        db.close();
        return (staged.result as { state: string }[]).filter(({ state }) => state !== 'whole').length;
      }),
    )
    .toBe(0);
  await undo(page);
  await page.close();
});

test('a damaged database is told, saved as far as it can be read, and begun anew', async ({ chrome, extensionId }) => {
  const page = await table(chrome, extensionId);
  const call = (method: string, ...args: unknown[]) =>
    page.evaluate(
      ([name, given]) => {
        const worker = new Worker('/corpus-worker.js');
        worker.postMessage({ call: 1, method: name, args: given, long: false });
        return new Promise<{ ok: boolean; value: unknown }>((done) => {
          worker.onmessage = async ({ data }) => {
            if (!('reply' in data)) return;
            const { value } = data.reply;
            done({ ok: data.reply.ok, value: value?.blob ? { ...value, text: await value.blob.text() } : value });
            worker.terminate();
          };
        });
      },
      [method, args] as const,
    );
  const saved = await call('salvage');
  expect(saved).toMatchObject({ ok: true, value: { lost: [] } });
  expect((saved.value as { text: string }).text.split('\n').length).toBeGreaterThan(800);
  expect(await call('rebuild')).toEqual({ ok: true, value: null });
  await page.close();
  await ready(chrome, extensionId);
  const again = await table(chrome, extensionId);
  await expect(rowsOf(again).first()).toBeVisible();
  await again.close();
});
