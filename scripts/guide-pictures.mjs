/** `npm run guide:pictures`: the pictures of docs/guide.md, of the built extension, into docs/pictures. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStage } from './release/stage.mjs';

const folder = 'docs/pictures';
mkdirSync(folder, { recursive: true });
const stage = await openStage({ width: 1000, height: 700, lang: 'en' });
const shoot = async (page, name, options = {}) => {
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
  await page.close();
};
await shoot(await stage.open('/welcome.html', '.ready svg'), 'welcome');
await shoot(await stage.article('was closer than ever'), 'card');
const article = await stage.article('');
await shoot(await stage.popupOf(article, { width: 400, height: 600 }, { real: true }), 'popup');
await article.close();
await shoot(await stage.open('/options.html#statements', 'tbody tr:not(.waiting)'), 'statements');
await shoot(await stage.open('/options.html#claim?id=deal-close', '.topic-plot'), 'claim');
await shoot(await stage.open('/options.html#settings', '.set-form'), 'settings');
await stage.close();
console.log(folder);
