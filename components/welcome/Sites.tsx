/** The one question: where to read. */
import { useState } from 'preact/hooks';
import { quoted, t } from '../../utils/i18n';
import type { Sites as SitesMode } from '../../utils/settings';

export interface SitesProps {
  mode: SitesMode;
  chosen: readonly string[];
  onMode(mode: SitesMode): void;
  /** Returns the words that are no sites. */
  onChosen(typed: string): readonly string[];
}

const modes: readonly SitesMode[] = ['all', 'chosen', 'click'];

function Chosen({ chosen, onChosen }: Pick<SitesProps, 'chosen' | 'onChosen'>) {
  const [bad, setBad] = useState<readonly string[]>([]);
  /** What stands in the field while something in it is no site: it is the reader's to mend. */
  const [typed, setTyped] = useState('');
  return (
    <label class="chosen">
      <span>{t('settingsChosen')}</span>
      <textarea
        rows={3}
        spellcheck={false}
        aria-invalid={bad.length > 0}
        aria-describedby="chosen-note"
        value={bad.length > 0 ? typed : chosen.join('\n')}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setBad(onChosen(event.currentTarget.value));
        }}
      />
      <span id="chosen-note" class={bad.length > 0 ? 'fault' : 'soft'} role="status">
        {bad.length > 0 ? t('welcomeBadSites', bad.map(quoted).join(', ')) : t('welcomeChosenNote')}
      </span>
    </label>
  );
}

export function Sites({ mode, chosen, onMode, onChosen }: SitesProps) {
  return (
    <section class="where">
      <fieldset>
        <legend>
          <h2>{t('welcomeWhere')}</h2>
        </legend>
        {modes.map((value) => (
          <label key={value} class={mode === value ? 'choice on' : 'choice'}>
            <input type="radio" name="sites" checked={mode === value} onChange={() => onMode(value)} />
            <span>
              <b>{t(`welcomeSites_${value}`)}</b>
              <span class="soft">{t(`welcomeSites_${value}_about`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {mode === 'chosen' ? <Chosen chosen={chosen} onChosen={onChosen} /> : null}
      <p class="soft">{t('welcomeWhereNote')}</p>
    </section>
  );
}
