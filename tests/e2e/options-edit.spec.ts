import type { Locator } from '@playwright/test';
import { options, rowsOf } from './options-page';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

/** As much of the extension API as these tests use in the worker. */
interface ExtensionApi {
  tabs: { query(what: object): Promise<{ url: string }[]> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
}

test('adds a record with validation, the engine’s reading and a draft that outlives the page', async ({
  chrome,
  extensionId,
}) => {
  let page = await options(chrome, extensionId);
  await page.getByRole('button', { name: 'Add statement' }).click();
  await page.getByRole('textbox', { name: 'Link to the source' }).fill('ftp://example.org');
  await expect(page.getByText('Not an http or https address. Give the link')).toBeVisible();
  await page.getByRole('combobox', { name: 'Speaker' }).fill('Vladimir Putin');
  await expect(page.getByRole('textbox', { name: 'Role' })).not.toHaveValue('');
  await page.getByRole('textbox', { name: 'Their words' }).fill('Russia is ready for a complete ceasefire');
  const engine = page.getByRole('region', { name: 'What the engine reads from these words' });
  await expect(engine.getByRole('listitem').first()).toContainText('Because of “');
  await page.close();

  page = await options(chrome, extensionId);
  await page.getByText('1 unsaved draft').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('textbox', { name: 'Their words' })).toHaveValue(/complete ceasefire/);
  await page
    .getByRole('region', { name: 'What the engine reads' })
    .getByRole('button', { name: 'Take over' })
    .first()
    .click();
  await expect(page.getByRole('combobox', { name: 'Stance' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/fields? needs? attention/)).toBeVisible();
  // The first field that stands in the way has the focus.
  await expect(page.getByLabel('Date', { exact: true }).last()).toBeFocused();
  await page.getByRole('textbox', { name: 'Link to the source' }).fill('https://example.org/talks');
  await page.getByLabel('Date', { exact: true }).last().fill('2025-06-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Statement added.')).toBeVisible();
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await expect(pane).toContainText('ready for a complete ceasefire');
  await page.getByRole('button', { name: 'Undo this' }).click();
  await expect(pane).toContainText('not in your corpus any more');
  await expect(page.getByText('unsaved draft')).toHaveCount(0);
  await page.close();
});

test('changes a pack’s record as the reader’s own copy, with its past and the way back', async ({
  chrome,
  extensionId,
}) => {
  const page = await options(chrome, extensionId);
  await rowsOf(page).nth(4).click();
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await pane.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('complementary', { name: 'Edit statement' });
  await expect(form).toContainText('Saving makes your own copy');
  await form.getByRole('textbox', { name: 'Place' }).fill('Harbour town');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(pane).toContainText('Harbour town');
  await expect(pane.getByRole('listitem').filter({ hasText: 'You' }).first()).toContainText('Harbour town');
  await pane.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('1 statement deleted.')).toBeVisible();
  await page.locator('body').press('Control+z');
  await page.locator('body').press('Control+z');
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await page.close();
});

/** Saves, and types on before anything can have come back from the store. */
const saveAndTypeOn = (form: Locator, words: string): Promise<void> =>
  form.evaluate((element, more) => {
    (element as HTMLFormElement).requestSubmit();
    const place = [...element.querySelectorAll('label')]
      .find((label) => label.textContent?.startsWith('Place'))
      ?.closest('.field')
      ?.querySelector('input') as HTMLInputElement;
    place.value = more;
    place.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, words);

test('what is typed on while a record is being saved stays as a draft', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  const form = page.getByRole('complementary', { name: 'Edit statement' });
  await page.getByRole('button', { name: 'Add statement' }).click();
  await form.getByRole('combobox', { name: 'Speaker' }).fill('Ann Lee');
  await form.getByRole('textbox', { name: 'Their words' }).fill('the ferry leaves before noon');
  await form.getByLabel('Date', { exact: true }).fill('2025-03-05');
  await form.getByRole('textbox', { name: 'Link to the source' }).fill('https://example.org/ferry');
  const place = form.getByRole('textbox', { name: 'Place' });
  await saveAndTypeOn(form.locator('form'), 'Quay');
  await expect(page.getByText('Statement added.')).toBeVisible();
  await expect(place).toHaveValue('Quay');
  await expect(form.getByText('Not saved yet; kept as a draft.')).toBeVisible();
  await saveAndTypeOn(form.locator('form'), 'Quay, north side');
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(place).toHaveValue('Quay, north side');
  await page.reload();
  await expect(place).toHaveValue('Quay, north side');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await expect(pane.locator('dl')).toContainText('Quay, north side');
  await expect(page.getByText('unsaved draft')).toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Search' }).fill('"ferry leaves before noon"');
  await expect(rowsOf(page)).toHaveCount(1);
  for (let left = 3; left > 0; left -= 1) await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(0);
  await page.close();
});

test('warns of doubles and enters figures in the unit of the claim', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await rowsOf(page).first().click();
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await expect(pane.getByRole('heading', { level: 3 }).first()).not.toBeEmpty();
  const speaker = (await pane.locator('.who').textContent()) ?? '';
  const words = ((await pane.locator('blockquote').textContent()) ?? '').replace(/[“”]/g, '');
  await pane.getByRole('button', { name: 'Edit' }).click();
  const date = await page.getByLabel('Date', { exact: true }).last().inputValue();
  await page.getByRole('button', { name: 'Add statement' }).click();
  await page.getByRole('combobox', { name: 'Speaker' }).fill(speaker);
  await page.getByRole('textbox', { name: 'Their words' }).fill(words);
  await page.getByLabel('Date', { exact: true }).last().fill(date);
  await page.getByRole('textbox', { name: 'Link to the source' }).fill('https://example.org/again');
  await expect(page.getByText('A record like this one is there already:')).toBeVisible();
  await page.getByRole('button', { name: 'Add a stance' }).click();
  const claim = page.getByRole('combobox', { name: 'Claim' });
  const counted = await claim
    .locator('option')
    .evaluateAll((all) => (all as HTMLOptionElement[]).find((o) => /so many/i.test(o.textContent ?? ''))?.value ?? '');
  await claim.selectOption(counted);
  await page.getByRole('button', { name: /^Add a figure/ }).click();
  await page.getByLabel('Amount').fill('1.5 million');
  await expect(page.getByText('= 1,500,000')).toBeVisible();
  await page.getByLabel('Amount').fill('many');
  await expect(page.locator('.figures').getByRole('alert')).toContainText('Not a number');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.close();
});

test('a new record that says what another says is told of, and never takes its place', async ({
  chrome,
  extensionId,
}) => {
  const page = await options(chrome, extensionId);
  const form = page.getByRole('complementary', { name: 'Edit statement' });
  const fill = async (link: string): Promise<void> => {
    await page.getByRole('button', { name: 'Add statement' }).click();
    await form.getByRole('combobox', { name: 'Speaker' }).fill('Ann Lee');
    await form.getByRole('textbox', { name: 'Their words' }).fill('the quay is older than the boat');
    await form.getByLabel('Date', { exact: true }).fill('2025-03-04');
    await form.getByRole('textbox', { name: 'Link to the source' }).fill(link);
  };
  const save = form.getByRole('button', { name: 'Save', exact: true });
  await fill('https://example.org/first');
  await save.click();
  await expect(page.getByText('Statement added.')).toBeVisible();
  await fill('https://example.org/second');
  await expect(form.getByText('A record like this one is there already:')).toBeVisible();
  await save.click();
  await expect(page.getByRole('complementary', { name: 'Statement' }).getByRole('link')).toHaveAttribute(
    'href',
    /example\.org\/second/,
  );
  await page.getByRole('searchbox', { name: 'Search' }).fill('"older than the boat"');
  await expect(rowsOf(page)).toHaveCount(2);
  for (let left = 1; left >= 0; left -= 1) {
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(rowsOf(page)).toHaveCount(left);
  }
  await page.close();
});

test('a stance that a machine read is confirmed by hand, and focus stays in the record', async ({
  chrome,
  extensionId,
}) => {
  const page = await options(chrome, extensionId);
  const record = {
    ...{ speaker: 'Ann Lee', date: '2025-03-06', quote: 'Russia is ready for a complete ceasefire' },
    source: { url: 'https://example.org/read' },
  };
  await page
    .locator('input[data-for="import"]')
    .setInputFiles({ name: 'one.jsonl', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify(record)) });
  await page.getByRole('button', { name: 'Import 1 statement' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('checkbox', { name: 'Read by machine' }).check();
  await expect(rowsOf(page)).toHaveCount(1);
  await rowsOf(page).first().click();
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await expect(pane.locator('.stances')).toContainText('Read by machine');
  await pane.getByRole('button', { name: 'Confirm stances' }).press('Enter');
  await expect(page.getByText('Stances of 1 statement confirmed.')).toBeVisible();
  await expect(pane.locator('.stances')).not.toContainText('Read by machine');
  await expect(pane.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'Read by machine' })).toBeChecked();
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(pane).toContainText('not in your corpus any more');
  await page.close();
});

test('a draft shows what is wrong with it as soon as it is opened again', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await page.getByRole('button', { name: 'Add statement' }).click();
  await page.getByRole('textbox', { name: 'Link to the source' }).fill('javascript:alert(1)');
  await expect(page.getByText('Not an http or https address. Give the link')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Link to the source' })).toHaveValue('javascript:alert(1)');
  await expect(page.getByText('Not an http or https address. Give the link')).toBeVisible();
  await expect(page.locator('.editor a')).toHaveCount(0);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.close();
});

test('the address of a record that is not there says so, also where it asks to edit it', async ({
  chrome,
  extensionId,
}) => {
  const page = await options(chrome, extensionId, '#statements?id=none&edit=1');
  await expect(page.getByRole('complementary', { name: 'Statement' })).toContainText('not in your corpus any more');
  await page.close();
});

test('captures selected words from a page in two clicks', async ({ chrome, extensionId, site, worker }) => {
  const page = await chrome.newPage();
  await page.goto(`${site.url}/sample-news.html`);
  const selected = await page.evaluate(() => {
    const node = [...document.querySelectorAll('p')].find((p) => /“[^”]{20,}”/.test(p.textContent ?? ''))
      ?.firstChild as Text;
    const at = /“[^”]{20,}”/.exec(node.data) as RegExpExecArray;
    document.getSelection()?.setBaseAndExtent(node, at.index, node, at.index + at[0].length);
    return at[0];
  });
  const opening = chrome.waitForEvent('page');
  await worker.evaluate(async (url) => {
    const api = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
    const tab = (await api.tabs.query({})).find((one: { url: string }) => one.url === url);
    api.contextMenus.onClicked.dispatch({ menuItemId: 'add-statement', selectionText: '' }, tab);
  }, page.url());
  const window = await opening;
  await expect(window.getByRole('combobox', { name: 'Speaker' })).not.toHaveValue('');
  await expect(window.locator('.selection blockquote')).toHaveText(selected);
  const quote = await window.getByRole('textbox', { name: 'Their words' }).inputValue();
  expect(selected).toContain(quote);
  expect(quote.split(' ').length).toBeLessThanOrEqual(15);
  await expect(window.getByLabel('Date', { exact: true })).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  // A reload loses neither what was typed nor what was selected; nor does one after typing on while it is saved.
  const place = window.getByRole('textbox', { name: 'Place' });
  await place.fill('Quay');
  await window.reload();
  await expect(place).toHaveValue('Quay');
  await expect(window.locator('.selection blockquote')).toHaveText(selected);
  const asked = new URL(window.url()).hash;
  await saveAndTypeOn(window.locator('form'), 'Quay, north side');
  await expect(window).toHaveURL(/[?&]id=/);
  // As where the reload was asked for before the save had ended: its address does not know the record's id.
  await window.evaluate((hash) => history.replaceState(null, '', hash), asked);
  await window.reload();
  await expect(place).toHaveValue('Quay, north side');
  await expect(window.locator('.selection blockquote')).toHaveText(selected);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByText('Saved to your statements.')).toBeVisible();
  const list = await options(chrome, extensionId, '#statements?own=added');
  await expect(list.locator('td.words').first()).toContainText(quote);
  // Saved without a stance of one's own, it has what the engine reads, marked as such.
  await expect(list.locator('.reads.machine').first()).toBeVisible();
  for (let step = 0; step < 2; step += 1) await list.getByRole('button', { name: 'Undo', exact: true }).click();
  await list.close();
  await page.close();
});
