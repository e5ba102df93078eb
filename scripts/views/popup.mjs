/** The popup in its states: those that the sample page gives, and those that the page's side of us would answer. */
import { act, openAgain, undo } from './act.mjs';
import { answering } from './stubs.mjs';

/** The popup over a page that is kept for all of them. */
async function popup(stage, path, before) {
  const url = `${stage.site}/${path}`;
  const known = stage.context.pages().find((page) => page.url() === url);
  const ground = known ?? (path === 'sample-news.html' ? await stage.article('') : await stage.open(url, 800));
  return stage.popupOf(ground, { width: 400, height: 600 }, { before });
}

const over = (path, before) => (stage) => popup(stage, path, before);
const saying = (state) => over('sample-news.html', { run: answering, with: { answers: { 'overlay.state': state } } });

/** The sample page's own report, changed by `change` before the popup is told. */
const changed = (change) => async (stage) => {
  const first = await popup(stage, 'sample-news.html');
  const id = await stage.tabOf(`${stage.site}/sample-news.html`);
  const state = await first.evaluate(
    (tab) => chrome.tabs.sendMessage(tab, { type: 'overlay.state', request: null }, { frameId: 0 }),
    id,
  );
  await first.close();
  return popup(stage, 'sample-news.html', { run: answering, with: { answers: { 'overlay.state': change(state) } } });
};

const nothing = ({ reply, ...state }) => ({
  ...state,
  reply: {
    ...reply,
    report: { ...reply.report, passages: [], counts: { passages: 0, covered: 0, contradicts: 0, confirms: 0 } },
  },
});
const undated = ({ reply, ...state }) => ({
  ...state,
  reply: {
    ...reply,
    report: { ...reply.report, page: { ...reply.report.page, published: null, publishedFrom: 'none' } },
  },
});

export const popupViews = [
  { name: 'popup', open: over('sample-news.html') },
  {
    name: 'popup-filtered',
    open: async (stage) => {
      const page = await popup(stage, 'sample-news.html');
      await page.locator('.chip').last().click();
      await page.locator('.choose select').first().selectOption({ index: 1 });
      return page;
    },
  },
  {
    name: 'popup-report',
    open: over('sample-news.html'),
    again: (page) => openAgain(page, '.export [popovertarget]'),
  },
  { name: 'popup-undated', open: changed(undated) },
  {
    name: 'popup-quiet',
    open: act(over('sample-news.html'), (page) => page.locator('footer .switch input').check()),
    after: (page) => undo(page, 'footer .switch input', 'uncheck'),
  },
  { name: 'popup-limits', open: changed((state) => ({ ...state, limits: ['no-highlights', 'host-removed'] })) },
  { name: 'popup-unmarked', open: changed((state) => ({ ...state, shown: state.shown.slice(0, 2) })) },
  { name: 'popup-nothing', open: changed(nothing) },
  { name: 'popup-loading', open: saying({ status: 'loading' }) },
  {
    name: 'popup-preparing',
    open: async (stage) => {
      const answers = { 'overlay.state': { status: 'loading' }, 'corpus.status': null };
      const page = await popup(stage, 'sample-news.html', { run: answering, with: { answers } });
      await page.waitForTimeout(900);
      return page;
    },
  },
  { name: 'popup-not-topical', open: over('other-topic.html') },
  {
    name: 'popup-not-here',
    open: async (stage) => {
      const own = await stage.open('chrome://version', 200);
      const page = await stage.popupOf(own, { width: 400, height: 600 });
      await own.close();
      return page;
    },
  },
  {
    name: 'popup-no-access',
    open: over('sample-news.html', {
      run: answering,
      with: { answers: { 'overlay.state': 'messageNoAnswer' }, pages: false },
    }),
  },
  ...['no-article', 'language', 'off', 'off-site', 'not-chosen', 'click-only'].map((status) => ({
    name: `popup-${status}`,
    open: saying({ status }),
  })),
  { name: 'popup-fault', open: saying({ status: 'fault', fault: 'messageNoAnswer' }) },
];
