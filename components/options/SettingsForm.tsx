/** The reader's settings. */
import { t } from '../../utils/i18n';
import type { Settings } from '../../utils/settings';

export interface SettingsFormProps {
  settings: Settings;
  onChange(settings: Settings): void;
}

function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange(on: boolean): void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} /> {label}
    </label>
  );
}

function SiteList({
  label,
  hosts,
  onChange,
}: {
  label: string;
  hosts: readonly string[];
  onChange(hosts: string[]): void;
}) {
  return (
    <label class="sites">
      <span>{label}</span>
      <textarea
        rows={4}
        spellcheck={false}
        value={hosts.join('\n')}
        onChange={(event) =>
          onChange(
            event.currentTarget.value
              .split(/\s+/)
              .map((h) =>
                h
                  .replace(/^https?:\/\//, '')
                  .replace(/\/.*$/, '')
                  .toLowerCase(),
              )
              .filter(Boolean),
          )
        }
      />
    </label>
  );
}

const sites = ['all', 'chosen', 'click'] as const;

export function SettingsForm({ settings, onChange }: SettingsFormProps) {
  const set = (change: Partial<Settings>): void => onChange({ ...settings, ...change });
  const show = (change: Partial<Settings['show']>): void => set({ show: { ...settings.show, ...change } });
  return (
    <form class="settings" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{t('settingsWhere')}</legend>
        {sites.map((value) => (
          <label key={value} class="check">
            <input
              type="radio"
              name="sites"
              checked={settings.sites === value}
              onChange={() => set({ sites: value })}
            />{' '}
            {t(`settingsSites_${value}`)}
          </label>
        ))}
        {settings.sites === 'chosen' ? (
          <SiteList
            label={t('settingsChosen')}
            hosts={settings.chosenSites}
            onChange={(chosenSites) => set({ chosenSites })}
          />
        ) : null}
        <SiteList label={t('settingsOffSites')} hosts={settings.offSites} onChange={(offSites) => set({ offSites })} />
        <Check label={t('settingsOff')} checked={settings.off} onChange={(off) => set({ off })} />
      </fieldset>
      <fieldset>
        <legend>{t('settingsMarks')}</legend>
        <Check
          label={t('settingsContradicts')}
          checked={settings.show.contradicts}
          onChange={(contradicts) => show({ contradicts })}
        />
        <Check
          label={t('settingsConfirms')}
          checked={settings.show.confirms}
          onChange={(confirms) => show({ confirms })}
        />
        <Check label={t('settingsQuiet')} checked={settings.quiet} onChange={(quiet) => set({ quiet })} />
        <label class="range">
          <span>{t('settingsDelay', settings.delay)}</span>
          <input
            type="range"
            min={0}
            max={1500}
            step={50}
            value={settings.delay}
            onInput={(event) => set({ delay: Number(event.currentTarget.value) })}
          />
        </label>
      </fieldset>
    </form>
  );
}
