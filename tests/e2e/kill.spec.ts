/**
 * The worker is killed at random moments during an import, an edit, a pack's update and an undo: afterwards the corpus
 * is as it was before or as it should be after, and nothing lies about. `KILLS=50` (npm run test:kill) for all fifty;
 * `npm run nightly` does eight.
 */
import type { CDPSession, Page } from '@playwright/test';
import { build } from 'esbuild';
import { random } from '../bench/corpus/make';
import { expect, ready, test } from './support';

const KILLS = Number(process.env.KILLS ?? 4);
/** A chunk is 5,000 statements: two of them every day, three where more kills are asked for. */
const MANY = KILLS > 4 ? 12_000 : 6_000;
const kinds = ['import', 'edit', 'update', 'undo'] as const;
type Kind = (typeof kinds)[number];

test.use({ own: 'kill' });

test('a worker killed at any moment leaves nothing half done', async ({ chrome, extensionId }) => {
  test.setTimeout(120_000 + KILLS * 20_000);
  await ready(chrome, extensionId);
  const { outputFiles } = await build({
    entryPoints: ['tests/e2e/kill/in-page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    tsconfigRaw: {},
    define: { MANY: String(MANY) },
  });
  const page = await chrome.newPage();
  // Any page of ours will do; this one does not touch the corpus by itself.
  await page.goto(`chrome-extension://${extensionId}/icons/icon.svg`);
  await page.evaluate(outputFiles[0]?.text ?? '');
  const devtools = await chrome.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');

  const before: Partial<Record<Kind, string>> = {};
  const after: Partial<Record<Kind, string>> = {};
  const took: Partial<Record<Kind, number>> = {};
  for (const kind of kinds) {
    await restore(page, kind);
    before[kind] = await state(page);
    took[kind] = await work(page, kind);
    after[kind] = await state(page);
    expect(after[kind]).not.toBe(before[kind]);
  }

  const next = random(Date.now());
  const ends = { before: 0, after: 0 };
  for (let i = 0; i < KILLS; i += 1) {
    const kind = kinds[i % kinds.length] as Kind;
    await restore(page, kind);
    const moment = next() * (took[kind] as number) * 1.1;
    await killed(page, devtools, kind, moment);
    const found = await state(page);
    const end = found === before[kind] ? 'before' : 'after';
    expect(found, `${kind} killed after ${Math.round(moment)} ms`).toBe(end === 'before' ? before[kind] : after[kind]);
    ends[end] += 1;
  }
  console.log(`${KILLS} of ${KILLS}: ${ends.before} as before, ${ends.after} done`);
  await page.close();
});

const restore = (page: Page, kind: Kind): Promise<void> =>
  page.evaluate((which) => inPage().restore(which), kind === 'undo' ? ('imported' as const) : ('base' as const));

/** The state once what was killed has been taken back, which is not to take long. */
async function state(page: Page): Promise<string> {
  await expect.poll(() => page.evaluate(() => inPage().unfinished()), { timeout: 20_000 }).toBe('[]');
  const found = await page.evaluate(() => inPage().state());
  expect(JSON.parse(found).stray).toBe(0);
  return found;
}

/** Does the work undisturbed; returns how long it took, ms. */
async function work(page: Page, kind: Kind): Promise<number> {
  if (kind === 'import' || kind === 'update') return page.evaluate((of) => inPage().inWorker(of, null), kind);
  const start = performance.now();
  const changed = await page.evaluate(() => inPage().state());
  await page.evaluate((of) => inPage().inBackground(of), kind);
  await expect.poll(() => page.evaluate(() => inPage().state())).not.toBe(changed);
  return Math.min(250, performance.now() - start);
}

async function killed(page: Page, devtools: CDPSession, kind: Kind, moment: number): Promise<void> {
  if (kind === 'import' || kind === 'update') {
    await page.evaluate(([of, ms]) => inPage().inWorker(of, ms), [kind, moment] as const);
    return;
  }
  await page.evaluate((of) => inPage().inBackground(of), kind);
  await new Promise((done) => setTimeout(done, moment));
  await devtools.send('ServiceWorker.stopAllWorkers');
  // What was committed before the kill may still be on its way to the disk.
  await new Promise((done) => setTimeout(done, 500));
}

/** What `kill/in-page.ts` set up. */
declare function inPage(): {
  restore(which: 'base' | 'imported'): Promise<void>;
  unfinished(): Promise<string>;
  state(): Promise<string>;
  inWorker(kind: 'import' | 'update', after: number | null): Promise<number>;
  inBackground(kind: 'edit' | 'undo'): void;
};
