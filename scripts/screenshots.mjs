/**
 * `node scripts/screenshots.mjs [folder] [--only NAME] [--pseudo long|rtl] [--lang de]`: pictures of every view of the
 * built extension at 320, 400 and 1,280 pixels, light and dark.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openStage } from './release/stage.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, pseudo: { type: 'string' }, lang: { type: 'string' } },
});
const out = resolve(positionals[0] ?? '.output/screenshots');
mkdirSync(out, { recursive: true });
const wanted = (name) => !values.only || name.includes(values.only);
const query = values.pseudo ? `?pseudo=${values.pseudo}` : '';

const pages = {
  welcome: `/welcome.html${query}`,
  statements: `/options.html${query}#statements`,
  editor: `/options.html${query}#statements?id=new`,
  topics: `/options.html${query}#topics`,
  speaker: `/options.html${query}#speaker?name=Marco+Rubio`,
  claim: `/options.html${query}#claim?id=deal-close`,
  'claim-gone': `/options.html${query}#claim?id=nothing`,
  packs: `/options.html${query}#packs`,
  history: `/options.html${query}#history`,
  storage: `/options.html${query}#storage`,
  settings: `/options.html${query}#settings`,
  help: `/options.html${query}#help`,
};

for (const scheme of ['light', 'dark'])
  for (const width of [320, 400, 1280]) {
    const stage = await openStage({ width, height: 900, scheme, lang: values.lang });
    const shoot = async (page, name) => {
      await page.screenshot({ path: join(out, `${name}-${scheme}-${width}.png`) });
      await page.close();
    };
    for (const [name, path] of Object.entries(pages)) if (wanted(name)) await shoot(await stage.open(path, 1200), name);
    if (wanted('card')) await shoot(await stage.article('We are very close to a deal'), 'card');
    for (const [name, path] of [
      ['popup', 'sample-news.html'],
      ['popup-nothing', 'other-topic.html'],
    ]) {
      if (!wanted(name)) continue;
      const page = await stage.open(`${stage.site}/${path}`, 1800);
      await shoot(await stage.popupOf(page, { width, height: 600 }, values.pseudo), name);
      await page.close();
    }
    await stage.close();
  }
console.log(out);
