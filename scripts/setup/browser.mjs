/** Finds a Chromium that can load an unpacked extension, and installs one when there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { run } from './dependencies.mjs';

/** Where Playwright keeps the browser that it downloads, on this system; null before its package is installed. */
function ofPlaywright() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return null;
  }
}

/**
 * Is a program one of a snap, or the script that stands in for one (Ubuntu's `chromium-browser`)? Those see neither our
 * profile nor our build.
 */
function isSnap(path) {
  if (realpathSync(path).startsWith('/snap/')) return true;
  return statSync(path).size < 100_000 && readFileSync(path, 'utf8').includes('/snap/bin');
}

/** Does it start at all? A program whose libraries are missing is there, and does not. */
const runs = (path) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

/** The first of these programs that can be used, or null. */
export function firstUsable(paths) {
  return paths.find((path) => path && existsSync(path) && !isSnap(path) && runs(path)) ?? null;
}

/**
 * The path of a usable Chromium, or null. `CHROMIUM_PATH` wins. Branded Chrome is not looked for: since version 137 it
 * refuses `--load-extension`.
 */
export function findChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
  return (
    firstUsable([
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ]) ?? firstUsable([ofPlaywright()])
  );
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

/** Installs Debian packages as root or through sudo, which may ask; false where apt is missing or refuses. */
export function installPackages(names) {
  if (!works('apt-get')) return false;
  const sudo = process.getuid?.() === 0 ? [] : works('sudo') ? ['sudo'] : null;
  if (!sudo) return false;
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    // A page of package names helps nobody; what goes wrong is on the other channel.
    return run(command, rest, { stdio: ['inherit', 'ignore', 'inherit'] });
  };
  // One source that is out of order is no reason not to try the others.
  apt('update');
  return apt('install', '-y', '--no-install-recommends', ...names);
}

/** The word by which a Linux system calls itself, such as "debian"; '' elsewhere. */
function systemId() {
  try {
    return /^ID="?([\w-]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}

const ways = {
  packages() {
    console.log('Installing the system’s Chromium with apt-get: some 200 MB, a minute or two …');
    installPackages(['chromium', 'fonts-liberation']);
  },
  /** With the libraries that it needs where they may be installed, otherwise as it is. */
  playwright() {
    console.log('Downloading Playwright’s Chromium …');
    const install = (...args) =>
      run('npx', ['playwright', 'install', ...args, 'chromium'], {
        stdio: ['inherit', 'ignore', 'inherit'],
        timeout: 240_000,
      });
    if (!install('--with-deps')) install();
  },
};

const NONE = `No Chromium was found, and none could be installed; the lines above say why.
  Debian:  sudo apt-get install chromium
  Ubuntu, macOS:  npx playwright install --with-deps chromium
  or set CHROMIUM_PATH to the program of a Chromium that you have.
Google Chrome itself will not do: it refuses extensions that come from a folder.`;

/** Returns the path of a Chromium, installing the system's or Playwright's if need be; ends the process with advice otherwise. */
export function ensureChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && !existsSync(CHROMIUM_PATH)) {
    console.error(
      `CHROMIUM_PATH is ${CHROMIUM_PATH}, but nothing is there. Correct it, or unset it to have one found.`,
    );
    process.exit(1);
  }
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found.');
  // Ubuntu's package is a snap.
  const debian = works('apt-get') && systemId() !== 'ubuntu';
  for (const way of debian ? [ways.packages, ways.playwright] : [ways.playwright]) {
    way();
    const path = findChromium();
    if (path) return path;
  }
  console.error(NONE);
  process.exit(1);
}
