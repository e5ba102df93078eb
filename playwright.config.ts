import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

/** Specs of one long test: begun first, so that none of them is what everybody waits for at the end. */
const long = /tests\/(?:e2e\/(?:layout|kill)|browser\/gallery)\.spec\.ts$/;

export default defineConfig({
  // A browser with an extension keeps a processor busy. Specs that measure time lock all others out (`-exclusive-`).
  workers: Math.min(2, availableParallelism()),
  retries: 0,
  timeout: 60_000,
  // A busy machine is late; what passes is not slower for it.
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  projects: [
    { name: 'long', testDir: 'tests', testMatch: long },
    { name: 'browser', testDir: 'tests/browser', testMatch: '**/*.spec.ts', testIgnore: long },
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts', testIgnore: long },
  ],
});
