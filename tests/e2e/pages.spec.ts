import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { axe } from './axe';
import { anotherIsMarked, drawn, expect, hover, marks, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const claims = `<p>US President Donald Trump said that a peace deal between Russia and Ukraine was closer than ever, after talks with Ukrainian President Volodymyr Zelensky in Berlin.</p>
<p>“We are very close to a deal,” Trump told reporters. Russian President Vladimir Putin wants peace, he said.</p>
<p>The Kremlin said Russia would not accept European troops in Ukraine. Ukraine will not cede territory to Russia, Zelensky said in Kyiv, and the ceasefire must come first.</p>`;

async function open(chrome: BrowserContext, url: string): Promise<{ page: Page; errors: string[] }> {
  const page = await chrome.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return { page, errors };
}
const marked = async (page: Page): Promise<number> => Object.values(await marks(page)).reduce((a, b) => a + b, 0);

test('a page without a date says so and calls nothing earlier', async ({ chrome, site }) => {
  const { page } = await open(
    chrome,
    site.add(
      '/undated.html',
      `<!doctype html><html lang="en"><title>Talks</title><article><h1>Talks go on in Berlin</h1>${claims}</article>`,
    ),
  );
  await expect.poll(() => marked(page), { timeout: 10_000 }).toBeGreaterThan(2);
  await expect(page.locator('said-before-overlay [role=status]').first()).toHaveText(/\d with known statements\./);
  await hover(page, 'We are very close to a deal');
  const card = page.getByRole('dialog', { name: /^Earlier statements/ });
  await expect(card).toContainText('Article date unknown');
  await expect(card.locator('time').first()).not.toContainText('earlier');
  await page.close();
});

test('unusual pages do no harm', async ({ chrome, site }) => {
  const filler = `<p>${'The council met again and said nothing new about the ferry. '.repeat(90)}</p>`.repeat(900);
  const pages = {
    '/untitled.html': `<!doctype html><html lang="en"><meta property="article:published_time" content="2025-12-16"><article>${claims}</article>`,
    '/broken.html': `<html><body><div><article><h1>Talks<p>${claims.replaceAll('</p>', '')}<table><tr><b>`,
    '/large.html': `<!doctype html><html lang="en"><meta property="article:published_time" content="2025-12-16"><article><h1>Talks go on</h1>${claims}${filler}</article>`,
  };
  for (const [path, html] of Object.entries(pages)) {
    const { page, errors } = await open(chrome, site.add(path, html));
    await expect.poll(() => marked(page), { message: path, timeout: 15_000 }).toBeGreaterThan(0);
    expect(errors, path).toEqual([]);
    await page.close();
  }
});

test('a page in another language, and one without text, stay quiet', async ({ chrome, site }) => {
  const german =
    '<p>Der Präsident der Ukraine sagte in Kiew, dass die Verhandlungen mit Russland über einen Waffenstillstand und ein Ende des Krieges weitergehen. Putin und Trump sprachen über Ukraine, Donbas und NATO, aber die Ukraine und Russland sind sich in der Frage der Gebiete nicht einig.</p>'.repeat(
      4,
    );
  for (const [path, html] of [
    ['/german.html', `<!doctype html><html lang="de"><article><h1>Ukraine</h1>${german}</article>`],
    ['/empty.html', '<!doctype html><html lang="en"><body></body>'],
  ] as const) {
    const { page, errors } = await open(chrome, site.add(path, html));
    await anotherIsMarked(chrome, site);
    expect(await marked(page)).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  }
});

test('card, popup and options have no violation that axe finds', async ({ chrome, site, extensionId }) => {
  test.slow();
  const { page } = await open(chrome, `${site.url}/sample-news.html`);
  await expect.poll(() => marked(page), { timeout: 10_000 }).toBeGreaterThan(0);
  await hover(page, 'We are very close to a deal');
  await expect(page.getByRole('dialog', { name: /^Earlier statements/ })).toBeVisible();
  const card = await axe(page).include('said-before-overlay').analyze();
  expect(card.violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  for (const path of [
    'popup.html',
    'options.html',
    'options.html#packs',
    'options.html#settings',
    'options.html#help',
  ]) {
    await page.goto(`chrome-extension://${extensionId}/${path}`);
    await drawn(page);
    const found = await axe(page).analyze();
    expect(found.violations.map((v) => `${path} ${v.id}: ${v.nodes[0]?.html}`)).toEqual([]);
  }
  await page.close();
});

const seeds = '../shared/seeds';
const dates: Record<string, string> = {
  '000': '2025-12-15',
  '001': '2025-02-24',
  '002': '2025-02-10',
  '003': '2025-05-20',
  '004': '2025-12-16',
};

test.describe('seed articles', () => {
  test.skip(!existsSync(seeds), 'the seed articles are not here');
  for (const [id, date] of Object.entries(dates))
    test(`${id}: at least four passages, both relations, nothing later than the page`, async ({
      chrome,
      site,
      extensionId,
    }) => {
      const name = readdirSync(seeds).find((f) => f.startsWith(id)) as string;
      const paragraphs = readFileSync(join(seeds, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim());
      const encode = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Seed ${id}</title><script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', datePublished: date })}</script></head><body><main><article>${paragraphs.map((p) => `<p>${encode(p)}</p>`).join('')}</article></main></body></html>`;
      const { page } = await open(chrome, site.add(`/seed-${id}.html`, html));
      await expect.poll(() => marked(page), { timeout: 10_000 }).toBeGreaterThanOrEqual(4);
      const view = await chrome.newPage();
      await view.goto(`chrome-extension://${extensionId}/options.html#help`);
      const state = await view.evaluate(async (url) => {
        const { tabs } = (
          globalThis as unknown as {
            chrome: {
              tabs: {
                query(q: object): Promise<{ id: number; url?: string }[]>;
                sendMessage(id: number, m: unknown): Promise<unknown>;
              };
            };
          }
        ).chrome;
        const tab = (await tabs.query({})).find((t) => t.url === url);
        return tabs.sendMessage(tab?.id as number, { type: 'overlay.state', request: null });
      }, page.url());
      const { reply } = (state as { value?: { reply: never }; reply?: never }).value ?? (state as { reply: never });
      const { report, statements } = reply as unknown as import('../../utils/messages').PageReply;
      const items = report.passages.flatMap((p) => p.evidence);
      expect(items.some((e) => e.relation === 'contradicts')).toBe(true);
      expect(items.some((e) => e.relation === 'confirms')).toBe(true);
      expect(items.filter((e) => (statements[e.statement]?.date ?? '9') >= date)).toEqual([]);
      await view.close();
      await page.close();
    });
});
