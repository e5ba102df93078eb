/**
 * `node scripts/screenshots.mjs [folder] [--only NAME,NAME…] [--lang de,uk] [--width 320,400,1280] [--scheme light,dark,forced]`: pictures of every view of the built extension in every state, as tall as what it shows; `forced` is forced colours on black.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openStage } from './release/stage.mjs';
import { views } from './views/catalogue.mjs';
import { fitTo } from './views/fit.mjs';
import { prints } from './views/prints.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    lang: { type: 'string', default: 'en' },
    width: { type: 'string', default: '320,400,1280' },
    scheme: { type: 'string', default: 'light,dark' },
  },
});
const listed = (text) => text.split(',').filter(Boolean);
const only = listed(values.only);
const wanted = ({ name }) => only.length === 0 || only.includes(name);
const media = (scheme) =>
  scheme === 'forced' ? { forcedColors: 'active', colorScheme: 'dark' } : { forcedColors: 'none', colorScheme: scheme };
const failed = [];
const out = resolve(positionals[0] ?? '.output/screenshots');

for (const lang of listed(values.lang)) {
  const folder = join(out, lang);
  mkdirSync(folder, { recursive: true });
  const stage = await openStage({ width: 1280, height: 900, lang });
  for (const print of prints.filter(wanted)) await print.make(stage, folder);
  for (const view of views.filter(wanted)) {
    const page = await view.open(stage).catch((error) => {
      failed.push(`${lang} ${view.name}: ${String(error).split('\n')[0]}`);
      return null;
    });
    if (!page) continue;
    for (const width of listed(values.width).map(Number)) {
      await fitTo(page, width);
      await view.again?.(page, stage);
      for (const colorScheme of listed(values.scheme)) {
        await page.emulateMedia(media(colorScheme));
        await page.screenshot({
          path: join(folder, `${view.name}-${width}-${colorScheme}.png`),
          animations: 'disabled',
        });
      }
    }
    await view.after?.(page);
    await page.close();
  }
  await stage.close();
}
console.log(out);
if (failed.length > 0) {
  console.error(`Not taken:\n${failed.join('\n')}`);
  process.exit(1);
}
