import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../utils/browser';
import { listen } from '../utils/messaging';
import { command, makeMenu, menuChosen } from './background/commands';
import { corpus } from './background/corpus';
import { refreshGate } from './background/gate';
import { handlers } from './background/handlers';
import { leaveWhereOff } from './background/page';
import { keepSettings, loadSettings } from './background/settings';
import { ALARM, lookAround, setAlarm } from './background/subscriptions';
import { welcome } from './background/welcome';
import { useBrowserWords } from './own-page/words';

const said =
  (what: string) =>
  (error: unknown): void =>
    console.error(`[said-before] ${what}`, error);

export default defineBackground({
  type: 'module',
  main() {
    useBrowserWords();
    listen(handlers);

    browser.runtime.onInstalled.addListener(({ reason }) => {
      welcome(reason).catch(said('welcome'));
      makeMenu().catch(said('menu'));
      corpus(true).then(refreshGate).catch(said('install'));
    });
    browser.runtime.onStartup.addListener(() => void makeMenu().catch(said('menu')));
    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === ALARM) lookAround().catch(said('subscriptions'));
    });
    browser.commands.onCommand.addListener((name) => void command(name).catch(said('command')));
    browser.contextMenus.onClicked.addListener(
      ({ menuItemId, selectionText }, tab) => void menuChosen(menuItemId, tab, selectionText).catch(said('menu')),
    );
    browser.storage.onChanged.addListener((changes) => {
      if (!changes.settings) return;
      corpus().then(refreshGate).catch(said('gate'));
      loadSettings().then(leaveWhereOff).catch(said('leave'));
    });

    void keepSettings();
    // Every start of the worker looks whether the corpus is whole; a message that comes meanwhile waits for it.
    corpus().then(refreshGate).then(setAlarm).catch(said('start'));
  },
});
