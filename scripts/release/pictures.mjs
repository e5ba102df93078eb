/** The stores' pictures, 1,280 × 800, of the package that was built. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStage } from './stage.mjs';

/** Takes them of the build in `build` into a folder; returns their paths in the order of the listing. */
export async function pictures(folder, build) {
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'said-before-pictures-'));
  const stage = await openStage({ folder: build, lang: 'en' });
  const taken = [];
  const name = (what) => {
    const path = join(folder, `${taken.length + 1}-${what}.png`);
    taken.push(path);
    return path;
  };
  const shoot = async (page, what) => {
    await page.screenshot({ path: name(what) });
    await page.close();
  };
  try {
    await shoot(await stage.article('We are very close to a deal'), 'card');
    const article = await stage.article('');
    const popup = await stage.popupOf(article);
    const [ground, layer] = ['ground', 'popup'].map((what) => join(scratch, `${what}.png`));
    await article.bringToFront();
    await article.screenshot({ path: ground });
    await popup.screenshot({ path: layer });
    await popup.close();
    await article.close();
    await stage.over(ground, [{ file: layer, top: 12, right: 24 }], name('popup'));
    await shoot(await stage.open('/options.html#claim?id=deal-close', 1800), 'claim');
    await shoot(await stage.open('/options.html#statements', 1800), 'statements');
    await shoot(await stage.open('/welcome.html', 1200), 'welcome');
  } finally {
    await stage.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return taken;
}
