/** Databases as crashes, failing disks and other versions leave them: in a profile of our own, its files spoiled between two starts. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/setup/browser.mjs';
import { axe } from './axe';
import { ask } from './support';

const extension = join(process.cwd(), '.output/chrome-mv3');

/** A profile that can be closed, spoiled and opened again. */
class Profile {
  private readonly folder = mkdtempSync(join(tmpdir(), 'said-before-damaged-'));
  private context: BrowserContext | null = null;

  async open(hash = ''): Promise<Page> {
    const executablePath = findChromium();
    this.context = await chromium.launchPersistentContext(this.folder, {
      ...(executablePath ? { executablePath } : {}),
      headless: true,
      viewport: { width: 1100, height: 900 },
      args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    });
    const worker = this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html${hash}`);
    return page;
  }

  async close(): Promise<void> {
    await this.context?.close();
    this.context = null;
  }

  /** The files of the one database. */
  files(): string[] {
    const root = join(this.folder, 'Default/IndexedDB');
    return readdirSync(root)
      .filter((name) => name.endsWith('.leveldb'))
      .flatMap((name) => readdirSync(join(root, name)).map((file) => join(root, name, file)));
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const test = base.extend<{ profile: Profile }>({
  profile: async ({}, use) => {
    const profile = new Profile();
    await use(profile);
    await profile.remove();
  },
});
test.setTimeout(180_000);

const own = {
  ...{ id: 'own', speaker: 'Ada Example', date: '2025-01-01', quote: 'zzown words of mine', gist: '', readings: [] },
  source: { publisher: 'Paper', url: 'https://paper.example/' },
};
const rows = (page: Page) => page.locator('tbody tr:not(.waiting)');

/** Adds a statement and waits until the second copy has it. */
async function addOwn(page: Page): Promise<void> {
  await rows(page).first().waitFor({ timeout: 30_000 });
  await ask(page, 'corpus.put', { statement: own, pack: 'mine' });
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('copy').catch(() => null);
          const head = await folder?.getFileHandle('head.json').catch(() => null);
          return JSON.parse((await (await head?.getFile())?.text()) ?? '{}').statements;
        }),
      { timeout: 20_000 },
    )
    .toBe(1);
}

const damages: Record<string, (file: string) => void> = {
  'a garbled list of files': (file) => {
    if (/MANIFEST/.test(file)) writeFileSync(file, Buffer.alloc(400, 7));
  },
  'cut and garbled data': (file) => {
    if (!/\.(?:ldb|log)$/.test(file)) return;
    truncateSync(file, Math.floor(statSync(file).size / 2));
    const bytes = readFileSync(file);
    for (let i = 0; i < bytes.length; i += 97) bytes[i] = (bytes[i] ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  },
};

for (const [what, spoil] of Object.entries(damages))
  test(`${what}: the reader is told what the browser lost, and brings it back`, async ({ profile }) => {
    await addOwn(await profile.open());
    await profile.close();
    for (const file of profile.files()) if (existsSync(file)) spoil(file);
    const page = await profile.open('#statements?text=zzown');
    const lost = page.getByRole('heading', { name: 'The stored statements are gone' });
    // Chromium now and then refuses a damaged store once before it empties it; the reader is told to try again.
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(lost.or(again)).toBeVisible({ timeout: 20_000 });
    if (await again.isVisible()) await again.click();
    await expect(lost).toBeVisible({ timeout: 20_000 });
    await expect(
      page.getByText(/There is a second copy of what is yours, made on .*, with 1 statement\./),
    ).toBeVisible();
    const { violations } = await axe(page).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the copy as a file' }).click(),
    ]);
    const saved = (await readFile(await download.path(), 'utf8')).split('\n');
    expect(JSON.parse(saved[0] ?? '')).toMatchObject({ format: 'said-before-backup' });
    expect(saved.filter((line) => line.startsWith('["statements"') && line.includes('zzown'))).toHaveLength(1);
    // Nothing is decided by looking: the question stays over a restart.
    await page.reload();
    await page.getByRole('button', { name: 'Bring mine back' }).click();
    await expect(page.getByText('1 statement of yours is back.')).toBeVisible();
    await expect(rows(page)).toHaveCount(1);
    await page.goto(`${page.url().split('#')[0]}#statements?id=own`);
    await expect(page.getByRole('complementary', { name: 'Statement', exact: true })).toContainText(
      'zzown words of mine',
    );
    // The history is back too: what was done before the loss can be undone.
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText(/^Undone: /)).toBeVisible();
    await page.goto(`${page.url().split('#')[0]}#statements?text=zzown`);
    await expect(rows(page)).toHaveCount(0);
  });

/** Replaces the database by one of another version, which stays open when `hold`. */
const replace = (page: Page, version: number, hold: boolean) =>
  page.evaluate(
    ([number, keep]) =>
      new Promise<void>((done, failed) => {
        const gone = indexedDB.deleteDatabase('said-before');
        gone.onerror = () => failed(gone.error);
        gone.onsuccess = () => {
          const made = indexedDB.open('said-before', number as number);
          made.onupgradeneeded = () => {
            const store = made.result.createObjectStore('statements', { keyPath: ['gen', 'id'] });
            store.put({
              ...{ gen: 1, id: 'kept', speaker: 'Ada Example', date: '2025-01-01', quote: 'kept words', gist: '' },
              ...{ readings: [], source: { publisher: '', url: 'https://paper.example/' } },
            });
          };
          made.onsuccess = () => {
            if (keep) Object.assign(globalThis, { held: made.result });
            else made.result.close();
            done();
          };
        };
      }),
    [version, hold] as const,
  );
/** A page of the extension that has no database open. */
const elsewhere = async (page: Page): Promise<Page> => {
  const other = await page.context().newPage();
  await other.goto(page.url().replace(/options\.html.*/, 'icons/96.png'));
  return other;
};

test('a database of a newer version is left as it is, and can be saved', async ({ profile }) => {
  const page = await profile.open();
  await rows(page).first().waitFor({ timeout: 30_000 });
  const other = await elsewhere(page);
  await page.goto('about:blank');
  await replace(other, 9990, false);
  await other.goto(other.url().replace('icons/96.png', 'options.html'));
  await expect(other.getByRole('heading', { name: 'Your statements could not be opened' })).toBeVisible();
  await expect(other.getByRole('alert')).toContainText('newer version of Said Before');
  await expect(other.getByRole('button', { name: 'Delete and begin anew' })).toBeDisabled();
  const [download] = await Promise.all([
    other.waitForEvent('download'),
    other.getByRole('button', { name: 'Export what can be read' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('kept words');
  await expect(other.getByText('Saved: 1 statement.')).toBeVisible();
  expect(
    await other.evaluate(async () => (await indexedDB.databases()).map(({ name, version }) => [name, version])),
  ).toEqual([['said-before', 9990]]);
});

test('an old version that another page holds open: told, nothing is touched, and it goes on when that page is closed', async ({
  profile,
}) => {
  const page = await profile.open();
  await rows(page).first().waitFor({ timeout: 30_000 });
  const other = await elsewhere(page);
  const options = page.url();
  await page.goto('about:blank');
  await replace(other, 10, true);
  await page.goto(options);
  await expect(page.getByRole('heading', { name: 'Your statements could not be opened' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('alert')).toContainText('Close other tabs of Said Before');
  await other.close();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Your statements could not be opened' })).toHaveCount(0, {
    timeout: 20_000,
  });
});
