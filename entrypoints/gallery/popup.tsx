/** The popup in its states. */
import controls from '../../components/controls.css?inline';
import type { PopupState } from '../../components/popup/notes';
import { Popup } from '../../components/popup/Popup';
import popup from '../../components/popup/popup.css?inline';
import tokens from '../../components/tokens.css?inline';
import busy from '../../components/ui/busy.css?inline';
import sheetlet from '../../components/ui/sheetlet.css?inline';
import frame from './gallery.css?inline';
import { dots, passage, reply } from './sample';
import { type GalleryState, idle } from './state';

function view(state: PopupState, host: string | null = 'gazette.example') {
  return (
    <Popup
      state={state}
      host={host}
      siteOn={state.status !== 'off-site'}
      quiet={false}
      rows={state.status === 'report' ? [{ id: 'ferry', name: 'Ferry sails again', dots }] : null}
      onSite={idle}
      onQuiet={idle}
      onGo={idle}
      onShowAll={idle}
      onAction={idle}
      onOptions={idle}
      onExport={idle}
      onCopy={async () => true}
    />
  );
}

const passages = [
  passage(),
  passage({
    id: 'p2',
    text: 'A second crossing was not planned, she added.',
    speaker: 'Bo Sample',
    evidence: passage().evidence.slice(0, 2),
  }),
  passage({ id: 'p3', text: 'Fares stay as they are.', speaker: null, kind: 'reporter', evidence: [] }),
];
const report = (published: string | null): PopupState => ({
  status: 'report',
  reply: reply(passages, published),
  quiet: false,
  shown: ['p1', 'p2'],
});

const state = (id: string, of: PopupState, host?: null): GalleryState => ({
  id: `popup-${id}`,
  width: 380,
  css: [tokens, controls, busy, sheetlet, popup, frame],
  view: () => view(of, host),
});

export const popupStates: GalleryState[] = [
  state('report', report('2025-12-15')),
  state('undated', report(null)),
  state('limits', { ...report('2025-12-15'), limits: ['no-highlights', 'host-removed'] } as PopupState),
  state('loading', { status: 'loading' }),
  state('preparing', { status: 'preparing' }),
  state('no-access', { status: 'no-access' }),
  state('not-topical', { status: 'not-topical' }),
  state('no-article', { status: 'no-article' }),
  state('language', { status: 'language' }),
  state('off', { status: 'off' }),
  state('off-site', { status: 'off-site' }),
  state('not-chosen', { status: 'not-chosen' }),
  state('click-only', { status: 'click-only' }),
  state('not-here', { status: 'not-here' }, null),
  state('fault', {
    status: 'fault',
    fault: { code: 'sample', message: 'The store of statements did not answer.', todo: 'Restart the browser.' },
  }),
];
