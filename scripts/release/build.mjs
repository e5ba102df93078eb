/** Builds a browser's package from a clean copy of the tree, so that neither the folder nor what lies in it can matter. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The earliest day a zip can hold: the same for every file, so that the same content gives the same bytes. */
const DAY = new Date(1980, 0, 1, 0, 0, 0);

const filesOf = (folder) =>
  readdirSync(folder)
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesOf(path) : [path];
    })
    .sort();

/** The files that git knows, or would take in: what a fresh clone has. */
const sources = () =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
    .toString()
    .split('\0')
    .filter(Boolean);

/** Path → bytes of a build of `browser`. Throws when it fails. */
export function buildOf(browser) {
  const copy = mkdtempSync(join(tmpdir(), 'said-before-build-'));
  try {
    for (const file of sources()) {
      mkdirSync(join(copy, dirname(file)), { recursive: true });
      copyFileSync(file, join(copy, file));
    }
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
    const done = spawnSync('npx', ['wxt', 'build', '-b', browser], { cwd: copy, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`The build for ${browser} failed:\n${done.stdout}${done.stderr}`);
    const out = join(copy, '.output', `${browser}-mv3`);
    return new Map(
      filesOf(out).map((path) => [relative(out, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** A zip of these files: the same files give the same bytes, on any day and machine. */
export const zipOf = (files) =>
  zipSync(Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))), { level: 9, mtime: DAY });
