/** Why there is nothing to show and what can be done about it. Pure. */
import type { PageState } from '../../utils/messages';

export type Action =
  | 'force'
  | 'read'
  | 'again'
  | 'allow-site'
  | 'switch-on'
  | 'choose-site'
  | 'grant'
  | 'sites'
  | 'claims'
  | 'packs'
  | 'options'
  | 'help';

export interface Note {
  /** Catalogue keys; a fault brings its own words. */
  title: string;
  body: string;
  /** What the buttons do, the likeliest first. */
  actions: readonly Action[];
  kind: 'plain' | 'busy' | 'fault';
}

/** What the popup can find before any overlay answers. */
export type PopupState = PageState | { status: 'not-here' | 'no-access' | 'preparing' | 'read-in-vain' };

const note = (key: string, ...actions: Action[]): Note => ({
  title: `popup${key}`,
  body: `popup${key}Body`,
  actions,
  kind: 'plain',
});

/** Null when there is something to list. */
export function noteOf(state: PopupState): Note | null {
  switch (state.status) {
    case 'report':
      return state.reply.report.passages.length > 0 ? null : note('NothingKnown', 'claims');
    case 'loading':
      return { ...note('Loading'), kind: 'busy' };
    case 'preparing':
      return { ...note('Preparing'), kind: 'busy' };
    case 'read-in-vain':
      return note('NothingKnown', 'claims');
    case 'not-here':
      return note('NotHere');
    case 'no-access':
      return note('NoAccess', 'grant');
    case 'not-topical':
      return note('NotTopical', 'force', 'packs');
    case 'no-article':
      return note('NoArticle', 'again');
    case 'language':
      return note('Language', 'help');
    case 'off':
      return note('Off', 'switch-on');
    case 'off-site':
      return note('OffSite', 'allow-site');
    case 'not-chosen':
      return note('NotChosen', 'choose-site', 'force');
    case 'click-only':
      return note('ClickOnly', 'read', 'sites');
    case 'fault':
      return { title: state.fault.message, body: state.fault.todo ?? '', actions: ['again', 'options'], kind: 'fault' };
  }
}
