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

test('lists, filters and shows statements, and keeps its place in the address', async ({ chrome, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const rows = page.locator('tbody tr');
  await expect(rows.first()).toBeVisible();
  await page.getByLabel('Speaker').selectOption('Sergey Lavrov');
  await expect
    .poll(() => rows.locator('td.speaker').allTextContents())
    .toEqual(expect.arrayContaining(['Sergey Lavrov']));
  await page.getByRole('searchbox').fill('guarantees');
  await expect.poll(async () => (await rows.count()) > 0 && (await rows.count()) < 20).toBe(true);
  await rows.first().getByRole('button').click();
  const detail = page.getByRole('complementary');
  await expect(detail.getByRole('heading', { name: 'Sergey Lavrov' })).toBeVisible();
  await expect(detail.getByRole('link')).toHaveAttribute('href', /^https?:/);
  await page.reload();
  await expect(page.getByLabel('Speaker')).toHaveValue('Sergey Lavrov');
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByLabel('Speaker')).toHaveValue('');
  await page.close();
});

test('imports a file after showing what it would do, and undoes it', async ({ chrome, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import…' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(file('mine.jsonl', `${JSON.stringify(record)}\n`));
  await expect(page.getByText('1 statement would be added')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 statement' }).click();
  await expect(page.getByText('1 statement imported.')).toBeVisible();
  await page.getByRole('searchbox').fill('ferry');
  await expect(page.locator('tbody tr')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.locator('tbody tr')).toHaveCount(0);
  await page.close();
});

test('refuses damaged files in words and stores nothing of them', async ({ chrome, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const input = page.locator('input[type=file]');
  await input.setInputFiles(file('pack.json', '{"format":"said-before-pack","formatVersion":1,"id":"x"'));
  await expect(page.getByRole('alert')).toContainText('cut off or not JSON');
  await page.getByRole('button', { name: 'Close' }).click();
  await input.setInputFiles(file('pack.json', '{"format":"said-before-pack","formatVersion":99}'));
  await expect(page.getByRole('alert')).toContainText('format 99');
  await page.getByRole('button', { name: 'Close' }).click();
  await input.setInputFiles(
    file('rows.csv', 'speaker,date,quote,url\nAnn Lee,2025-13-40,the ferry stays here,https://example.org/\n'),
  );
  await expect(page.getByText(/^Row 2: date/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  await page.close();
});

test('exports what is shown', async ({ chrome, extensionId }) => {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html#statements?speaker=Kaja+Kallas`);
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  const text = await (await import('node:fs/promises')).readFile(await download.path(), 'utf8');
  expect(text.split('\n')[0]).toBe(
    'id,speaker,role,side,date,quote,gist,proposition,stance,figure_low,figure_high,unit,place,publisher,url,published',
  );
  expect(
    text
      .trim()
      .split('\n')
      .slice(1)
      .every((line) => line.includes('Kaja Kallas')),
  ).toBe(true);
  await page.close();
});
