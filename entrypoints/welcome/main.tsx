import { signal } from '@preact/signals';
import { render } from 'preact';
import type { CorpusProgress } from '../../components/welcome/Ready';
import { Welcome } from '../../components/welcome/Welcome';
import { browser } from '../../utils/browser';
import { t, uiLanguage } from '../../utils/i18n';
import { packNameOf } from '../../utils/in-language';
import { send } from '../../utils/messaging';
import type { Settings } from '../../utils/settings';
import { hostsFrom } from '../../utils/settings/hosts';
import { changeSettings } from '../background/settings';
import { commandKeys } from '../own-page/keys';
import { startPage } from '../own-page/start';
import { LiveSample } from './sample';

const PAGES = { origins: ['http://*/*', 'https://*/*'] };

const settings = signal<Settings>(await startPage());
const progress = signal<CorpusProgress>({ step: 'waiting' });
const closed = signal(!(await browser.permissions.contains(PAGES)));
document.title = t('welcomePage');

const keys = await commandKeys();

async function follow(): Promise<void> {
  const status = await send('corpus.status', null);
  if (status.ok && status.value.ready && status.value.statements > 0)
    progress.value = {
      step: 'ready',
      statements: status.value.statements,
      packs: status.value.packs
        .filter((pack) => pack.enabled && pack.title)
        .map((pack) => packNameOf(pack, uiLanguage()))
        .join(', '),
    };
  else if (status.ok && status.value.fault) progress.value = { step: 'fault', fault: status.value.fault };
  else {
    if (!status.ok) progress.value = { step: 'fault', fault: status.fault };
    setTimeout(() => void follow(), 500);
  }
}

async function change(next: Partial<Settings>): Promise<void> {
  settings.value = { ...settings.value, ...next };
  const stored = await changeSettings(next);
  if (!stored.ok) progress.value = { step: 'fault', fault: stored.fault };
}

function onChosen(typed: string): readonly string[] {
  const { hosts, bad } = hostsFrom(typed);
  void change({ chosenSites: hosts });
  return bad;
}

async function onGrant(): Promise<void> {
  closed.value = !(await browser.permissions.request(PAGES));
}

const onOptions = (place: string): void =>
  void browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${place}` });

function View() {
  return (
    <Welcome
      progress={progress.value}
      keys={[...keys, { keys: 'Esc', does: t('welcomeEscape') }]}
      closed={closed.value}
      mode={settings.value.sites}
      chosen={settings.value.chosenSites}
      sample={<LiveSample delay={settings.value.delay} onOptions={onOptions} />}
      onMode={(sites) => void change({ sites })}
      onChosen={onChosen}
      onGrant={() => void onGrant()}
      onOptions={onOptions}
    />
  );
}

render(<View />, document.getElementById('root') as HTMLElement);
await follow();
