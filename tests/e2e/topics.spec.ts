import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe } from './axe';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const open = async (page: Page, extensionId: string, hash: string): Promise<void> => {
  await page.goto(`chrome-extension://${extensionId}/options.html${hash}`);
};

test('from the index to a speaker, to a claim, to a statement: every page has an address', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await open(page, extensionId, '#topics');
  await page.getByLabel('Find a person or a claim').fill('lavrov');
  await expect(page.locator('.topics li')).toHaveCount(1);
  await page.getByRole('link', { name: 'Sergey Lavrov' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Sergey Lavrov' })).toBeVisible();
  await expect(page).toHaveTitle(/^Sergey Lavrov/);
  await page.reload();
  await expect(page.getByRole('img', { name: /^Plot, Sergey Lavrov: \d+ affirm, \d+ deny/ })).toBeVisible();
  const rows = await page.locator('.topic-table tbody tr').count();
  expect(rows).toBeGreaterThan(20);
  await page.locator('.topic-table tbody a').first().click();
  await expect(page.locator('.topic.claim h2')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.topic.speaker h2')).toHaveText('Sergey Lavrov');
  await page.close();
});

test('the plot’s points stand in the table, with reversals; a press marks its rows', async ({
  chrome,
  extensionId,
}) => {
  const page = await chrome.newPage();
  await open(page, extensionId, '#claim?id=deal-close');
  const plot = page.getByRole('img', { name: /^Plot, / });
  await expect(plot).toBeVisible();
  const name = (await plot.getAttribute('aria-label')) ?? '';
  const [affirm, deny, open_, reversals] = [/(\d+) affirm/, /(\d+) deny/, /(\d+) leave open/, /(\d+) reversals?/].map(
    (pattern) => Number(pattern.exec(name)?.[1]),
  ) as [number, number, number, number];
  await expect(page.locator('.topic-table tbody tr')).toHaveCount(affirm + deny + open_);
  await expect(page.locator('.turned')).toHaveCount(reversals);
  await plot.locator('.point').first().click();
  await expect(page.locator('.topic-table .marked').first()).toBeInViewport();
  await page.getByRole('button', { name: /^Date/ }).click();
  const days = await page.locator('.topic-table time').evaluateAll((all) => all.map((t) => t.getAttribute('datetime')));
  expect(days).toEqual([...days].sort());
  await page.close();
});

test('exports the plot as SVG that stands alone, and the statements as CSV', async ({ chrome, extensionId, site }) => {
  const page = await chrome.newPage();
  await open(page, extensionId, '#claim?id=deal-close');
  await expect(page.getByRole('img', { name: /^Plot, / })).toBeVisible();
  const save = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.topic').getByRole('button', { name: button }).click(),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const svg = await save('Export SVG');
  expect(svg.name).toMatch(/^said-before-.+\.svg$/);
  expect(svg.text).not.toContain('var(');
  expect(svg.text).not.toContain('class=');
  const shown = await chrome.newPage();
  await shown.goto(site.add('/plot.html', `<body>${svg.text.replace(/^<\?xml.*\?>/, '')}</body>`));
  for (const word of ['Affirms', 'Denies', 'Leaves open', 'Reversal'])
    await expect(shown.locator('svg text', { hasText: new RegExp(`^${word}$`) })).toBeVisible();
  const [fill, width] = await shown.evaluate(() => [
    getComputedStyle(document.querySelector('svg text') as Element).fill,
    document.querySelector('svg')?.getBoundingClientRect().width ?? 0,
  ]);
  expect(fill).toMatch(/^rgb/);
  expect(width).toBeGreaterThan(300);
  await shown.close();
  const csv = await save('Export CSV');
  const [header, ...rows] = csv.text.trim().split('\n');
  expect(header).toContain('id,speaker,role,side,date,quote,gist,proposition,stance');
  expect(rows.length).toBeGreaterThan(20);
  await page.close();
});

test('a page of nobody says so', async ({ chrome, extensionId }) => {
  const page = await chrome.newPage();
  await open(page, extensionId, '#speaker?name=Nobody');
  await expect(page.getByText('There is no such page.')).toBeVisible();
  await page.close();
});

for (const [hash, wait] of [
  ['#topics', '.topics li'],
  ['#claim?id=deal-close', '.topic-plot'],
  ['#speaker?name=Marco+Rubio', '.topic-plot'],
] as const)
  test(`axe finds nothing in ${hash}, at any width and in any direction`, async ({ chrome, extensionId }) => {
    const page = await chrome.newPage();
    for (const [width, pseudo, colorScheme] of [
      [1280, '', 'light'],
      [320, 'long', 'dark'],
      [320, 'rtl', 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`chrome-extension://${extensionId}/options.html?pseudo=${pseudo}${hash}`);
      await expect(page.locator(wait).first()).toBeVisible();
      const { violations } = await axe(page).include('main').analyze();
      expect(violations, `${width} ${pseudo}`).toEqual([]);
      const wide = await page.locator('main > *').evaluate((view) => view.scrollWidth - view.clientWidth);
      expect(wide, `${width} ${pseudo}`).toBeLessThanOrEqual(0);
    }
    await page.close();
  });
