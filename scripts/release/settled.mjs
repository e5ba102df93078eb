/** So long nothing changes in a page that has drawn what it shows, and so long at most it is waited for, in ms. */
const QUIET = 150;
const MOST = 4000;

/** Waits until a page has a heading or a button and has stopped changing, or until it never stops. */
export async function settled(page) {
  await page
    .locator('h1, h2, button')
    .first()
    .waitFor({ timeout: MOST })
    .catch(() => {});
  await page.evaluate(
    ([quiet, most]) =>
      new Promise((done) => {
        const begun = performance.now();
        let timer = 0;
        const end = () => {
          observer.disconnect();
          done();
        };
        const wait = () => {
          clearTimeout(timer);
          timer = setTimeout(end, performance.now() - begun > most ? 0 : quiet);
        };
        const observer = new MutationObserver(wait);
        observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
        wait();
      }),
    [QUIET, MOST],
  );
}
