/** The options page, as tests open it. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from './support';

/** Rows that show a statement. */
export const rowsOf = (page: Page): Locator => page.locator('tbody tr:not(.waiting)');

/** A new tab with the options page of extension `id` at the view that `hash` names. */
export async function options(chrome: BrowserContext, id: string, hash = ''): Promise<Page> {
  const page = await chrome.newPage();
  await page.goto(`chrome-extension://${id}/options.html${hash}`);
  return page;
}

/** The same, once its table has rows. */
export async function table(chrome: BrowserContext, id: string, hash = ''): Promise<Page> {
  const page = await options(chrome, id, hash);
  await expect(rowsOf(page).first()).toBeVisible();
  return page;
}

/** How many statements the toolbar tells, once the list is whole. */
export async function count(page: Page): Promise<number> {
  const told = page.locator('.toolbar .count');
  await expect(told).not.toContainText('%');
  return Number((await told.textContent())?.replace(/\D/g, '') || -1);
}
