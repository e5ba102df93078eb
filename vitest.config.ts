import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [await WxtVitest()],
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
    // A busy machine is late; a test that passes is not slower for it.
    testTimeout: 90_000,
    // By itself it leaves a processor idle; with two that is half of them.
    maxWorkers: availableParallelism(),
    setupFiles: ['fake-indexeddb/auto'],
  },
});
