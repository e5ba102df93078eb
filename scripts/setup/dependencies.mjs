/** Installs the npm packages when they are missing or older than the lockfile. Uses nothing but Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** Runs a command with its output shown; true when it ended well. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;
}

/** The oldest Node that `package.json` allows: major and minor. */
const NODE = [20, 12];

/** Ends the process with advice where Node is too old to go on. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  console.error(`Node ${NODE.join('.')} or newer is needed; this is ${process.version}. Install it from nodejs.org.`);
  process.exit(1);
}

/** Makes node_modules what package-lock.json says; ends the process with advice when npm fails. */
export function ensureDependencies() {
  checkNode();
  const mark = 'node_modules/.package-lock.json';
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync('package-lock.json').mtimeMs) return;
  console.log('Installing npm packages …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) return;
  console.error('npm could not install the packages. Check the network, then run the same command again.');
  process.exit(1);
}
