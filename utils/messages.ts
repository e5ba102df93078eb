/**
 * Every message that crosses between our contexts: name, request, reply. `send` and `listen` (in `utils/messaging.ts`)
 * are typed by it. Messages that write to the corpus are accepted from our own pages only, never from a content script.
 */
import type { Choice } from './corpus-service';
import type { Told } from './in-language';
import type { PackedReply } from './packed-reply';
import type { PackChanges, SubscriptionOffer, SubscriptionView, UnseenConflicts } from './subscriptions/types';
import type { Article, Fault, Pack, PageReport, Proposition, Reading, Result, Statement, TopicWords } from './types';

/** A report with what a card needs to show it. */
export interface PageReply {
  report: PageReport;
  statements: Record<string, StatementView>;
  propositions: Record<string, PageProposition>;
  /** Roles and sides of these statements in the reader's language, where a pack has them in it. */
  terms?: TopicWords;
}

/** A proposition as the pack has it and, where the pack has that too, in the reader's language. */
export type PageProposition = Pick<Proposition, 'id' | 'claim' | 'label' | 'group' | 'figure' | 'windowDays'> & {
  told?: Told;
};

/** A statement as views show it: with its pack and whether only the engine has read it. */
export interface StatementView extends Statement {
  pack: string;
}

/** What was captured from a page, for the editor; what could not be told is empty. Lies in `storage.local` as `capture:…`. */
export interface CapturedRecord {
  /** The selected words as they stand on the page. */
  selection: string;
  speaker: string;
  side: string;
  quote: string;
  gist: string;
  /** ISO day or empty, as the next but one. */
  date: string;
  publisher: string;
  url: string;
  published: string;
}

/** One dot of a proposition's timeline. */
export interface TimelineDot {
  statement: string;
  date: string;
  speaker: string;
  stance: 'affirms' | 'denies' | 'hedges';
}

/** A reader's "not about this" or "never match these two". */
export type Mute =
  | { kind: 'passage' /** normalised words of the passage */; words: string; proposition: string }
  | { kind: 'pair'; words: string; statement: string };

/** Why not everything can be shown on a page: no Highlight API, or a page that takes our marks or our card away. */
export type Limit = 'no-highlights' | 'marks-removed' | 'host-removed';

/** What a tab's overlay knows, for the popup. */
export type PageState =
  | { status: 'loading' }
  | { status: 'report'; reply: PageReply; quiet: boolean; shown: string[]; limits?: Limit[] }
  | { status: 'not-topical' | 'no-article' | 'language' | 'off' | 'off-site' | 'not-chosen' | 'click-only' }
  | { status: 'fault'; fault: Fault };

/** To the background. */
export interface ToBackground {
  /** The scout found a topical page: inject the overlay into the sender's frame. */
  'page.topical': { request: { force?: boolean }; reply: null };
  /** The overlay found something to show: put the card's code beside it, into the sender's frame. */
  'page.card': { request: null; reply: Result<null> };
  /** The overlay's question; also sets the badge of the sender's tab. */
  'page.report': { request: { article: Article }; reply: Result<PackedReply> };
  /** All dots of one proposition before a day. */
  'page.timeline': { request: { proposition: string; before: string | null }; reply: Result<TimelineDot[]> };
  /** Popup: read this tab although the scout or the settings said no. */
  'page.force': { request: { tabId: number }; reply: Result<null> };
  'mute.add': { request: { mute: Mute }; reply: Result<{ id: string }> };
  'mute.remove': { request: { id: string }; reply: Result<null> };
  /** Is the corpus there, how big, and what is wrong with it. */
  'corpus.status': { request: null; reply: Result<CorpusStatus> };
  /** From our own pages: the corpus was changed, whoever did it. Open pages of news ask for their reports again. */
  'corpus.changed': { request: null; reply: null };
  'corpus.put': { request: { statement: Statement; pack: string }; reply: Result<{ id: string }> };
  'corpus.delete': { request: { ids: string[] }; reply: Result<{ count: number }> };
  'corpus.undo': { request: null; reply: Result<{ label: string } | null> };
  'corpus.redo': { request: null; reply: Result<{ label: string } | null> };
  /** What the engine makes of one statement's words, and which words led to it. `date` settles who held which title. */
  'reading.propose': {
    request: { text: string; speaker: string; date?: string | null };
    reply: Result<(Reading & { because: string[] })[]>;
  };
  'subscription.list': { request: null; reply: Result<SubscriptionView[]> };
  /** Asks an address for its index; stores nothing. */
  'subscription.offer': { request: { url: string }; reply: Result<SubscriptionOffer> };
  'subscription.add': { request: { url: string; automatic: boolean }; reply: Result<SubscriptionView> };
  'subscription.check': { request: { id: string }; reply: Result<SubscriptionView> };
  /** Loads the newer version and says what it would change. */
  'subscription.changes': { request: { id: string }; reply: Result<PackChanges> };
  /** Applies the version whose file has this SHA-256, the one that was shown; `choice` settles its conflicts. */
  'subscription.apply': {
    request: { id: string; sha256: string; choice: Choice | null };
    reply: Result<SubscriptionView>;
  };
  /** Conflicts of a version that came without being shown, and the reader's word on them. */
  'subscription.conflicts': { request: { id: string }; reply: Result<UnseenConflicts> };
  'subscription.settle': { request: { id: string; choice: Choice }; reply: Result<{ count: number }> };
  /** Stops what is being loaded from this address; nothing of it is kept. */
  'subscription.cancel': { request: { url: string }; reply: null };
  'subscription.rollBack': { request: { id: string }; reply: Result<SubscriptionView> };
  'subscription.set': { request: { id: string; automatic: boolean }; reply: Result<SubscriptionView> };
  'subscription.end': { request: { id: string }; reply: Result<null> };
  'options.open': { request: { hash: string }; reply: null };
}

export interface CorpusStatus {
  ready: boolean;
  statements: number;
  packs: (Pick<Pack, 'id' | 'title' | 'languages' | 'version' | 'date'> & { statements: number; enabled: boolean })[];
  fault: Fault | null;
}

/** To the overlay of a tab. */
export interface ToOverlay {
  'overlay.state': { request: null; reply: PageState };
  'overlay.goto': { request: { passage: string }; reply: null };
  'overlay.command': {
    /** `read`: the page has changed, look at it again. `again`: the corpus has. */
    request: { command: 'next-passage' | 'previous-passage' | 'open-card' | 'show-all' | 'read' | 'again' };
    reply: null;
  };
  /** Leave the page: marks, host and listeners go. */
  'overlay.leave': { request: null; reply: null };
}

/** Names of the messages that change stored data or ask a host; `utils/messaging.ts` refuses them from web pages' contexts. */
export const writing: readonly (keyof ToBackground)[] = [
  'corpus.changed',
  'corpus.put',
  'corpus.delete',
  'corpus.undo',
  'corpus.redo',
  'subscription.list',
  'subscription.offer',
  'subscription.add',
  'subscription.check',
  'subscription.changes',
  'subscription.apply',
  'subscription.conflicts',
  'subscription.settle',
  'subscription.cancel',
  'subscription.rollBack',
  'subscription.set',
  'subscription.end',
];
