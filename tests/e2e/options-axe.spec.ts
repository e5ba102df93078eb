import type { Page } from '@playwright/test';
import { axe } from './axe';
import { expect, ready, test } from './support';

test.beforeAll(async ({ chrome, worker }) => ready(chrome, new URL(worker.url()).host));

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const rows = 'tbody tr:not(.waiting)';
const good =
  '{"speaker":"Ann Lee","date":"2025-03-01","quote":"the ferry stays","source":{"url":"https://example.org/"}}';

/** Each state of the options page: how to get there from a fresh page at an address. */
const states: Record<string, { hash: string; reach(page: Page): Promise<void> }> = {
  'the table': { hash: '', reach: async (page) => page.locator(rows).first().waitFor() },
  'a search with hits': {
    hash: '#statements?text=peace',
    reach: async (page) => page.locator('mark').first().waitFor(),
  },
  'nothing found': { hash: '#statements?text=zzzzqqq', reach: async (page) => page.locator('.empty').waitFor() },
  'rows selected': {
    hash: '',
    reach: async (page) => {
      await page.locator(rows).first().waitFor();
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.locator('.bulk').waitFor();
    },
  },
  'a change of many': {
    hash: '',
    reach: async (page) => {
      await page.locator(rows).first().waitFor();
      await page.getByRole('checkbox', { name: 'Select all' }).check();
      await page.getByRole('button', { name: 'Change…' }).click();
      await page.getByRole('dialog').locator('button[type="submit"]').click();
      await page.locator('.error').first().waitFor();
    },
  },
  'a record open': {
    hash: '',
    reach: async (page) => {
      await page.locator(rows).first().click();
      await page.getByRole('button', { name: 'Edit' }).waitFor();
    },
  },
  'the editor with faults': {
    hash: '#statements?id=new',
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Place' }).fill('Port');
      await page.getByRole('button', { name: 'Add a stance' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.locator('.error').first().waitFor();
    },
  },
  'the export menu': {
    hash: '',
    reach: async (page) => page.getByRole('button', { name: 'Export' }).click(),
  },
  'the other ways to import': {
    hash: '',
    reach: async (page) => page.getByRole('button', { name: 'Other ways to import' }).click(),
  },
  'an import with faults': {
    hash: '',
    reach: async (page) => {
      await page.locator('input[data-for="import"]').setInputFiles(file('rows.jsonl', `${good}\n{"speaker":"x"}\n`));
      await page.locator('.faults li').first().waitFor();
    },
  },
  'a refused import': {
    hash: '',
    reach: async (page) => {
      await page.locator('input[data-for="import"]').setInputFiles(file('pack.json', '{"format":"said-before-pack"'));
      await page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  packs: { hash: '#packs', reach: async (page) => page.locator('.packs li').first().waitFor() },
  history: { hash: '#history', reach: async (page) => page.getByRole('heading', { name: 'History' }).waitFor() },
  storage: { hash: '#storage', reach: async (page) => page.getByRole('meter').waitFor() },
  'a capture that is gone': {
    hash: '#capture?key=none',
    reach: async (page) => page.getByText('nothing to add').waitFor(),
  },
};

for (const [name, { hash, reach }] of Object.entries(states))
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 400],
  ] as const)
    test(`axe finds nothing in ${name} (${colorScheme}, ${width} px)`, async ({ chrome, extensionId }) => {
      const page = await chrome.newPage();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`chrome-extension://${extensionId}/options.html${hash}`);
      await reach(page);
      const { violations } = await axe(page).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      await page.evaluate(() => localStorage.clear());
      await page.close();
    });
