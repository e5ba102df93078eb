/** A live blog to which a post is added: what the reading anew costs the background, and how soon the new words are marked. */

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Adds `posts` posts one after the other to the top of a page that is already marked. Returns medians in ms: `report` of
 * the background's answer to the article with one more post, `marked` from the post's coming to its mark (300 ms of it
 * are the wait for a quiet page), and `kilobytes` of the answer.
 */
export async function readAgain(context, desk, url, posts = 7) {
  await desk.evaluate(() => {
    chrome.runtime.onMessage.addListener(({ type, request }) => {
      if (type === 'page.report') globalThis.article = request.article;
    });
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => CSS.highlights.size > 0, null, { timeout: 30_000 });
  const words = await desk.evaluate(() => globalThis.article.blocks.flatMap(({ text }) => text.split(' ')).length);
  const marked = [];
  for (let i = 0; i < posts; i += 1) {
    await page.waitForTimeout(700);
    const took = await page.evaluate(async (number) => {
      const post = document.querySelector('section.post').cloneNode(true);
      const paragraph = post.querySelector('p');
      paragraph.textContent = `Trump said in call number ${number} that a peace deal between Russia and Ukraine was closer than ever.`;
      const began = performance.now();
      document.querySelector('section.post').before(post);
      const isMarked = () =>
        [...CSS.highlights.values()].some((ranges) =>
          [...ranges].some((range) => paragraph.contains(range.startContainer)),
        );
      while (!isMarked() && performance.now() - began < 20_000) await new Promise((next) => setTimeout(next, 5));
      return performance.now() - began;
    }, i + 1);
    marked.push(took);
  }
  await page.close();
  const { report, kilobytes } = await desk.evaluate(async (count) => {
    const times = [];
    let bytes = 0;
    for (let i = 0; i < count + 1; i += 1) {
      const text = `Putin said in call number ${i} that he would never accept European troops in Ukraine.`;
      const blocks = [globalThis.article.blocks[0], { text, kind: 'paragraph' }, ...globalThis.article.blocks.slice(1)];
      const began = performance.now();
      const reply = await chrome.runtime.sendMessage({
        type: 'page.report',
        request: { article: { ...globalThis.article, blocks } },
      });
      if (i > 0) times.push(performance.now() - began);
      bytes = JSON.stringify(reply).length;
    }
    return { report: times, kilobytes: bytes / 1000 };
  }, posts);
  return { words, report: median(report), marked: median(marked), kilobytes };
}
