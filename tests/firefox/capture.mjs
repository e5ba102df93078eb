/** Capture as a reader begins it in Firefox: by the key and by the context menu, which are the browser's own and driven in its window. */
import assert from 'node:assert/strict';

/** Calls a function in the browser's own window, where its menus and keys are. */
async function inWindow(browser, work) {
  const ask = (method, params) => browser.connection.send(method, params);
  const tree = await ask('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { context } = tree.result.contexts.find(({ url }) => url.endsWith('browser.xhtml'));
  const { result } = await ask('script.callFunction', {
    ...{ functionDeclaration: work.toString(), awaitPromise: true, target: { context } },
  });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result.value;
}

/** Runs in the browser's window: what the browser does when Alt+Shift+S is struck; true when that key is ours. */
const strike = () => {
  const keys = [...document.querySelectorAll('keyset[id^="ext-keyset"] key[modifiers="alt,shift"]')];
  const own = keys.find((key) => key.getAttribute('key') === 'S');
  own?.doCommand();
  return own !== undefined;
};

/** Runs in the browser's window: chooses our item of the open context menu; true when it was there. */
const choose = () => {
  const menu = document.getElementById('contentAreaContextMenu');
  const item = [...menu.querySelectorAll('menuitem')].find(({ label }) => label === 'Add to Said Before');
  if (menu.state !== 'open' || !item) return false;
  item.doCommand();
  menu.hidePopup();
  return true;
};

/** Selects a paragraph of a news page, begins a capture, and checks the draft in the window that opens. `page` is one of ours. */
async function captured({ until, visit, page, begin }) {
  const news = await visit('/sample-news.html');
  await news.bringToFront();
  const spot = await news.evaluate(() => {
    const paragraph = document.querySelector('article p');
    getSelection().selectAllChildren(paragraph);
    const { left, top } = paragraph.getClientRects()[0];
    return { x: left + 30, y: top + 8 };
  });
  await begin(news, spot);
  const opened = () =>
    page.evaluate(async () => {
      const all = await globalThis.browser.tabs.query({});
      const keyOf = ({ url }) => url?.split('#capture?key=')[1];
      // A page that has saved its capture may still have its address, but no draft.
      const tab = all.find((one) => keyOf(one) && localStorage.getItem(`draft:new:${keyOf(one)}`));
      if (!tab) return null;
      const key = keyOf(tab);
      const kept = JSON.parse(localStorage.getItem(`draft:new:${key}`));
      const { type } = await globalThis.browser.windows.get(tab.windowId);
      await globalThis.browser.tabs.remove(tab.id);
      localStorage.removeItem(`draft:new:${key}`);
      return { type, ...kept.draft };
    });
  const draft = await until(opened, 'no capture window with a draft', 30_000);
  assert.equal(draft.type, 'popup');
  assert.match(draft.date, /^\d{4}-\d\d-\d\d$/);
  assert.match(draft.url, /sample-news\.html$/);
  assert.ok(draft.quote || draft.gist);
  await news.close();
}

/** `kit`: `check`, `until`, `browser` and `visit` of the smoke test; `page` is one of our own pages. */
export async function checkCapture({ check, until, browser, visit, page }) {
  await check('the key captures what is selected into a window of its own', () =>
    captured({
      ...{ until, visit, page },
      begin: async () => assert.ok(await inWindow(browser, strike), 'the key is not registered'),
    }),
  );
  await check('so does the context menu', () =>
    captured({
      ...{ until, visit, page },
      begin: async (news, { x, y }) => {
        await news.mouse.click(x, y, { button: 'right' });
        await until(() => inWindow(browser, choose), 'no such item in the context menu', 20_000);
      },
    }),
  );
}
