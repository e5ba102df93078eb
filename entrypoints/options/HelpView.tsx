/** The help page, with the keys and the measured figures. */
import { useEffect, useState } from 'preact/hooks';
import figures from '../../components/help/figures.json';
import { Help, type HelpProps } from '../../components/help/Help';
import { browser } from '../../utils/browser';
import { t } from '../../utils/i18n';
import { commandKeys } from '../own-page/keys';

export function HelpView() {
  const [keys, setKeys] = useState<HelpProps['keys']>([]);
  useEffect(() => void commandKeys().then(setKeys), []);
  return (
    <Help
      figures={figures}
      keys={[...keys, { keys: 'Esc', does: t('welcomeEscape') }]}
      welcome={browser.runtime.getURL('/welcome.html')}
    />
  );
}
