/** The card over the sample page: at rest, with a menu, with a report being written, and on a passage with two claims. */
import { settled } from '../release/settled.mjs';

const ONE = 'was closer than ever';
const TWO = 'offered security guarantees';

/** Opens the card anew, so that it stands where the window, now of another size, has room for it. */
async function cardOn(page, stage, words) {
  for (let layers = 0; layers < 2; layers += 1) await page.keyboard.press('Escape');
  await page.mouse.move(1, 1);
  await stage.pointAt(page, words);
}

const view = (name, words, press) => ({
  name,
  open: (stage) => stage.article(''),
  async again(page, stage) {
    await cardOn(page, stage, words);
    if (!press) return;
    await page.locator(press).first().click();
    await settled(page);
  },
});

export const cardViews = [
  view('card', ONE),
  view('card-menu', ONE, '.card .menu button'),
  view('card-wrong', ONE, '.card .actions button:last-child'),
  view('card-two', TWO),
];
