import { readFile } from 'node:fs/promises';
import { count, options, rowsOf } from './options-page';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

test('bulk changes are one step; the history tells them and goes back to any', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const all = await count(page);
  const facet = page.getByRole('group', { name: 'Speaker' });
  await facet.getByRole('checkbox').nth(1).check();
  await expect.poll(() => count(page)).toBeLessThan(all);
  const some = await count(page);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.locator('.bulk').getByRole('status')).toHaveText(`${some.toLocaleString('en')} selected`);
  await page.locator('.bulk').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`${some.toLocaleString('en')} statements deleted.`)).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => count(page)).toBe(all - some);
  await rowsOf(page).first().click();
  await page.getByRole('complementary', { name: 'Statement' }).getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => count(page)).toBe(all - some - 1);

  await page.getByRole('link', { name: 'History' }).click();
  const steps = page.locator('.history li');
  await expect(steps.first()).toHaveAttribute('aria-current', 'step');
  const before = await steps.count();
  await steps.nth(1).getByRole('button', { name: 'Back to here' }).click();
  await expect(steps.first()).toHaveClass(/undone/);
  await page.getByRole('button', { name: /^Undo:/ }).click();
  await expect(page.locator('.history .undone')).toHaveCount(2);
  await page.getByRole('link', { name: 'Statements', exact: true }).click();
  await expect.poll(() => count(page)).toBe(all);
  await page.reload();
  await page.locator('body').press('Control+Shift+z');
  await expect.poll(() => count(page)).toBe(all - some);
  await page.locator('body').press('Control+z');
  await expect.poll(() => count(page)).toBe(all);
  expect(before).toBeGreaterThanOrEqual(2);
  await page.close();
});

test('packs tell who made them, go off and on, leave and come back', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId, '#packs');
  const pack = page.locator('.packs li').filter({ hasText: 'comes with Said Before' });
  await expect(pack).toContainText('CC-BY-4.0');
  await expect(pack).toContainText(/\d statements/);
  await pack.getByRole('checkbox').uncheck();
  await page.getByRole('link', { name: 'Statements', exact: true }).click();
  await expect(page.getByText('There are no statements yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo this' }).click();
  await expect(rowsOf(page).first()).toBeVisible();
  await page.getByRole('link', { name: 'Packs' }).click();
  await pack.getByRole('button', { name: /^Remove/ }).click();
  await expect(pack).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(pack).toHaveCount(1);
  await pack.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Pack', exact: true }).click(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { format: string; statements: unknown[] };
  expect([file.format, file.statements.length > 100]).toEqual(['said-before-pack', true]);
  await page.close();
});

test('two pages of ours show the same, whoever makes the change', async ({ chrome, extensionId }) => {
  const [one, two] = [await options(chrome, extensionId), await options(chrome, extensionId)];
  await expect(rowsOf(one).first()).toBeVisible();
  await expect(rowsOf(two).first()).toBeVisible();
  const all = await count(one);
  await two.getByRole('searchbox', { name: 'Search' }).fill('');
  await one.locator('[role="gridcell"][tabindex="0"]').focus();
  await one.keyboard.press('Delete');
  await expect.poll(() => count(one)).toBe(all - 1);
  await expect.poll(() => count(two)).toBe(all - 1);
  await expect(two.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
  await two.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => count(one)).toBe(all);
  await one.close();
  await two.close();
});

test('a record changed elsewhere while it is edited keeps what was typed and says so', async ({
  chrome,
  extensionId,
}) => {
  const one = await options(chrome, extensionId);
  await rowsOf(one).nth(2).click();
  await one.getByRole('button', { name: 'Edit' }).click();
  await one.getByRole('textbox', { name: 'Place' }).fill('Typed here');
  const two = await chrome.newPage();
  await two.goto(one.url().replace('&edit=1', ''));
  await two.getByRole('button', { name: 'Edit' }).click();
  // Drafts are shared: the other page goes on with the same words.
  await expect(two.getByRole('textbox', { name: 'Place' })).toHaveValue('Typed here');
  await two.getByRole('textbox', { name: 'Place' }).fill('Saved there');
  await two.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(two.getByText('Saved.')).toBeVisible();
  await expect(one.getByText('was changed elsewhere')).toBeInViewport();
  // What is typed here is kept, though the draft that both shared was saved and let go there.
  await one.reload();
  await expect(one.getByText('was changed elsewhere')).toBeInViewport();
  await expect(one.getByRole('textbox', { name: 'Place' })).toHaveValue('Typed here');
  await one.getByRole('button', { name: 'Discard changes' }).click();
  await expect(one.getByRole('complementary', { name: 'Statement' })).toContainText('Saved there');
  await one.getByRole('button', { name: 'Undo', exact: true }).click();
  await one.close();
  await two.close();
});

test('the list of exports shows its words whole', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await page.getByRole('button', { name: 'Export' }).click();
  const items = page.locator('.sheetlet:popover-open button');
  await expect(items.filter({ hasText: 'in one file' })).toBeVisible();
  expect(await items.evaluateAll((all) => all.filter((item) => item.scrollWidth > item.clientWidth).length)).toBe(0);
  await page.close();
});

test('storage tells usage; a backup brings the same state back', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const all = await count(page);
  await page.getByRole('link', { name: 'Storage' }).click();
  await expect(page.getByText(/statements are stored\..*used\./)).toBeVisible();
  await expect(page.getByRole('meter')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('main').getByRole('button', { name: 'Back up everything' }).click(),
  ]);
  const path = await download.path();
  await page.getByRole('link', { name: 'Statements', exact: true }).click();
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => count(page)).toBe(all - 1);
  await page.getByRole('link', { name: 'Storage' }).click();
  await page.locator('input[data-for="restore"]').setInputFiles({
    name: 'backup.jsonl',
    mimeType: 'application/jsonl',
    buffer: await readFile(path),
  });
  await expect(page.getByText(/“backup\.jsonl” was made on .* and holds: [\d,]+ statements, .*settings/)).toBeVisible();
  await expect(page.getByText(`everything that is stored now, including`)).toContainText('It cannot be undone.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  // What is no backup is refused when it is chosen, and nothing is asked.
  await page.locator('input[data-for="restore"]').setInputFiles({
    name: 'notes.jsonl',
    mimeType: 'application/jsonl',
    buffer: Buffer.from('{"speaker":"Ada Example"}\n'),
  });
  await expect(page.getByRole('alert').filter({ hasText: '“notes.jsonl” cannot be restored.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace everything' })).toHaveCount(0);
  await page.locator('input[data-for="restore"]').setInputFiles(path);
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await expect(page.getByText(/^Restored: /)).toBeVisible();
  await page.getByRole('link', { name: 'Statements', exact: true }).click();
  await expect.poll(() => count(page)).toBe(all);
  await page.close();
});

test('statements are muted and unmuted together, and found by it', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  await rowsOf(page).nth(0).getByRole('checkbox').check();
  await rowsOf(page)
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(page.locator('.bulk').getByRole('status')).toHaveText('3 selected');
  await page.locator('.bulk').getByRole('button', { name: 'Mute' }).click();
  await page.getByRole('button', { name: 'Never show on pages' }).click();
  await expect(page.getByText('3 statements will not be shown on pages.')).toBeVisible();
  await page.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: 'Muted' }).check();
  await expect.poll(() => count(page)).toBe(3);
  await rowsOf(page).first().click();
  await page.getByRole('button', { name: 'Show on pages again' }).click();
  await expect.poll(() => count(page)).toBe(2);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => count(page)).toBe(3);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => count(page)).toBe(0);
  await page.close();
});
