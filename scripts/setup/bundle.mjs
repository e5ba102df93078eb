/** Bundles a TypeScript script for Node when its bundle is missing or older than the sources. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(
      latest,
      entry.isDirectory() ? newest(path) : /\.(?:tsx?|mjs)$/.test(entry.name) ? statSync(path).mtimeMs : 0,
    );
  }
  return latest;
}

/** Returns the path of the up-to-date bundle of `script` (relative to the project). */
export async function bundle(script) {
  const out = join(root, '.output/scripts', script.replace(/\.ts$/, '.mjs').replaceAll('/', '-'));
  const sources = Math.max(
    newest(join(root, 'utils')),
    newest(join(root, 'scripts')),
    newest(dirname(join(root, script))),
    statSync(join(root, 'package.json')).mtimeMs,
  );
  if (existsSync(out) && statSync(out).mtimeMs > sources) return out;
  const { build } = await import('esbuild');
  mkdirSync(dirname(out), { recursive: true });
  await build({
    entryPoints: [join(root, script)],
    outfile: out,
    bundle: true,
    // What drives browsers or bundles is loaded as it lies in node_modules.
    external: ['@playwright/test', 'puppeteer-core', 'esbuild', 'wabt'],
    platform: 'node',
    format: 'esm',
    // What Node 20 knows; for a named engine esbuild makes expressions with \p anew at each use.
    target: 'es2022',
    logLevel: 'error',
    tsconfigRaw: {},
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return out;
}
