/** A build that speaks one language, whatever the browser and the system speak: for pictures and for tests of layout. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Copies the build in `folder` and leaves only the catalogue of `lang` (such as "de"), as its default. Returns the copy's path. */
export function oneLanguage(folder, lang) {
  const copy = mkdtempSync(join(tmpdir(), `said-before-${lang}-`));
  cpSync(folder, copy, { recursive: true });
  const locales = readdirSync(join(copy, '_locales'));
  if (!locales.includes(lang)) throw new Error(`There is no catalogue "${lang}"; there are ${locales.join(', ')}.`);
  for (const other of locales) if (other !== lang) rmSync(join(copy, '_locales', other), { recursive: true });
  const path = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, default_locale: lang }));
  return copy;
}
