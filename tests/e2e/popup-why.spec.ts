/** Why nothing was found: each reason as it comes about by itself, and what the popup offers against it. */
import type { BrowserContext, Page } from '@playwright/test';
import { article, claims, expect, isMarked, newsPage, settle, test } from './news';

async function popupOf(chrome: BrowserContext, page: Page, desk: Page): Promise<Page> {
  const id = await desk.evaluate(async (url) => {
    const { tabs } = (
      globalThis as unknown as { chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } } }
    ).chrome;
    return (await tabs.query({})).find((tab) => tab.url === url)?.id;
  }, page.url());
  const popup = await chrome.newPage();
  await popup.goto(`chrome-extension://${new URL(desk.url()).host}/popup.html?tab=${id}`);
  return popup;
}

test.afterEach(async ({ chrome, desk }) => {
  await settle(desk, {});
  for (const page of chrome.pages()) if (page !== desk) await page.close();
});

test('no claim known: what is known is shown', async ({ chrome, site, desk }) => {
  const body =
    '<p>Donald Trump, Volodymyr Zelensky and Vladimir Putin sent envoys to Berlin for talks on Ukraine. '.repeat(3);
  const page = await chrome.newPage();
  await page.goto(site.add('/why-nothing.html', article(`${body}The train came at noon, and the hotel was full.</p>`)));
  const popup = await popupOf(chrome, page, desk);
  await expect(popup.getByRole('heading', { name: 'Nothing known' })).toBeVisible();
  const [options] = await Promise.all([
    chrome.waitForEvent('page'),
    popup.getByRole('button', { name: 'Claims it knows' }).click(),
  ]);
  await expect(options).toHaveURL(/options\.html#topics/);
});

const german = {
  // The overlay says so; and, where the scout knows no word, the popup finds it out.
  named: 'Präsident Donald Trump sagte, ein Friedensabkommen zwischen Russland und der Ukraine sei näher als je zuvor.',
  strange:
    'Der Fährmann sagte am Dienstag, die alte Brücke werde vor dem Sommer nicht mehr eröffnet, und niemand wisse das.',
};
for (const [kind, text] of Object.entries(german))
  test(`another language (${kind}): said, with a way to what is read`, async ({ chrome, site, desk }) => {
    const html = article(`<p>${`${text} `.repeat(6)}</p>`).replace('lang="en"', 'lang="de"');
    const page = await chrome.newPage();
    await page.goto(site.add(`/why-${kind}.html`, html));
    const popup = await popupOf(chrome, page, desk);
    await expect(popup.getByRole('heading', { name: 'Not in English' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'What is read and what is not' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Read this page anyway' })).toHaveCount(0);
  });

test('no date: nothing is called earlier, and the days are there to compare', async ({ chrome, site, desk }) => {
  const html = article(claims).replace(/<meta property="article:published_time"[^>]*>/, '');
  const page = await chrome.newPage();
  await page.goto(site.add('/why-undated.html', html));
  await isMarked(page);
  const popup = await popupOf(chrome, page, desk);
  await expect(popup.getByText(/^Article date unknown: none of these can be called earlier/)).toBeVisible();
  await expect(popup.getByText(/with earlier statements/)).toHaveCount(0);
  await expect(popup.locator('.strongest time').first()).toBeVisible();
});

test('no article: said, and read all the same where asked', async ({ chrome, site, desk }) => {
  const page = await chrome.newPage();
  await page.goto(site.add('/why-empty.html', newsPage('<p>Menu</p>')));
  const popup = await popupOf(chrome, page, desk);
  await expect(popup.getByRole('heading', { name: 'Nothing to read here' })).toBeVisible();
  await popup.getByRole('button', { name: 'Read this page anyway' }).click();
  await expect(popup.getByRole('heading', { name: /^(No article text found|Nothing known)$/ })).toBeVisible();
});

test('switched off: switched on again from the popup', async ({ chrome, site, desk }) => {
  await settle(desk, { off: true });
  const page = await chrome.newPage();
  await page.goto(site.add('/why-off.html', article(claims)));
  const popup = await popupOf(chrome, page, desk);
  await expect(popup.getByRole('heading', { name: 'Said Before is switched off' })).toBeVisible();
  await expect(popup.getByLabel(/^On /)).not.toBeChecked();
  await popup.getByRole('button', { name: 'Switch on' }).click();
  await isMarked(page);
  await expect(popup.getByText(/claims found/)).toBeVisible();
  await expect(popup.getByLabel(/^On /)).toBeChecked();
});

test('not one of the chosen sites: read once, or added', async ({ chrome, site, desk }) => {
  await settle(desk, { sites: 'chosen' });
  const page = await chrome.newPage();
  await page.goto(site.add('/why-chosen.html', article(claims)));
  const popup = await popupOf(chrome, page, desk);
  await expect(popup.getByRole('heading', { name: 'Not one of your sites' })).toBeVisible();
  await popup.getByRole('button', { name: 'Read this page anyway' }).click();
  await isMarked(page);
  await page.reload();
  const again = await popupOf(chrome, page, desk);
  await again.getByRole('button', { name: 'Add this site' }).click();
  await isMarked(page);
  await page.reload();
  await isMarked(page);
});
