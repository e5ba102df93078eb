/** The settings in their states. */
import card from '../../components/card/card.css?inline';
import controls from '../../components/controls.css?inline';
import options from '../../components/options/options.css?inline';
import { SettingsForm, type SettingsFormProps } from '../../components/options/SettingsForm';
import settingsCss from '../../components/options/settings/settings.css?inline';
import tokens from '../../components/tokens.css?inline';
import { defaultSettings } from '../../utils/settings';
import highlight from '../highlight.css?inline';
import highlightStyles from '../highlight-styles.css?inline';
import frame from './gallery.css?inline';
import { type GalleryState, idle } from './state';

const copy = { at: '2025-12-01T10:00:00Z', state: 'damaged', faults: ['delay', 'markStyle'] };

function view(props: Partial<SettingsFormProps> = {}) {
  const all: SettingsFormProps = {
    settings: defaultSettings,
    drafts: {},
    cardCss: `${tokens}\n${card}\n${frame}`,
    area: 'sync',
    copies: [],
    onChange: idle,
    onDraft: idle,
    onSave: idle,
    onForget: idle,
    onReset: idle,
    ...props,
  };
  return (
    <main class="sheet settings-sheet">
      <SettingsForm {...all} />
    </main>
  );
}

const state = (id: string, shown: () => ReturnType<typeof view>, more: Partial<GalleryState> = {}): GalleryState => ({
  id: `settings-${id}`,
  width: 980,
  css: [tokens, controls, options, settingsCss, highlight, highlightStyles, frame],
  view: shown,
  ...more,
});

const open = (root: ParentNode): void => root.querySelector<HTMLElement>('.set-preview > button')?.click();

export const settingsStates: GalleryState[] = [
  state('default', () => view()),
  state('preview', () => view(), { act: open }),
  state('sites', () =>
    view({
      settings: {
        ...defaultSettings,
        sites: 'chosen',
        chosenSites: ['gazette.example', 'times.example'],
        offSites: ['quiet.example'],
        show: { contradicts: true, confirms: false, related: true },
        density: 60,
      },
    }),
  ),
  state('faults', () => view({ drafts: { delay: 'soon', density: '700', offSites: 'no site' }, area: 'local' })),
  state('damaged', () => view({ copies: [copy] })),
  state('off', () => view({ settings: { ...defaultSettings, off: true } })),
  state('narrow', () => view({ copies: [{ ...copy, state: 'older', faults: [] }] }), { width: 330, act: open }),
];
