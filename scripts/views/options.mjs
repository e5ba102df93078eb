/** The options page: each view full, empty, loading, with a fault, and with what opens in it. */
import { readFileSync } from 'node:fs';
import { settled } from '../release/settled.mjs';
import { act, openAgain, undo } from './act.mjs';
import { statement } from './statement.mjs';
import { brokenStore, failingWorker, silentWorker } from './stubs.mjs';
import { subscriptionViews } from './subscriptions.mjs';

const at = (hash, before) => (stage) => stage.open(`/options.html#${hash}`, null, before);
/** A view that shows rows of the table. */
const rows = (hash) => act(at(hash), (page) => page.locator('tbody tr:not(.waiting)').first().waitFor());
/** A view whose page is looked up first. */
const sheet = (hash, part) => act(at(hash), (page) => page.locator(part).first().waitFor());
const plot = (hash) => act(at(hash), (page) => page.locator('.topic-plot').waitFor());

const file = (lines, ending) => ({
  name: `statements-of-the-harbour-council.${ending}`,
  mimeType: 'application/jsonl',
  buffer: Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n')),
});
const imported = (lines, done, ending = 'jsonl') =>
  act(at('packs'), async (page) => {
    await page.locator('input[data-for="import"]').setInputFiles(file(lines, ending));
    await page.locator(done).first().waitFor();
  });

const captured = {
  selection: '“We are very close to a deal, closer than people think,” Trump told reporters in the Oval Office.',
  ...{ speaker: 'Donald Trump', side: '', quote: 'We are very close to a deal, closer than people think', gist: '' },
  ...{ date: '2025-12-17', publisher: 'The Harbour Gazette', published: '2025-12-17' },
  url: 'https://harbour-gazette.example/sample-news.html',
};
const capture = async (stage) => {
  const page = await stage.open('/icons/96.png', 0);
  await page.close();
  const own = await stage.open('/options.html#capture?key=none');
  await own.evaluate((record) => chrome.storage.local.set({ 'capture:sample': record }), captured);
  await own.close();
  return stage.open('/options.html#capture?key=sample', '.editor');
};

const silent = { run: silentWorker };
const failing = { run: failingWorker, with: 'corpusWorkerGone' };

const full = [
  { name: 'statements', open: rows('statements') },
  { name: 'statements-none', open: at('statements?text=zzznothing') },
  { name: 'statements-loading', open: at('statements', silent) },
  { name: 'statements-fault', open: at('statements', failing) },
  { name: 'statements-detail', open: act(rows('statements'), (page) => page.locator('tbody tr').nth(1).click()) },
  {
    name: 'statements-chosen',
    open: act(rows('statements?proposition=deal-close'), (page) =>
      page.locator('tbody input[type="checkbox"], tbody [role="gridcell"] input').first().click(),
    ),
  },
  {
    name: 'statements-change',
    open: act(rows('statements?proposition=deal-close'), async (page) => {
      await page.locator('tbody [role="gridcell"] input').first().click();
      await page.locator('.bulk > .quiet').nth(1).click();
      await page.locator('.bulkChange select').first().selectOption('addReading');
      await page.locator('.bulkChange button[type="submit"]').click();
    }),
  },
  {
    name: 'statements-filters',
    open: act(rows('statements?proposition=deal-close'), (page) =>
      page.locator('.filtersButton').evaluate((button) => button.click()),
    ),
  },
  {
    name: 'statements-export',
    open: rows('statements'),
    again: (page) => openAgain(page, '.actions [popovertarget]'),
  },
  { name: 'editor', open: at('statements?id=new') },
  {
    name: 'editor-faults',
    open: act(at('statements?id=new'), async (page) => {
      await page.locator('.editor textarea').first().fill('words of somebody');
      await page.locator('.editor .saveBar .primary').click();
    }),
  },
  {
    name: 'editor-full',
    open: async (stage) => {
      const page = await stage.open('/options.html#statements?proposition=soldiers-killed-rate&id=none');
      await page.locator('tbody tr:not(.waiting) td.words').first().click();
      await page.locator('.detail .primary').click();
      await page.locator('.editor .figures').first().waitFor();
      await settled(page);
      return page;
    },
  },
  { name: 'topics', open: sheet('topics', '.topic-index .two') },
  {
    name: 'topics-none',
    open: act(sheet('topics', '.two'), (page) => page.locator('.find input').fill('zzznothing')),
  },
  { name: 'topics-loading', open: at('topics', silent) },
  { name: 'topics-fault', open: at('topics', failing) },
  { name: 'speaker', open: plot('speaker?name=Marco+Rubio') },
  { name: 'claim', open: plot('claim?id=deal-close') },
  {
    name: 'claim-point',
    open: act(plot('claim?id=deal-close'), (page) => page.locator('.point').nth(3).click()),
  },
  { name: 'claim-gone', open: sheet('claim?id=nothing', '.sheet h2') },
  { name: 'claim-loading', open: at('claim?id=deal-close', silent) },
  { name: 'packs', open: at('packs') },
  {
    name: 'packs-subscribe',
    open: act(at('packs'), async (page) => {
      await page.locator('.follow button').click();
      await page.locator('dialog input[type="url"]').fill('http://packs.example/index.json');
      await page.keyboard.press('Enter');
    }),
  },
  ...subscriptionViews,
  {
    name: 'import-ways',
    open: act(at('packs'), (page) => page.locator('.actions .icon').nth(2).click()),
  },
  {
    name: 'import-plan',
    open: imported(
      [statement('a'), statement('b', { date: 'soon' }), statement('c', { quote: '', gist: '' })],
      'dialog',
    ),
  },
  {
    name: 'import-own-pack',
    open: imported(
      [
        {
          ...{ format: 'said-before-pack', formatVersion: 1, id: 'export-2026-01-01-090000', version: '1' },
          ...{ title: 'Said Before, 1 January 2026 (2)', date: '2026-01-01', propositions: [], people: [] },
          statements: [statement('a'), statement('b')],
        },
      ],
      'dialog fieldset',
      'json',
    ),
  },
  { name: 'import-refused', open: imported([{ nothing: 1 }], 'dialog') },
  { name: 'history', open: at('history') },
  { name: 'history-loading', open: at('history', silent) },
  { name: 'storage', open: at('storage') },
  {
    name: 'storage-restore',
    open: act(at('storage'), async (page) => {
      const saved = page.waitForEvent('download');
      await page.locator('.storage .buttons .quiet').first().click();
      const buffer = readFileSync(await (await saved).path());
      const name = 'said-before-backup-2026-03-01.jsonl.gz';
      await page.locator('.storage input[type="file"]').setInputFiles({ name, mimeType: 'application/gzip', buffer });
      await page.locator('.restore .primary').waitFor();
    }),
  },
  { name: 'storage-loading', open: at('storage', silent) },
  { name: 'settings', open: at('settings') },
  {
    name: 'settings-faults',
    open: act(at('settings'), async (page) => {
      for (const field of await page.locator('main input[type="text"], main input:not([type])').all()) {
        if (!(await field.isVisible())) continue;
        await field.fill('no such thing!');
        await field.press('Enter');
      }
      await page.locator('.set-preview > button').first().click();
    }),
    after: (page) => page.evaluate(() => sessionStorage.clear()),
  },
  {
    name: 'settings-sites',
    open: act(at('settings'), async (page) => {
      await page.locator('input[name="sites"]').nth(1).check();
      await page.locator('.set-sites input').first().fill('news.example www.harbour-gazette.example');
      await page.locator('.set-sites button').first().click();
      await page.locator('.set-sites li button').first().click();
    }),
    after: (page) => undo(page, 'input[name="sites"]', 'check'),
  },
  { name: 'help', open: at('help') },
  { name: 'capture', open: capture },
  { name: 'capture-gone', open: sheet('capture?key=never', '.capture > p') },
  { name: 'repair', open: at('statements', { run: brokenStore }) },
];

/** These leave the corpus changed. */
const last = [
  {
    name: 'history-full',
    open: async (stage) => {
      const page = await stage.open('/options.html#history');
      for (const id of ['one', 'two']) await stage.ask(page, 'corpus.put', { statement: statement(id), pack: 'mine' });
      await stage.ask(page, 'corpus.delete', { ids: ['one'] });
      await stage.ask(page, 'corpus.undo');
      await settled(page);
      return page;
    },
  },
  { name: 'packs-mine', open: at('packs') },
  {
    name: 'lost',
    open: async (stage) => {
      const page = await stage.open('/options.html#history');
      await page.evaluate(
        () =>
          new Promise((done) => {
            const asked = indexedDB.open('said-before');
            asked.onsuccess = () => {
              const change = asked.result.transaction('meta', 'readwrite');
              const value = { made: '2026-03-01T09:30:00Z', statements: 42 };
              change.objectStore('meta').put({ key: 'lost', value });
              change.oncomplete = done;
            };
          }),
      );
      await page.reload();
      await settled(page);
      return page;
    },
    after: (page) =>
      page.evaluate(
        () =>
          new Promise((done) => {
            const asked = indexedDB.open('said-before');
            asked.onsuccess = () => {
              const change = asked.result.transaction('meta', 'readwrite');
              change.objectStore('meta').delete('lost');
              change.oncomplete = done;
            };
          }),
      ),
  },
  {
    name: 'packs-off',
    open: act(sheet('packs', '.packList li'), async (page) => {
      for (const box of await page.locator('.packs input[type="checkbox"]').all()) await box.uncheck();
    }),
  },
  { name: 'statements-empty', open: at('statements') },
  { name: 'topics-empty', open: sheet('topics', '.topic-index') },
  { name: 'storage-empty', open: at('storage') },
];

export const optionsViews = [...full, ...last];
