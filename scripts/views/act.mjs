import { settled } from '../release/settled.mjs';

/** A view with something done in it: opens it, does it, and gives it time to show. */
export const act = (open, what) => async (stage) => {
  const page = await open(stage);
  await what(page, stage);
  await settled(page);
  return page;
};

/** Opens a menu or a card anew, so that it stands where the window, now of another size, has room for it. */
export async function openAgain(page, button) {
  await page.keyboard.press('Escape');
  await settled(page);
  await page.locator(button).first().click();
  await settled(page);
}

/** Puts a setting back with its own control, and stays until it is stored: the next view is opened with it. */
export async function undo(page, control, how) {
  await page.locator(control).first()[how]();
  await page.waitForTimeout(500);
}
