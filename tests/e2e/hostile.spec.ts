/** Pages that mean harm: we recover, or step back and say so; and they cannot open or drive the card. */
import type { BrowserContext, Page } from '@playwright/test';
import { cardOn, claims, command, expect, isMarked, marked, newsPage, pointAt, spotOf, stateOf, test } from './news';

const words = 'We are very close to a deal';
const story = `<article><h1>Talks go on in Berlin</h1>${claims}</article>`;

/** Opens a page and collects what goes wrong in it and in our scripts. */
async function open(chrome: BrowserContext, url: string): Promise<{ page: Page; errors: string[] }> {
  const page = await chrome.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/Failed to load resource/.test(message.text()) && errors.push(message.text()),
  );
  await page.goto(url);
  return { page, errors };
}

async function opens(page: Page): Promise<void> {
  await pointAt(page, await spotOf(page, words));
  await expect(cardOn(page)).toBeVisible();
  expect(await cardOn(page).locator('[data-statement]').count()).toBeGreaterThan(1);
}

test('strict Content Security Policy and Trusted Types', async ({ chrome, site }) => {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'">`;
  const { page, errors } = await open(chrome, site.add('/csp.html', newsPage(story, policy)));
  await isMarked(page);
  await opens(page);
  expect(await cardOn(page).evaluate((card) => getComputedStyle(card.firstElementChild as Element).display)).toBe(
    'flex',
  );
  // The page's own inline style is refused by its own policy; nothing of ours is.
  expect(
    errors.filter((text) => !/inline style|Content Security Policy directive: "(?:default|img|style)-src/i.test(text)),
  ).toEqual([]);
  await page.close();
});

test('all rules unset, our element hidden by rule, and everything else above it', async ({ chrome, site }) => {
  const css = `<style>* { all: unset !important } p, h1, article { display: block !important } head, script, style { display: none !important }
said-before-overlay { display: none !important; visibility: hidden !important; opacity: 0 !important }
#lid { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; pointer-events: none !important; background: rgb(0 0 0 / 20%) !important }</style>`;
  const { page, errors } = await open(chrome, site.add('/unset.html', newsPage(`${story}<div id="lid"></div>`, css)));
  await isMarked(page);
  await opens(page);
  const top = await cardOn(page).evaluate((card) => {
    const { left, top, width } = card.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + 20)?.tagName;
  });
  expect(top).toBe('SAID-BEFORE-OVERLAY');
  expect(await cardOn(page).evaluate((card) => getComputedStyle(card).visibility)).toBe('visible');
  expect(errors).toEqual([]);
  await page.close();
});

test('tampered prototypes and clobbered names', async ({ chrome, site }) => {
  const tamper = `<script>
const broken = () => { throw new Error('tampered'); };
for (const name of ['map', 'filter', 'flatMap', 'push', 'join', 'some']) Array.prototype[name] = broken;
for (const name of ['querySelectorAll', 'closest', 'getAttribute', 'append', 'attachShadow']) Element.prototype[name] = broken;
Range.prototype.getClientRects = broken; HighlightRegistry.prototype.set = broken; Map.prototype.get = broken;
Object.defineProperty(Node.prototype, 'textContent', { get: broken }); globalThis.Highlight = broken; globalThis.setTimeout = broken;
Object.prototype.published = '1999-01-01'; String.prototype.match = broken; JSON.parse = broken;
</script>`;
  const clobber = `<form name="querySelectorAll"><input name="tagName"><input name="attributes"></form><img name="body" alt=""><form id="x"><input name="getAttribute"><input name="hasAttribute"><input name="parentNode"></form>`;
  const page = await chrome.newPage();
  await page.goto(site.add('/tampered.html', newsPage(`${story}${clobber}`, tamper)));
  // The page's own world is broken, so the marks are counted from ours.
  await expect(page.locator('said-before-overlay')).toHaveCount(1);
  await page.close();
});

test('a page whose names are clobbered is still read', async ({ chrome, site, desk }) => {
  const clobber = `<form name="querySelectorAll"><input name="tagName"><input name="attributes"></form><img name="body" alt=""><img name="documentElement" alt=""><form id="x"><input name="getAttribute"><input name="hasAttribute"><input name="parentNode"></form>`;
  const { page, errors } = await open(chrome, site.add('/clobbered.html', newsPage(`${clobber}${story}`)));
  await expect
    .poll(async () => (await stateOf(desk, page).catch(() => null))?.status, { timeout: 10_000 })
    .toBe('report');
  expect(errors).toEqual([]);
  await page.close();
});

test('a page that removes our element once gets it back; one that never stops is told of in the popup', async ({
  chrome,
  site,
  desk,
}) => {
  const { page } = await open(
    chrome,
    site.add(
      '/removes.html',
      newsPage(
        `${story}<script>setTimeout(() => document.querySelector('said-before-overlay').remove(), 600)</script>`,
      ),
    ),
  );
  await isMarked(page);
  await page.waitForFunction(() => performance.now() > 800);
  await expect(page.locator('said-before-overlay')).toHaveCount(1);
  await opens(page);
  await page.evaluate(() => {
    new MutationObserver(() => document.querySelector('said-before-overlay')?.remove()).observe(
      document.documentElement,
      {
        childList: true,
      },
    );
    document.querySelector('said-before-overlay')?.remove();
  });
  await expect
    .poll(async () => {
      await page.evaluate(() => document.body.append(' '));
      const state = await stateOf(desk, page);
      return state.status === 'report' && state.limits;
    })
    .toEqual(['host-removed']);
  // No fight: the element stays out, the marks stay.
  await expect(page.locator('said-before-overlay')).toHaveCount(0);
  expect(await marked(page)).toBeGreaterThan(0);
  await page.close();
});

test('a page that clears the registry once is marked again; one that never stops is told of in the popup', async ({
  chrome,
  site,
  desk,
}) => {
  const { page } = await open(chrome, site.add('/clears.html', newsPage(story)));
  await isMarked(page);
  await page.evaluate(() => CSS.highlights.clear());
  await page.mouse.move(300, 300);
  await page.mouse.move(320, 320);
  await isMarked(page);
  await page.evaluate(() => setInterval(() => CSS.highlights.clear(), 20));
  let x = 100;
  // Each loss is seen as the pointer moves; the sixth within 20 seconds is one too many.
  await expect
    .poll(
      async () => {
        x += 5;
        await page.mouse.move(x, 300);
        const state = await stateOf(desk, page);
        return state.status === 'report' && state.limits;
      },
      { intervals: [100], timeout: 20_000 },
    )
    .toEqual(['marks-removed']);
  // The passages can still be gone through.
  await command(desk, page, 'next-passage');
  await expect(cardOn(page)).toBeVisible();
  await page.close();
});

test('events that a script makes open nothing, and press nothing on an open card', async ({ chrome, site }) => {
  const { page, errors } = await open(chrome, site.add('/events.html', newsPage(story)));
  await isMarked(page);
  const spot = await spotOf(page, words);
  await page.evaluate(async ({ x, y }) => {
    const target = document.elementFromPoint(x, y) as Element;
    const init = { bubbles: true, composed: true, clientX: x, clientY: y, pointerType: 'mouse' };
    for (let i = 0; i < 10; i += 1) {
      for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click'])
        target.dispatchEvent(new PointerEvent(type, { ...init, clientX: x + i }));
      dispatchEvent(new Event('wxt:locationchange'));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await new Promise((go) => setTimeout(go, 60));
    }
  }, spot);
  await page.waitForTimeout(700);
  await expect(cardOn(page)).toBeHidden();
  // Opened by the reader's own hand: its buttons answer to the reader alone.
  await page.mouse.click(spot.x, spot.y);
  await expect(cardOn(page)).toBeVisible();
  const pages = chrome.pages().length;
  const items = await cardOn(page).locator('[data-statement]').count();
  await page.evaluate(async () => {
    const root = document.querySelector('said-before-overlay')?.shadowRoot as ShadowRoot;
    for (const button of root.querySelectorAll<HTMLElement>('button, a, summary')) {
      button.click();
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
        button.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
      button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await new Promise((go) => setTimeout(go, 300));
  });
  await expect(cardOn(page)).toBeVisible();
  expect(await cardOn(page).locator('[data-statement]').count()).toBe(items);
  expect(chrome.pages().length).toBe(pages);
  // Closed, it holds nothing that could be read.
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  expect(
    await page.evaluate(
      () => document.querySelector('said-before-overlay')?.shadowRoot?.querySelector('.shell')?.textContent,
    ),
  ).toBe('');
  expect(errors).toEqual([]);
  await page.close();
});
