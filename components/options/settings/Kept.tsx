/** Where the settings lie, and copies of those that could not be read. */
import { longDay } from '../../../utils/dates';
import { t } from '../../../utils/i18n';

/** A copy of stored settings as it was. */
export interface KeptCopy {
  /** ISO time. */
  at: string;
  state: string;
  faults: readonly string[];
}

export interface KeptProps {
  /** Where the settings lie; null when none were ever changed. */
  area: 'sync' | 'local' | null;
  copies: readonly KeptCopy[];
  onSave(copy: number): void;
  onForget(): void;
  onReset(): void;
}

const names: Record<string, string> = {
  off: 'settingsOn',
  offSites: 'settingsOffSites',
  sites: 'settingsWhere',
  chosenSites: 'settingsChosen',
  quiet: 'settingsQuiet',
  delay: 'settingsDelayLabel',
  show: 'settingsRelations',
  markStyle: 'settingsStyle',
  density: 'settingsDensity',
  theme: 'settingsTheme',
};

/** What was lost to a default, in the form's own words. */
const named = (faults: readonly string[]): string =>
  faults.map((fault) => (names[fault] ? t(names[fault]) : t('settingsAllOfThem'))).join('; ');

/** Settings that could not be used, told before anything else. */
export function Damaged({ copies, onSave, onForget }: Pick<KeptProps, 'copies' | 'onSave' | 'onForget'>) {
  const at = copies.findIndex(({ state }) => state === 'damaged');
  const copy = copies[at];
  if (!copy) return null;
  return (
    <div class="set-damaged" role="alert">
      <p>{t('settingsDamaged', longDay(copy.at), named(copy.faults))}</p>
      <div class="buttons">
        <button type="button" class="quiet" onClick={() => onSave(at)}>
          {t('settingsSaveCopy')}
        </button>
        <button type="button" class="link" onClick={onForget}>
          {t('settingsForgetCopies')}
        </button>
      </div>
    </div>
  );
}

export function Kept({ area, copies, onSave, onForget, onReset }: KeptProps) {
  const older = copies.flatMap((copy, at) => (copy.state === 'older' ? [{ ...copy, at: copy.at, place: at }] : []));
  return (
    <fieldset>
      <legend>{t('settingsKept')}</legend>
      <p>{t(area === 'local' ? 'settingsKeptHere' : 'settingsKeptSynced')}</p>
      {older.length > 0 ? (
        <>
          <p>{t('settingsOlder', longDay(older[0]?.at ?? ''))}</p>
          <div class="buttons">
            <button type="button" class="quiet" onClick={() => onSave(older[0]?.place ?? 0)}>
              {t('settingsSaveCopy')}
            </button>
            <button type="button" class="link" onClick={onForget}>
              {t('settingsForgetCopies')}
            </button>
          </div>
        </>
      ) : null}
      <div class="buttons">
        <button type="button" class="quiet" onClick={onReset}>
          {t('settingsReset')}
        </button>
      </div>
    </fieldset>
  );
}
