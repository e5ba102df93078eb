/** Finds a Chromium that can load an unpacked extension, and installs one when there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { run } from './dependencies.mjs';

const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';

/** Where Playwright keeps the browsers that it downloaded itself. */
function playwrightFolder() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH;
  return platform() === 'darwin'
    ? join(homedir(), 'Library/Caches/ms-playwright')
    : join(homedir(), '.cache/ms-playwright');
}

function fromPlaywright() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((name) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'].map((part) =>
        join(folder, name, part),
      ),
    );
}

/**
 * The path of a usable Chromium, or null. `CHROMIUM_PATH` wins. Branded Chrome is not looked for: since version 137 it
 * refuses `--load-extension`.
 */
export function findChromium() {
  const candidates = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    mac,
    ...fromPlaywright(),
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

/** The path of Firefox, or null. `FIREFOX_PATH` wins. */
export function findFirefox() {
  const candidates = [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

const works = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;

/** Installs Debian packages as root or through sudo; false where apt is missing or refuses. */
export function installPackages(names) {
  if (!works('apt-get')) return false;
  const sudo = process.getuid?.() === 0 ? [] : works('sudo') ? ['sudo'] : null;
  if (!sudo) return false;
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return run(command, rest);
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...names);
}

/** Returns the path of a Chromium, installing Playwright's or the system's if need be; ends the process with advice otherwise. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: trying Playwright’s …');
  const downloaded =
    spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit', timeout: 240_000 })
      .status === 0;
  if (!(downloaded && findChromium())) {
    console.log('Trying the system’s package …');
    installPackages(['chromium', 'fonts-liberation']);
  }
  const path = findChromium();
  if (path) return path;
  console.error('No Chromium could be installed. Install it by hand and set CHROMIUM_PATH to its program file.');
  process.exit(1);
}
