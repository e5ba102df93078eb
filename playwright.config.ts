import { defineConfig } from '@playwright/test';

export default defineConfig({
  workers: 1,
  retries: 0,
  timeout: 60_000,
  // A busy machine is late; what passes is not slower for it.
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  projects: [
    { name: 'browser', testDir: 'tests/browser', testMatch: '**/*.spec.ts' },
    { name: 'e2e', testDir: 'tests/e2e', testMatch: '**/*.spec.ts' },
  ],
});
