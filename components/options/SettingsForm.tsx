/** The reader's settings, with a preview of what they do. Every change counts at once. */
import { t } from '../../utils/i18n';
import { bounds, markStyles, type Settings, themes } from '../../utils/settings';
import { Choice, NumberField, Switch } from './settings/Fields';
import { Damaged, Kept, type KeptProps } from './settings/Kept';
import { Preview } from './settings/Preview';
import { SiteList } from './settings/SiteList';

/** What was typed and is not (yet) a setting, by field. */
export type Drafts = Readonly<Record<string, string>>;

export interface SettingsFormProps extends KeptProps {
  settings: Settings;
  drafts: Drafts;
  /** The card's styles, for the preview. */
  cardCss: string;
  onChange(change: Partial<Settings>): void;
  onDraft(field: string, text: string | null): void;
}

const sites = ['all', 'chosen', 'click'] as const;

function Where({ settings, drafts, onChange, onDraft }: SettingsFormProps) {
  const list = (field: 'offSites' | 'chosenSites') => ({
    hosts: settings[field],
    draft: drafts[field] ?? '',
    onDraft: (text: string): void => onDraft(field, text || null),
    onChange: (hosts: string[]): void => onChange({ [field]: hosts }),
  });
  return (
    <fieldset>
      <legend>{t('settingsWhere')}</legend>
      <Switch
        label={t('settingsOn')}
        help={settings.off ? t('settingsOffNow') : ''}
        on={!settings.off}
        onChange={(on) => onChange({ off: !on })}
      />
      <Choice
        name="sites"
        label={t('settingsSites')}
        value={settings.sites}
        options={sites.map((value) => ({ value, label: t(`settingsSites_${value}`) }))}
        onChange={(value) => onChange({ sites: value })}
      />
      {settings.sites === 'chosen' || drafts.chosenSites ? (
        <SiteList label={t('settingsChosen')} help={t('settingsSitesHelp')} {...list('chosenSites')} />
      ) : null}
      <SiteList label={t('settingsOffSites')} help={t('settingsSitesHelp')} {...list('offSites')} />
    </fieldset>
  );
}

/** Each style's three lines, as pages get them. */
const StyleSample = ({ style }: { style: string }) => (
  <span class={`style-sample ${style}`} aria-hidden="true">
    <i class="contradicts">{t('settingsSampleWord')}</i> <i class="confirms">{t('settingsSampleWord')}</i>{' '}
    <i class="mixed">{t('settingsSampleWord')}</i>
  </span>
);

function Marks({ settings, drafts, onChange, onDraft }: SettingsFormProps) {
  const show = (change: Partial<Settings['show']>): void => onChange({ show: { ...settings.show, ...change } });
  return (
    <fieldset>
      <legend>{t('settingsMarks')}</legend>
      <Switch
        label={t('settingsContradicts')}
        on={settings.show.contradicts}
        onChange={(contradicts) => show({ contradicts })}
      />
      <Switch label={t('settingsConfirms')} on={settings.show.confirms} onChange={(confirms) => show({ confirms })} />
      <Switch
        label={t('settingsQuiet')}
        help={t('settingsQuietHelp')}
        on={settings.quiet}
        onChange={(quiet) => onChange({ quiet })}
      />
      <Choice
        name="markStyle"
        label={t('settingsStyle')}
        value={settings.markStyle}
        options={markStyles.map((value) => ({
          value,
          label: t(`settingsStyle_${value}`),
          sample: <StyleSample style={value} />,
        }))}
        onChange={(markStyle) => onChange({ markStyle })}
      />
      <p class="set-help style-forced">{t('settingsStyleForced')}</p>
      <NumberField
        label={t('settingsDensity')}
        unit={t('settingsDensityUnit')}
        help={t('settingsDensityHelp')}
        value={settings.density}
        bounds={bounds.density}
        step={1}
        draft={drafts.density ?? null}
        onDraft={(text) => onDraft('density', text)}
        onChange={(density) => onChange({ density })}
      />
    </fieldset>
  );
}

function CardPart({ settings, drafts, onChange, onDraft }: SettingsFormProps) {
  return (
    <fieldset>
      <legend>{t('settingsCard')}</legend>
      <NumberField
        label={t('settingsDelayLabel')}
        unit={t('settingsDelayUnit')}
        help={t('settingsDelayHelp')}
        value={settings.delay}
        bounds={bounds.delay}
        step={50}
        draft={drafts.delay ?? null}
        onDraft={(text) => onDraft('delay', text)}
        onChange={(delay) => onChange({ delay })}
      />
      <Switch
        label={t('settingsRelated')}
        on={settings.show.related}
        onChange={(related) => onChange({ show: { ...settings.show, related } })}
      />
      <Choice
        name="theme"
        label={t('settingsTheme')}
        value={settings.theme}
        options={themes.map((value) => ({ value, label: t(`settingsTheme_${value}`) }))}
        onChange={(theme) => onChange({ theme })}
      />
    </fieldset>
  );
}

export function SettingsForm(props: SettingsFormProps) {
  return (
    <form class="set-form" onSubmit={(event) => event.preventDefault()}>
      <Damaged {...props} />
      <Where {...props} />
      <Marks {...props} />
      <Preview settings={props.settings} cardCss={props.cardCss} />
      <CardPart {...props} />
      <Kept {...props} />
    </form>
  );
}
