/** Sizes of the window in CSS pixels: pictures are no taller than the tallest; what is longer goes on in the same way. */
const LEAST = 600;
const TALLEST = 3200;

/** A change of size is seen by observers in the next frame, and what they change in the one after. */
const twoFrames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))),
  );

/**
 * Gives a page the width and as much height as what it shows needs. A popup of 400 pixels is as the browser makes it;
 * narrower and wider it is the page that some browsers open instead.
 */
export async function fitTo(page, width) {
  await page.setViewportSize({ width, height: LEAST });
  await twoFrames(page);
  const needed = await page.evaluate((wide) => {
    if (document.querySelector('.popup')) document.documentElement.classList.toggle('tab', wide !== 400);
    // As it is where the page is opened at this size.
    document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const inner = document.querySelector('.popup .body, .page > main:not(.statements), .pane');
    const more = inner ? inner.scrollHeight - inner.clientHeight : 0;
    return Math.max(document.documentElement.scrollHeight, innerHeight + more);
  }, width);
  const popup = width === 400 && (await page.locator('.popup').count()) > 0;
  const height = popup ? LEAST : Math.min(TALLEST, Math.max(LEAST, needed));
  if (height !== LEAST) await page.setViewportSize({ width, height });
  await twoFrames(page);
}
