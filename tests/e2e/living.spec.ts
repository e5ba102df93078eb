/** Pages that change: what is new is read, what is not is left alone, and no date is taken from another article. */
import type { BrowserContext, Page } from '@playwright/test';
import {
  article,
  asked,
  badgeOf,
  cardOn,
  claims,
  expect,
  isMarked,
  marked,
  markedWords,
  newsPage,
  pointAt,
  reportOf,
  settle,
  spotOf,
  stateOf,
  test,
} from './news';

const more =
  '<p class="late">Russia does not want peace in Ukraine, French President Emmanuel Macron said. Moscow goes on with the war against Kyiv, he added.</p>';
const other =
  '<p>Ukrainian President Volodymyr Zelensky met French President Emmanuel Macron in Paris to speak of Russia, of President Vladimir Putin and of the envoys of US President Donald Trump. The European Union and Nato sent envoys of their own to Kyiv.</p>';
const filler = '<p>The ferry to the island runs on weekdays and carries no more than forty passengers at a time.</p>';

async function open(chrome: BrowserContext, url: string): Promise<Page> {
  const page = await chrome.newPage();
  await page.goto(url);
  return page;
}
const append = (page: Page, html: string, to = 'article'): Promise<void> =>
  page.evaluate(([text, where]) => document.querySelector(where)?.insertAdjacentHTML('beforeend', text), [
    html,
    to,
  ] as const);
const has = (page: Page, words: string) =>
  expect.poll(async () => (await markedWords(page)).some((text) => text.includes(words)), { timeout: 8000 });

test('text that infinite scroll brings is marked; marks that stand are not painted anew', async ({ chrome, site }) => {
  const page = await open(chrome, site.add('/scroll.html', article(claims.split('\n').slice(0, 2).join(''))));
  await isMarked(page);
  await page.evaluate(() => {
    Object.assign(globalThis, { kept: [...CSS.highlights.values()].flatMap((h) => [...h]) });
  });
  await append(page, more);
  await has(page, 'does not want peace').toBe(true);
  expect(
    await page.evaluate(() => {
      const now = new Set([...CSS.highlights.values()].flatMap((h) => [...h]));
      return (globalThis as unknown as { kept: AbstractRange[] }).kept.every((range) => now.has(range));
    }),
  ).toBe(true);
  await page.close();
});

test('a paragraph edited after load is read again', async ({ chrome, site }) => {
  const page = await open(
    chrome,
    site.add('/edited.html', article(`${claims}<p id="e">Nothing was said on Monday.</p>`)),
  );
  await isMarked(page);
  await page.evaluate(() => {
    const text = (document.getElementById('e') as HTMLElement).firstChild as Text;
    text.data = 'Ukraine will never cede Crimea to Russia, President Volodymyr Zelensky said on Monday.';
  });
  await has(page, 'never cede Crimea').toBe(true);
  await page.evaluate(() => {
    (document.getElementById('e') as HTMLElement).textContent = 'That was withdrawn.';
  });
  await has(page, 'never cede Crimea').toBe(false);
  await page.close();
});

test('a move to a fragment does nothing, and changes beside the article ask for nothing', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await open(
    chrome,
    site.add(
      '/hash.html',
      newsPage(`<main><article><h1>Talks go on</h1>${claims}</article></main><div id="ticker"></div>`),
    ),
  );
  await isMarked(page);
  const before = await asked(desk);
  await page.evaluate(async () => {
    location.hash = '#part';
    history.pushState(null, '', '#other');
    for (let i = 0; i < 20; i += 1) {
      (document.getElementById('ticker') as HTMLElement).textContent = `Index ${i} at noon`;
      await new Promise((go) => setTimeout(go, 50));
    }
  });
  await page.waitForTimeout(600);
  expect(await asked(desk)).toBe(before);
  await page.close();
});

test('after a move within the document the new article is read, not dated by the head of the old one', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await open(chrome, site.add('/spa.html', article(claims)));
  await isMarked(page);
  expect((await reportOf(desk, page)).report.page.published).toBe('2025-12-16');
  // As single-page sites do it: first the address, a while later the text; the head stays behind.
  await page.evaluate(
    ([html]) => {
      history.pushState(null, '', '/story-two');
      setTimeout(() => {
        (document.querySelector('article') as HTMLElement).innerHTML = html;
      }, 700);
    },
    [`<h1>Another day in Paris</h1>${other}${more}${filler.repeat(6)}`] as const,
  );
  await has(page, 'does not want peace').toBe(true);
  const { report } = await reportOf(desk, page);
  expect(report.page).toMatchObject({ published: null, publishedFrom: 'none', title: 'Another day in Paris' });
  expect(report.page.url).toMatch(/story-two$/);
  // Away from the topic: marks and badge go.
  await page.evaluate(
    ([html]) => {
      history.pushState(null, '', '/story-three');
      (document.querySelector('article') as HTMLElement).innerHTML = html;
    },
    [`<h1>Ferry</h1>${filler.repeat(9)}`] as const,
  );
  await expect.poll(() => marked(page)).toBe(0);
  await expect.poll(async () => (await stateOf(desk, page)).status).toBe('not-topical');
  expect(await badgeOf(desk, page)).toBe('');
  await page.close();
});

test('each post of a live blog is dated on its own', async ({ chrome, site, desk }) => {
  const post = (day: string, text: string): string =>
    `<section class="post"><time datetime="${day}T09:00:00Z">09:00</time><p>${text}</p></section>`;
  const claim = 'Russian President Vladimir Putin wants peace, US President Donald Trump said of Ukraine.';
  const page = await open(
    chrome,
    site.add(
      '/live.html',
      newsPage(
        `<main><h1>Talks live</h1>${post('2025-12-17', claim)}${post('2025-08-16', claim)}${post('2025-03-01', claim)}</main>`,
      ),
    ),
  );
  await isMarked(page, 3);
  const { report, statements } = await reportOf(desk, page);
  const dates = report.passages.map((passage) => passage.published ?? report.page.published);
  expect(new Set(dates)).toEqual(new Set(['2025-12-17', '2025-08-16', '2025-03-01']));
  for (const passage of report.passages) {
    expect(passage.evidence.length).toBeGreaterThan(0);
    for (const { statement } of passage.evidence)
      expect((statements[statement]?.date ?? '9') < (passage.published ?? '')).toBe(true);
  }
  await append(
    page,
    post('2025-12-18', 'Ukraine will not cede territory, Ukrainian President Volodymyr Zelensky said.'),
    'main',
  );
  await has(page, 'will not cede territory').toBe(true);
  await page.close();
});

test('text behind a consent wall, hidden text and text that comes late are read when they show', async ({
  chrome,
  site,
}) => {
  const wall = `<div id="wall"><p>We value your privacy.</p><button id="yes">Accept</button></div><div id="root"></div>
<script>document.getElementById('yes').onclick = () => { document.getElementById('wall').remove(); setTimeout(() => { document.getElementById('root').innerHTML = ${JSON.stringify(`<article><h1>Talks go on</h1>${claims}<div id="rest" style="display: none">${more}</div></article>`)}; }, 600); };</script>`;
  const page = await open(chrome, site.add('/wall.html', newsPage(wall)));
  // Later than the scout's last unasked look is worth: the click makes it look again.
  await page.waitForTimeout(400);
  await page.getByRole('button', { name: 'Accept' }).click();
  await isMarked(page);
  expect((await markedWords(page)).some((text) => text.includes('does not want peace'))).toBe(false);
  await page.evaluate(() => {
    (document.getElementById('rest') as HTMLElement).style.display = '';
  });
  await has(page, 'does not want peace').toBe(true);
  await page.close();
});

test('a page that comes back from the back/forward cache obeys what was set meanwhile', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await open(chrome, site.add('/back.html', article(claims)));
  await isMarked(page);
  await page.evaluate(() => Object.assign(globalThis, { slept: true }));
  await page.goto(`${site.url}/other-topic.html`);
  await settle(desk, { offSites: ['127.0.0.1'] });
  await page.goBack({ waitUntil: 'commit' });
  expect(await page.evaluate(() => 'slept' in globalThis)).toBe(true);
  await expect.poll(() => marked(page)).toBe(0);
  await expect(page.locator('said-before-overlay')).toHaveCount(0);
  await settle(desk, {});
  await page.close();
});

test('marks and card do not print', async ({ chrome, site }) => {
  const page = await open(chrome, site.add('/print.html', article(claims)));
  await isMarked(page);
  const spot = await spotOf(page, 'closer than ever');
  await page.mouse.click(spot.x, spot.y);
  await expect(cardOn(page)).toBeVisible();
  const look = () =>
    page.evaluate(() => {
      const p = document.querySelector('article p') as Element;
      return [...CSS.highlights.keys()].map((name) => getComputedStyle(p, `::highlight(${name})`).textDecorationLine);
    });
  expect(new Set(await look())).not.toEqual(new Set(['none']));
  await page.emulateMedia({ media: 'print' });
  expect(new Set(await look())).toEqual(new Set(['none']));
  await expect(cardOn(page)).toBeHidden();
  await page.close();
});

test('text in open shadow roots is read, marked and hit', async ({ chrome, site }) => {
  const html = `<news-story></news-story><script>
class Story extends HTMLElement { connectedCallback() {
  this.attachShadow({ mode: 'open' }).innerHTML = '<article><h1>Talks go on in Berlin</h1><slot></slot><p>After the slot.</p>' + ${JSON.stringify(claims)} + '</article>';
  this.innerHTML = '<p>The slotted lead is about Ukraine.</p>';
} }
customElements.define('news-story', Story);</script>`;
  const page = await open(chrome, site.add('/shadow.html', newsPage(html)));
  await isMarked(page);
  await pointAt(page, await spotOf(page, 'We are very close to a deal'));
  await expect(cardOn(page)).toBeVisible();
  await page.evaluate(() => {
    const root = document.querySelector('news-story')?.shadowRoot as ShadowRoot;
    root
      .querySelector('article')
      ?.insertAdjacentHTML('beforeend', '<p>Russia does not want peace, French President Emmanuel Macron said.</p>');
  });
  await has(page, 'does not want peace').toBe(true);
  await page.close();
});

test('an article in a frame of the same site is read there; the card stands over it', async ({
  chrome,
  site,
  desk,
}) => {
  site.add('/framed.html', article(`${claims}<p style="height:900px"></p>`));
  const page = await open(
    chrome,
    site.add(
      '/viewer.html',
      newsPage('<h1>Viewer</h1><iframe src="/framed.html" style="width:700px;height:500px;margin:30px"></iframe>'),
    ),
  );
  const inFrame = () =>
    page.frames()[1]?.evaluate(() => [...CSS.highlights.values()].reduce((n, h) => n + h.size, 0)) ?? 0;
  await expect.poll(inFrame, { timeout: 10_000 }).toBeGreaterThan(1);
  expect(await marked(page)).toBe(0);
  const frame = page.frames()[1] as unknown as Page;
  const spot = await spotOf(frame, 'We are very close to a deal');
  const box = await page.locator('iframe').boundingBox();
  await pointAt(page, { x: spot.x + (box?.x ?? 0), y: spot.y + (box?.y ?? 0) });
  await expect(cardOn(page)).toBeVisible();
  const card = await cardOn(page).boundingBox();
  expect(Math.abs((card?.y ?? 0) - (spot.y + (box?.y ?? 0)))).toBeLessThan(60);
  await page.mouse.move(5, 5);
  await expect(cardOn(page)).toBeHidden();
  expect((await reportOf(desk, page)).report.page.published).toBe('2025-12-16');
  await settle(desk, { off: true });
  await expect.poll(inFrame).toBe(0);
  await settle(desk, {});
  await page.close();
});

test('what can be edited, code and our own card are never marked', async ({ chrome, site }) => {
  const text = 'Ukraine will not cede territory to Russia, President Volodymyr Zelensky said.';
  const page = await open(
    chrome,
    site.add(
      '/fields.html',
      article(
        `${claims}<div contenteditable="true"><p id="no">${text} Editable.</p></div><pre>${text} Code.</pre><p><code>${text} Code.</code></p><textarea>${text}</textarea><div role="textbox">${text} Box.</div>`,
      ),
    ),
  );
  await isMarked(page);
  expect((await markedWords(page)).filter((words) => /Editable|Code|Box/.test(words))).toEqual([]);
  await page.close();
});
