#!/usr/bin/env node
/** The command line `said-before`. Installs and bundles what is missing, quietly: stdout belongs to the reports. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, root } from './setup/bundle.mjs';

if (!existsSync(join(root, 'node_modules/esbuild')) && existsSync(join(root, 'package-lock.json'))) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error('said-before: the npm packages could not be installed; run "npm ci" in the project to see why.');
    process.exit(1);
  }
}
process.env.SAID_BEFORE_ROOT = root;
await import(pathToFileURL(await bundle('scripts/check/main.ts')).href);
