/** The stores' pictures, 1,280 × 800, of the package that was built. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSTER, poster, SHOT } from './poster.mjs';
import { openStage } from './stage.mjs';

const POPUP = { width: 400, height: 600 };

/** Takes them of the build in `build` into a folder; returns their paths in the order of the listing. */
export async function pictures(folder, build) {
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'said-before-pictures-'));
  const stage = await openStage({ ...SHOT, folder: build, lang: 'en' });
  const taken = [];
  /** A screenshot of a page, which is then closed; returns its file. */
  const shoot = async (page, what) => {
    const path = join(scratch, `${what}.png`);
    await page.bringToFront();
    await page.screenshot({ path });
    await page.close();
    return path;
  };
  const make = async (what, title, address, shot, over) => {
    const path = join(folder, `${taken.length + 1}-${what}.png`);
    const page = await stage.context.newPage();
    await page.setViewportSize(POSTER);
    await page.setContent(poster({ title, address, shot, over }));
    await page.screenshot({ path });
    await page.close();
    taken.push(path);
  };
  const own = async (what, title, url, has) =>
    make(what, title, 'Said Before', await shoot(await stage.open(url, has), what));
  const paper = stage.site.replace('http://', '');
  try {
    const card = await shoot(await stage.article('was closer than ever'), 'card');
    await make('card', 'Rest on a claim: see what was said before', paper, card);
    const article = await stage.article('');
    const popup = await shoot(await stage.popupOf(article, POPUP, { real: true }), 'popup');
    await make('popup', 'The whole page at a glance', paper, await shoot(article, 'page'), popup);
    await own('claim', 'Who said what, and where it turned', '/options.html#claim?id=deal-close', '.topic-plot');
    await own(
      'statements',
      'Every statement with its day and its source',
      '/options.html#statements',
      'tbody tr:not(.waiting)',
    );
    await own('welcome', 'Nothing leaves your browser, and nobody is judged', '/welcome.html', '.ready svg');
  } finally {
    await stage.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return taken;
}
