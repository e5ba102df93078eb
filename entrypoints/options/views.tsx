/**
 * The views of the options page by their name in the address. To add one: a line here (with `tab` if it belongs into the
 * row of tabs) and a text `optionsTab_<name>`. A view gets its state from `state.ts` and `route.ts`.
 */
import type { ComponentType } from 'preact';
import type { CorpusDb } from '../../utils/corpus/db';
import { CaptureView } from './CaptureView';
import { HelpView } from './HelpView';
import { HistoryView } from './HistoryView';
import { PacksView } from './PacksView';
import { SettingsView } from './SettingsView';
import { StorageView } from './StorageView';
import { StatementsView } from './statements/StatementsView';
import { IndexView } from './topics/IndexView';
import { ClaimView, SpeakerView } from './topics/TopicView';

export interface ViewProps {
  db: CorpusDb;
}

export interface ViewEntry {
  View: ComponentType<ViewProps>;
  /** Stands in the row of tabs. */
  tab: boolean;
  /** The tab to which a view without one belongs. */
  within?: string;
  /** Stands alone, without the head of the page. */
  bare?: true;
}

export const views: Readonly<Record<string, ViewEntry>> = {
  statements: { View: StatementsView, tab: true },
  topics: { View: IndexView, tab: true },
  speaker: { View: SpeakerView, tab: false, within: 'topics' },
  claim: { View: ClaimView, tab: false, within: 'topics' },
  packs: { View: PacksView, tab: true },
  history: { View: HistoryView, tab: true },
  storage: { View: StorageView, tab: true },
  settings: { View: SettingsView, tab: true },
  capture: { View: CaptureView, tab: false, bare: true },
  help: { View: HelpView, tab: true },
};
