import { readFile } from 'node:fs/promises';
import { count, options, rowsOf } from './options-page';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const record = {
  speaker: 'Ann Lee',
  date: '2025-03-01',
  quote: 'the ferry will not be replaced',
  gist: 'Ann Lee said the ferry would stay.',
  readings: [],
  source: { publisher: 'The Harbour Gazette', url: 'https://example.org/ferry' },
};
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

test('lists, filters by facets, searches, and keeps its place in the address', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const all = await count(page);
  const facet = page.getByRole('group', { name: 'Speaker' });
  await facet.getByRole('checkbox').first().check();
  await expect.poll(() => count(page)).toBeLessThan(all);
  const speakers = await page.locator('td.speaker b').allTextContents();
  expect(new Set(speakers).size).toBe(1);
  await page.getByRole('searchbox', { name: 'Search' }).fill('peace');
  await expect(page.locator('mark').first()).toBeVisible();
  const found = await count(page);
  await page.reload();
  await expect.poll(() => count(page)).toBe(found);
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('peace');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect.poll(() => count(page)).toBe(all);
  await page.close();
});

test('is worked by keyboard: moves, selects, opens, and comes back', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  await page.locator('[role="gridcell"][tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.locator('tr[aria-rowindex="3"]')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('tr[aria-selected="true"]')).toHaveCount(2);
  await expect(page.locator('.bulk').getByRole('status')).toHaveText('2 selected');
  await page.keyboard.press('Control+End');
  const total = await count(page);
  await expect(page.locator(`tr[aria-rowindex="${total + 1}"] td:focus`)).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(page.locator('tr[aria-rowindex="2"] td:focus')).toBeVisible();
  // Rows in between that were never in view are ticked too.
  await page.keyboard.press('Control+Shift+End');
  await expect(page.locator('.bulk').getByRole('status')).toHaveText(`${total} selected`);
  await page.keyboard.press('Escape');
  await expect(page.locator('.bulk')).toHaveCount(0);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('complementary', { name: 'Statement' });
  await expect(pane.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(pane.getByRole('link').first()).toHaveAttribute('href', /^https?:/);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(pane).toContainText(`2 of`);
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
  await expect(page.locator('td:focus')).toBeVisible();
  await page.goBack();
  await expect(pane).toBeVisible();
  await page.close();
});

test('sorts by a column and says so', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'descending');
  await page.getByRole('columnheader', { name: 'Speaker' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Speaker' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=speaker/);
  const names = () => page.locator('td.speaker b').allTextContents();
  await expect.poll(async () => (await names())[0]?.localeCompare((await names()).at(-1) ?? '')).toBeLessThanOrEqual(0);
  await page.close();
});

test('imports a file after showing what it would do, and undoes it', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const picking = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import…' }).click();
  await (await picking).setFiles(file('mine.jsonl', `${JSON.stringify(record)}\n`));
  await expect(page.getByText('1 statement would be added, 0 changed')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 statement' }).click();
  await expect(page.getByText('1 statement imported.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('ferry');
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rowsOf(page)).toHaveCount(0);
  await page.close();
});

test('takes dropped files and pasted text', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const csv = `speaker,date,quote,url\n${record.speaker},${record.date},${record.quote},${record.source.url}\n`;
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, csv);
  await expect(page.getByRole('dialog')).toContainText('Import dropped.csv');
  await expect(page.getByRole('dialog')).toContainText('1 statement would be added');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Other ways to import' }).click();
  await page.getByLabel('Or paste text').fill(csv);
  await page.getByRole('button', { name: 'Check the text' }).click();
  await expect(page.getByRole('dialog')).toContainText('1 statement would be added');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.close();
});

test('refuses damaged files in words and stores nothing of them', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  const input = page.locator('input[type=file]');
  await input.setInputFiles(file('pack.json', '{"format":"said-before-pack","formatVersion":1,"id":"x"'));
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('cut off or not JSON');
  await page.getByRole('button', { name: 'Close' }).click();
  await input.setInputFiles(file('pack.json', '{"format":"said-before-pack","formatVersion":99}'));
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('format 99');
  await page.getByRole('button', { name: 'Close' }).click();
  await input.setInputFiles(
    file('rows.csv', 'speaker,date,quote,url\nAnn Lee,2025-13-40,the ferry stays here,https://example.org/\n'),
  );
  await expect(page.getByText(/^Row 2, date: /)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the list of faulty rows' }).click(),
  ]);
  expect(await readFile(await download.path(), 'utf8')).toContain('2025-13-40');
  await page.close();
});

test('exports what is shown', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId, '#statements?speaker=Kaja+Kallas');
  await expect(rowsOf(page).first()).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('region', { name: 'What is shown' }).getByRole('button', { name: 'CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
  expect(lines[0]).toContain(
    'id,speaker,role,side,date,quote,gist,proposition,stance,figure_low,figure_high,unit,place,publisher,url,published',
  );
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => line.includes('Kaja Kallas'))).toBe(true);
  await page.close();
});

test('comes back to the place in the list after reload and from elsewhere', async ({ chrome, extensionId }) => {
  const page = await options(chrome, extensionId);
  await expect(rowsOf(page).first()).toBeVisible();
  await page.locator('.grid').evaluate((grid) => grid.scrollTo({ top: 56 * 300 }));
  const there = page.locator('tr[aria-rowindex="302"]:not(.waiting)');
  await expect(there).toBeInViewport({ timeout: 15_000 });
  await page.reload();
  await expect(there).toBeInViewport({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Storage' }).click();
  await expect(page.getByRole('meter')).toBeVisible();
  await page.goBack();
  await expect(there).toBeInViewport({ timeout: 15_000 });
  await page.close();
});
