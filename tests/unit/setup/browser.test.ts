import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { firstUsable } from '../../../scripts/setup/browser.mjs';

const folder = mkdtempSync(join(tmpdir(), 'said-before-programs-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, lines: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

it('passes over a browser that is not there, does not start, or stands in for a snap', () => {
  const broken = program('broken', 'exit 127');
  const snap = program('snap', 'exec /snap/bin/chromium "$@"');
  const stub = program('stub', 'test -x /snap/bin/none; exit 0');
  const good = program('good', '[ "$1" = --version ]');
  expect(firstUsable([null, join(folder, 'none'), broken, snap, stub, good])).toBe(good);
  expect(firstUsable([broken, snap, stub])).toBeNull();
});
