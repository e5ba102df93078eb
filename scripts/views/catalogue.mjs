/**
 * Every view of the extension in every state, and how to come to it on a stage (`scripts/release/stage.mjs`): for
 * pictures and for tests of layout. A view's `open` resolves to its page, drawn. They are
 * opened in this order: the last ones leave the corpus changed. `again` is done anew at each
 * size of the window; `after` puts back what a view changed.
 */

import { act, openAgain, undo } from './act.mjs';
import { cardViews } from './card.mjs';
import { optionsViews } from './options.mjs';
import { popupViews } from './popup.mjs';
import { answering } from './stubs.mjs';

const welcome = (before) => (stage) => stage.open('/welcome.html', null, before);

const welcomeViews = [
  { name: 'welcome', open: welcome() },
  { name: 'welcome-card', open: welcome(), again: (page) => openAgain(page, '.sample .mark') },
  {
    name: 'welcome-sites',
    open: act(welcome(), async (page) => {
      await page.locator('.choice input').nth(1).check();
      await page.locator('.chosen textarea').fill('news.example\nnot a site!');
      await page.locator('.chosen textarea').blur();
    }),
    after: (page) => undo(page, '.choice input', 'check'),
  },
  { name: 'welcome-loading', open: welcome({ run: answering, with: { answers: { 'corpus.status': null } } }) },
  {
    name: 'welcome-fault',
    open: welcome({ run: answering, with: { answers: { 'corpus.status': 'messageNoAnswer' } } }),
  },
  { name: 'welcome-closed', open: welcome({ run: answering, with: { pages: false } }) },
];

export const views = [...welcomeViews, ...popupViews, ...cardViews, ...optionsViews];
