/** The budgets of our bundles: minified bytes of everything that a context loads, its shared chunks included. */

/**
 * In bytes of script, chunks that are loaded later included. Beside the overlay a card is put where there is something to
 * show (decision 51); the options start a worker for the corpus, which has the
 * whole of the reading for an import's statements. Both have their own.
 */
export const budgets = {
  scout: 8_000,
  overlay: 60_000,
  card: 60_000,
  popup: 80_000,
  welcome: 120_000,
  options: 350_000,
  worker: 330_000,
};

const entries = {
  scout: ['content-scripts/scout.js'],
  overlay: ['content-scripts/overlay.js'],
  card: ['card.js'],
  popup: ['popup.html'],
  welcome: ['welcome.html'],
  options: ['options.html'],
  worker: ['corpus-worker.js'],
};

/** Every script that is reached from an entry by script, link or import. `read` gives a file's text, or null. */
function reached(entry, read, seen = new Set()) {
  if (seen.has(entry)) return seen;
  const code = read(entry);
  if (code === null) return seen;
  seen.add(entry);
  const folder = entry.split('/').slice(0, -1);
  const links = entry.endsWith('.html')
    ? [...code.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((m) => m[1])
    : [...code.matchAll(/(?:from|import)\s*\(?\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)].map((m) => {
        const path = [...folder];
        for (const part of m[1].split('/')) {
          if (part === '..') path.pop();
          else if (part !== '.') path.push(part);
        }
        return path.join('/');
      });
  for (const link of links) reached(link, read, seen);
  return seen;
}

/** Bytes of script a context loads, and which files they are. */
export function sizeOf(name, read) {
  const files = new Set();
  for (const entry of entries[name]) for (const file of reached(entry, read)) files.add(file);
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  const bytes = scripts.reduce((sum, file) => sum + new TextEncoder().encode(read(file)).length, 0);
  return { bytes, scripts };
}
