/** What a screen reader gets of the page, the card and the popup (docs/accessibility.md), read from the browser's own tree. */
import type { BrowserContext, Page } from '@playwright/test';
import { find, heard, inOrder, outline, textOf } from './ax';
import { article, cardOn, claims, command, expect, isMarked, newsPage, test } from './news';
import type { Site } from './support';

const both =
  '<p id="both">Zelensky said the United States had offered security guarantees of the kind that allies give each other, and that the talks had made real progress.</p>';

async function open(chrome: BrowserContext, site: Site): Promise<Page> {
  const page = await chrome.newPage();
  await page.goto(site.add('/heard.html', article(`<p><a href="#start" id="link">Start here</a></p>${both}${claims}`)));
  await isMarked(page);
  return page;
}

/** The same with the card of its first passage open, or of a later one, as the keyboard opens it. */
async function withCard(chrome: BrowserContext, site: Site, desk: Page, nth = 1): Promise<Page> {
  const page = await open(chrome, site);
  for (let i = 0; i < nth; i += 1) await command(desk, page, 'next-passage');
  await expect(cardOn(page)).toBeVisible();
  return page;
}

/** The popup over a page, in a tab of its own, with the page's passages in it. */
async function popupOf(desk: Page, page: Page): Promise<Page> {
  const id = await desk.evaluate(async (url) => {
    const { chrome: api } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
    };
    return (await api.tabs.query({})).find((tab) => tab.url === url)?.id;
  }, page.url());
  const popup = await page.context().newPage();
  await popup.goto(`chrome-extension://${new URL(desk.url()).host}/popup.html?tab=${id}`);
  await popup.locator('.lines button').first().waitFor();
  return popup;
}

test.afterEach(async ({ chrome }) => {
  for (const page of chrome.pages()) if (page.url().includes('/heard')) await page.close();
});

test('the article reads as it did; one polite line tells what was found', async ({ chrome, site }) => {
  const plain = await chrome.newPage();
  // The same words on a page that nothing reads: there is no topic in its language.
  await plain.goto(site.add('/heard-plain.html', article(`${both}${claims}`).replace('lang="en"', 'lang="de"')));
  const page = await open(chrome, site);
  const lines = async (of: Page): Promise<string[]> =>
    inOrder(find(await heard(of), 'article'))
      .filter(({ name }) => name !== 'Start here')
      .map(({ role, name }) => `${role} ${name}`);
  const marked = await lines(page);
  // The paragraph around the link is all that is more.
  expect(marked.filter((line) => line !== 'paragraph ' && line !== 'link ')).toEqual(
    (await lines(plain)).filter((line) => line !== 'paragraph '),
  );
  const status = find(await heard(page), 'status');
  expect(status.state).toMatchObject({ live: 'polite' });
  expect(textOf(status)).toMatch(/^\d+ claims found, \d+ with earlier statements\./);
});

test('the card of the keyboard: a modal dialog with the focus in it, read in the documented order', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await open(chrome, site);
  await page.locator('#link').focus();
  await command(desk, page, 'next-passage');
  await expect(cardOn(page)).toBeVisible();
  await expect(cardOn(page).getByText(/^All \d+ as a list$/)).toBeAttached();
  const tree = await heard(page);
  const dialog = find(tree, 'dialog', /^Earlier statements on: Zelensky said the United States/);
  expect(dialog.state).toMatchObject({ modal: true });
  expect(dialog.description).toMatch(/^\S+ Zelenskyy? says: .+\. .*\d+ (?:contradicts?|confirms?)$/i);
  // Top to bottom: what this is, its tools, the claims, the statements, the plot, what can be done.
  const order = outline(dialog);
  const rank = (line: RegExp): number => {
    const at = order.findIndex((own) => line.test(own));
    expect(at, `${line} in\n${order.join('\n')}`).toBeGreaterThanOrEqual(0);
    return at;
  };
  const parts = [
    /^heading Earlier statements$/,
    /^button Keep open$/,
    /^button Close$/,
    /^tablist Claims in this passage$/,
    /^tabpanel /,
    /^region Statements$/,
    /^listitem/,
    /^region This claim over time$/,
    /^DisclosureTriangle All \d+ as a list$/,
    /^status/,
    /^button All in the options$/,
    /^button Not about this$/,
    /^button Report a wrong match$/,
  ].map(rank);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));
  expect(find(dialog, 'button', /^Keep open$/).state.pressed).toBe('true');
  // Nothing has a name twice: a title that says the same would be read out after it.
  expect(inOrder(dialog).filter(({ name, description }) => description !== '' && description === name)).toEqual([]);
  // Every control has a name.
  expect(inOrder(dialog).filter(({ role, name }) => /^(button|link|tab)$/.test(role) && !name)).toEqual([]);
  // The drawing is silent: what it shows is in its list and in words.
  expect(inOrder(dialog).filter(({ role }) => /^(image|graphics|SvgRoot)/i.test(role))).toEqual([]);
});

test('a passage with two claims: each is a tab that tells its counts, one’s statements are read at a time', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await withCard(chrome, site, desk);
  const tabs = async () => inOrder(find(await heard(page), 'tablist')).filter(({ role }) => role === 'tab');
  const [first, second] = await tabs();
  const counts = / (?:\d+ contradicts?, )?\d+ (?:contradicts?|confirms?)$/;
  for (const tab of [first, second]) expect(tab?.name).toMatch(counts);
  const chosen = [first, second].filter((tab) => tab?.state.selected);
  expect(chosen).toHaveLength(1);
  const other = first?.state.selected ? second : first;
  const claimOf = async (): Promise<string> => textOf(find(await heard(page), 'tabpanel')).slice(0, 120);
  const before = await claimOf();
  expect(find(await heard(page), 'tabpanel').name).toBe(chosen[0]?.name);
  // By keyboard: one stop for the tabs, arrows between them.
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: other?.name ?? '', exact: true })).toBeFocused();
  expect(find(await heard(page), 'tabpanel').name).toBe(other?.name);
  expect(await claimOf()).not.toBe(before);
  const counted = Number(/(\d+) confirm/.exec(other?.name ?? '')?.[1] ?? 0);
  const all = page.getByRole('button', { name: /^All \d+ statements$/ });
  if ((await all.count()) > 0) await all.click();
  await expect(cardOn(page).locator('[data-relation=confirms]')).toHaveCount(counted);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tab', { name: chosen[0]?.name ?? '', exact: true })).not.toBeFocused();
});

test('a statement: relation, time, speaker, words, reason, source, each where the guide says', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await withCard(chrome, site, desk, 2);
  const card = cardOn(page);
  await expect(card).toHaveAccessibleName(/closer than ever/);
  const item = async () => find(await heard(page), 'listitem');
  const one = await item();
  expect(textOf(one)).toMatch(/^(?:Contradicts|Confirms)/);
  const parts = outline(one);
  expect(parts[0]).toMatch(/^listitem/);
  const kinds = parts.slice(1).map((line) => line.split(' ')[0]);
  expect(kinds).toEqual(['button', 'blockquote', 'link', 'button', 'button']);
  const [when] = inOrder(one).filter(({ role }) => role === 'button');
  expect(when?.name).toMatch(/^\d+ \w+ earlier$/);
  // Whoever comes by Tab hears only what takes the focus: the first of it tells the statement.
  const words = textOf(find(one, 'blockquote'));
  const [before, day] = (when?.description ?? '').split(words);
  expect(before).toMatch(/^(?:Contradicts|Confirms)(?: Reversal)? \S+ .+, .+/);
  expect(day?.trim()).toMatch(/^(?:Said|Published) on .+ 20\d\d/);
  expect(find(one, 'link').name).toMatch(/^Read at /);
  expect(find(one, 'button', /^More for the statement by /).state.hasPopup).toBe('menu');
  expect(textOf(one)).toMatch(/(?:Both|The passage) /);
  // The full day stands under the button once it was pressed.
  await card
    .getByRole('button', { name: when?.name ?? '' })
    .first()
    .click();
  const opened = await item();
  expect(find(opened, 'button', /earlier$/).state.expanded).toBe(true);
  expect(textOf(opened)).toContain(day?.trim() ?? '-');
  expect(find(opened, 'button', /earlier$/).description).toBe(before?.concat(words).trim());
});

test('closed by the keyboard, reading goes on at the passage; the next card is a dialog opened anew', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await withCard(chrome, site, desk, 2);
  const caret = () =>
    page.evaluate(() => {
      const { anchorNode, anchorOffset = 0 } = getSelection() ?? {};
      return anchorNode?.textContent?.slice(anchorOffset, anchorOffset + 60) ?? '';
    });
  await expect(cardOn(page)).toHaveAccessibleName(/closer than ever/);
  // A screen reader that reads on by a caret of its own takes the focus from the card.
  await page.evaluate(() => {
    const root = document.querySelector('said-before-overlay')?.shadowRoot as ShadowRoot;
    (root.activeElement as HTMLElement).blur();
    getSelection()?.collapse(root.querySelector('.what'), 0);
  });
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  expect(await caret()).toMatch(/^US President Donald Trump said/);
  expect(textOf(find(await heard(page), 'status'))).toBe('Card closed, back at the passage.');
  // From card to card: what was open is closed, so that the next is heard as a dialog that opens.
  await command(desk, page, 'open-card');
  await expect(cardOn(page)).toBeVisible();
  const toggled = page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const shell = document.querySelector('said-before-overlay')?.shadowRoot?.querySelector('.shell');
        const states: string[] = [];
        shell?.addEventListener('toggle', (event) => {
          states.push((event as ToggleEvent).newState);
          if (states.length === 2) done(states);
        });
      }),
  );
  await command(desk, page, 'next-passage');
  expect(await toggled).toEqual(['closed', 'open']);
  await expect(cardOn(page).getByRole('heading', { name: 'Earlier statements' })).toBeFocused();
  // What the reader has selected is left as it is.
  await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('#both') as Node));
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  expect(await page.evaluate(() => String(getSelection()))).toMatch(/^Zelensky said .+ progress\.$/);
});

test('what was just done is said, and the way back has the focus', async ({ chrome, site, desk }) => {
  const page = await withCard(chrome, site, desk);
  const tabs = page.getByRole('tab');
  await expect(tabs).toHaveCount(2);
  await page.getByRole('button', { name: 'Not about this' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  const said = find(find(await heard(page), 'dialog'), 'status');
  expect(said.state.live).toBe('polite');
  expect(textOf(said)).toMatch(/^Taken as not about “.+”\./);
  // One claim is left: there is nothing to choose.
  await expect(tabs).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(tabs).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  expect(inOrder(await heard(page)).filter(({ role }) => role === 'dialog')).toEqual([]);
});

/** Stops pretending that a page has the focus though another one is in front, as Playwright does for every page. */
async function reallyFocused(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
}

test('chosen in the popup: the card is entered once the page has the focus again, so that it is heard to open', async ({
  chrome,
  site,
  desk,
}) => {
  const page = await open(chrome, site);
  const popup = await popupOf(desk, page);
  await reallyFocused(page);
  await popup.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
  // Where the keyboard is when the focus comes back, and whether the card is open by then.
  const back = page.evaluate(
    () =>
      new Promise<[boolean, string | undefined]>((done) =>
        addEventListener('focus', () => {
          const root = document.querySelector('said-before-overlay')?.shadowRoot;
          done([root?.querySelector('.shell:popover-open') !== null, root?.activeElement?.textContent ?? undefined]);
        }),
      ),
  );
  // A passage with one claim: where there are tabs, the focus goes on to the chosen one and back.
  await popup.locator('.lines button', { hasText: 'closer than ever' }).click();
  expect(await back).toEqual([true, undefined]);
  await expect(cardOn(page).getByRole('heading', { name: 'Earlier statements' })).toBeFocused();
  const dialog = find(await heard(page), 'dialog', /^Earlier statements on: /);
  expect(dialog.state).toMatchObject({ modal: true });
  expect(find(dialog, 'heading', /^Earlier statements$/).state.focused).toBe(true);
  // Closed by the keyboard, reading goes on at the passage, as after the commands.
  await page.keyboard.press('Escape');
  await expect(cardOn(page)).toBeHidden();
  expect(textOf(find(await heard(page), 'status'))).toBe('Card closed, back at the passage.');
  await popup.close();
});

test('the popup lists the passages as buttons: who, claim, counts, words', async ({ chrome, site, desk }) => {
  const page = await open(chrome, site);
  const popup = await popupOf(desk, page);
  const tree = await heard(popup);
  const order = outline(tree);
  expect(order[0]).toBe('heading Said Before');
  expect(order[1]).toMatch(/^heading \d+ claims found, \d+ with earlier statements$/);
  const lines = inOrder(tree).filter(({ role, name }) => role === 'button' && /Affirms|Denies|Leaves open/.test(name));
  expect(lines.length).toBeGreaterThan(2);
  // In reading order.
  expect(lines[0]?.name).toMatch(/Zelenskyy? .*(?:Affirms|Denies): .*\d+ (?:contradict|confirm).*security guarantees/);
  expect(inOrder(tree).filter(({ role, name }) => /^(button|link|switch|combobox)$/.test(role) && !name)).toEqual([]);
  await popup.close();
});

test('on a page that nothing is known of, nothing is said', async ({ chrome, site }) => {
  const page = await chrome.newPage();
  const html = newsPage('<article><h1>The ferry</h1><p>The ferry runs on weekdays.</p></article>');
  await page.goto(site.add('/heard-other.html', html));
  const marked = await open(chrome, site);
  await expect(marked.locator('said-before-overlay')).toHaveCount(1);
  expect(inOrder(await heard(page)).filter(({ role }) => role === 'status' || role === 'dialog')).toEqual([]);
});
