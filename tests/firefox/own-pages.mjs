/** Our own pages in Firefox: the list, an import, the editor, a capture, a subscription. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mayRun } from '../policy.mjs';
import { checkCapture } from './capture.mjs';

const [, sums] = /'([\w+/=]+)'/.exec(readFileSync('utils/reading/model/sums-binary.ts', 'utf8'));

const statement = (id, quote) => ({
  ...{ id, speaker: 'Ada Example', date: '2025-03-01', quote, gist: '', readings: [] },
  source: { publisher: 'Example Times', url: `https://news.example/${id}` },
});

/** Index and file of a pack, by path, for the server of the smoke test. */
export function packPages() {
  const file = JSON.stringify({
    ...{ format: 'said-before-pack', formatVersion: 1, id: 'followed', title: 'Followed pack', version: '1' },
    ...{ date: '2026-01-01', language: 'en', license: '', publisher: 'Somebody', homepage: '' },
    ...{ propositions: [], people: [], statements: [statement('p1', 'words of the pack')] },
  });
  const index = JSON.stringify({
    ...{ format: 'said-before-pack-index', formatVersion: 1, id: 'followed', title: 'Followed pack', version: '1' },
    ...{ date: '2026-01-01', license: '', publisher: 'Somebody', homepage: '', expiresHours: 24 },
    ...{ size: Buffer.byteLength(file), file: 'pack.json', changes: [] },
    sha256: createHash('sha256').update(file).digest('hex'),
  });
  return { '/packs/index.json': index, '/packs/pack.json': file };
}

/** Runs in the page: clicks the first button whose text matches; true when there was one. */
const press = (pattern) => {
  const wanted = new RegExp(pattern);
  const found = [...document.querySelectorAll('button:not([disabled])')].find((one) => wanted.test(one.textContent));
  found?.click();
  return found !== undefined;
};
/** Runs in the page: types into a field as a person would, as far as the page can tell. */
const type = (selector, text) => {
  const field = document.querySelector(selector);
  if (!field) return false;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
};
const text = () => document.body.innerText;

/** `kit`: `check`, `until`, `browser` and `visit` of the smoke test; `own` is the address of our pages, `site` the server's. */
export async function checkOwnPages({ check, until, browser, visit, own, site }) {
  const page = await browser.newPage();
  // Firefox opens the page, but the navigation is never told to be over.
  const go = async (hash, on = page) => {
    await on.goto(`${own}/options.html${hash}`, { timeout: 2500 }).catch(() => {});
    await until(() => on.evaluate(() => document.querySelector('main, dialog') !== null), `no page ${hash}`, 30_000);
  };
  const sees = (pattern, message) =>
    until(async () => new RegExp(pattern).test(await page.evaluate(text)), message ?? `never saw ${pattern}`, 30_000);
  const presses = (pattern) => until(() => page.evaluate(press, pattern), `no button ${pattern}`, 30_000);

  await check('lists the statements and finds words in them', async () => {
    await go('#statements');
    await until(
      () => page.evaluate(() => document.querySelectorAll('tbody tr:not(.waiting)').length > 5),
      'no rows',
      30_000,
    );
  });
  await check('may run the sums that it brings along, and no text as code', async () => {
    assert.deepEqual(await page.evaluate(mayRun, sums), { sums: true, text: false });
  });
  await check('imports a file after a dry run', async () => {
    const lines = [statement('ff1', 'zzfox first words'), statement('ff2', 'zzfox second words')];
    await page.evaluate(
      (content) => {
        const files = new DataTransfer();
        files.items.add(new File([content], 'fox.jsonl'));
        const input = document.querySelector('input[data-for="import"]');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      lines.map((one) => JSON.stringify(one)).join('\n'),
    );
    await presses('^Import 2 statements$');
    await sees('2 statements imported');
    await presses('^Close$');
    await page.evaluate(type, 'input[type=search]', 'zzfox');
    await until(
      () => page.evaluate(() => document.querySelectorAll('tbody tr:not(.waiting)').length === 2),
      'the imported rows were not found',
      30_000,
    );
  });
  await check('edits a record, and undoes it', async () => {
    await go('#statements?id=ff1&edit=1');
    await until(() => page.evaluate(type, '.editor textarea', 'zzfox words mended'), 'no editor', 30_000);
    await presses('^Save$');
    await sees('Saved\\.');
    await sees('zzfox words mended');
    await presses('^Undo this$');
    await sees('zzfox first words');
  });
  await check('subscribes to a pack', async () => {
    await go('#packs');
    await presses('^Subscribe…$');
    await until(() => page.evaluate(type, 'dialog input[type=url]', `${site}/packs/index.json`), 'no dialog');
    await presses('^Look$');
    await sees('Somebody · version 1');
    await presses('^Subscribe$');
    await sees('1 statement\\s*·?\\s*version 1');
  });
  await check('captures selected words: reads them from the page, and saves the draft', async () => {
    const news = await visit('/sample-news.html');
    await news.evaluate(() => getSelection().selectAllChildren(document.querySelector('article p')));
    const captured = await page.evaluate(async (address) => {
      const { scripting, storage, tabs } = globalThis.browser;
      const [tab] = (await tabs.query({})).filter(({ url }) => url?.startsWith(address)).slice(-1);
      const [{ result }] = await scripting.executeScript({ target: { tabId: tab.id }, files: ['/capture.js'] });
      const record = {
        ...{ selection: result.text, speaker: 'Ada Example', side: '', quote: 'zzfox captured here', gist: '' },
        ...{ date: result.article.published, publisher: result.publisher, url: result.article.url },
        published: result.article.published,
      };
      await storage.local.set({ 'capture:fox': record });
      return record;
    }, `${site}/sample-news.html`);
    assert.ok(captured.selection.length > 20);
    assert.match(captured.date, /^\d{4}-\d\d-\d\d$/);
    await news.close();
    await go('#capture?key=fox');
    await until(() => page.evaluate(() => document.querySelector('.editor') !== null), 'no draft', 20_000);
    await presses('^Save$');
    await until(
      () =>
        page.evaluate(async () => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('copy');
          const head = JSON.parse(await (await (await folder.getFileHandle('head.json')).getFile()).text());
          for (const { name } of head.parts) {
            const file = await (await folder.getFileHandle(name)).getFile();
            const plain = file.stream().pipeThrough(new DecompressionStream('gzip'));
            if ((await new Response(plain).text()).includes('zzfox captured here')) return true;
          }
          return false;
        }),
      'the captured statement is not in the second copy',
      20_000,
    );
  });
  await checkCapture({ check, until, browser, visit, page });
  await page.close();
}
