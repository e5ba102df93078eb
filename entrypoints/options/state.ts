/** What every view of the page shares: packs, claims, the last word said to the reader; kept up to date. */
import { signal } from '@preact/signals';
import { lostOf } from '../../utils/corpus/copy/loss';
import type { CorpusDb } from '../../utils/corpus/db';
import { readLore } from '../../utils/corpus/lore';
import type { PackRow } from '../../utils/corpus/rows';
import type { LostCorpus, StepView } from '../../utils/corpus-service';
import { t, uiLanguage } from '../../utils/i18n';
import { inLanguage, packNameOf, termOf, termsIn, whoLine } from '../../utils/in-language';
import { send } from '../../utils/messaging';
import type { Fault, Proposition, Statement, TopicWords } from '../../utils/types';
import { type Corpus, openCorpusService } from './service';
import { lookForConflicts } from './unsettled';

export const corpus: Corpus = openCorpusService();

export const packs = signal<PackRow[]>([]);
/** In the reader's language where the pack has them in it: for showing, never for writing back. */
export const propositions = signal<Proposition[]>([]);
/** Names, roles and sides in the reader's language. */
const terms = signal<TopicWords>({});
/** The steps that undo and redo would take; null: none. */
export const nextSteps = signal<{ undo: StepView | null; redo: StepView | null }>({ undo: null, redo: null });
/** Grows with every change of the corpus, here or elsewhere: views that show it ask again. */
export const version = signal(0);
/** How much of the statements that the worker is taking into its lists is there, 0 to 1; null: all. */
export const filling = signal<number | null>(null);
/** What is wrong with the store, shown on every view. */
export const storeFault = signal<Fault | null>(null);
/** What the browser lost of the store, until the reader said what to do. */
export const lost = signal<LostCorpus | null>(null);
/** The last thing done, in words, with a way back where there is one. */
export const notice = signal<{ text: string; undo: boolean; fault: boolean; seq?: number } | null>(null);

/** Says what was done. With `undo` it offers the way back, for as long as that step is the last one. */
export function tell(text: string, undo = false): void {
  const said = { text, undo, fault: false };
  notice.value = said;
  if (!undo) return;
  void corpus.history(1).then((steps) => {
    const seq = steps.ok ? steps.value[0]?.seq : undefined;
    if (notice.value === said && seq !== undefined) notice.value = { ...said, seq };
  });
}
export const tellFault = (fault: Fault): void => {
  notice.value = { text: `${fault.message} ${fault.todo ?? ''}`.trim(), undo: false, fault: true };
};

/** A pack's name for readers. */
export const packTitle = (id: string): string => {
  const pack = packs.value.find((one) => one.id === id);
  return id === 'mine' ? t('optionsMine') : (pack && packNameOf(pack, uiLanguage())) || id;
};

export const claimOf = (id: string): string => propositions.value.find((p) => p.id === id)?.claim ?? id;
export const labelOf = (id: string): string => {
  const found = propositions.value.find((p) => p.id === id);
  return found?.label ?? found?.claim ?? id;
};

/** A speaker's name in the reader's language; lists, filters and addresses go by the name that the statements have. */
export const nameOf = (speaker: string): string => termOf(terms.value.names, speaker);
export const roleOf = (role = ''): string => termOf(terms.value.roles, role);
export const sideOf = (side = ''): string => termOf(terms.value.sides, side);
/** Who a speaker was: role and side. */
export const aboutOf = (statement: Pick<Statement, 'role' | 'side'> = {}): string => whoLine(statement, terms.value);

/** The packs whose claims and terms are here. */
let learnt = '';

/** Takes over what the packs teach. That is megabytes to read, so only where other packs are there than before. */
async function learn(db: CorpusDb, rows: readonly PackRow[]): Promise<void> {
  const key = JSON.stringify(
    rows.flatMap(({ id, kind, enabled, sha256, updated }) => (kind === 'mine' ? [] : [[id, enabled, sha256, updated]])),
  );
  if (key !== learnt) {
    const lore = await readLore(db);
    terms.value = termsIn(lore.topics, uiLanguage());
    propositions.value = lore.propositions.map((proposition) => inLanguage(proposition, uiLanguage()));
    learnt = key;
  }
  // Told again each time: the worker may have begun anew.
  void corpus.callSpeakers(terms.value);
}

async function refresh(db: CorpusDb): Promise<void> {
  const [rows, steps, missed] = await Promise.all([db.packs.toArray(), corpus.history(250), lostOf(db)]);
  await learn(db, rows);
  packs.value = rows;
  lost.value = missed;
  void lookForConflicts(db, rows).catch(() => undefined);
  if (steps.ok)
    nextSteps.value = {
      undo: steps.value.find((step) => !step.undone) ?? null,
      redo: steps.value.findLast((step) => step.undone) ?? null,
    };
  const now = notice.value;
  if (now?.seq !== undefined && now.seq !== nextSteps.value.undo?.seq) notice.value = { ...now, undo: false };
  version.value += 1;
}

/** Begins to keep the state; on a first visit the background may still be taking the bundled pack in. */
export async function follow(db: CorpusDb, signal: AbortSignal): Promise<void> {
  const opened = await corpus.open();
  if (!opened.ok) storeFault.value = opened.fault;
  const again = (): void => void refresh(db).catch(() => undefined);
  corpus.listen((event) => {
    if (event.event === 'fault') storeFault.value = event.fault;
    if (event.event === 'changed') {
      again();
      // Whoever reads pages may be asleep, and the change made by our worker.
      void send('corpus.changed', null);
    }
    if (event.event !== 'catalogue') return;
    filling.value = event.complete ? null : event.done / Math.max(1, event.all);
    if (event.complete) version.value += 1;
  }, signal);
  again();
  const reply = await send('corpus.status', null);
  storeFault.value = reply.ok ? reply.value.fault : reply.fault;
  // The background has looked by now whether anything was lost, and taken the bundled pack in.
  again();
}

/** Asks the store anew after a fault. */
export async function tryAgain(db: CorpusDb): Promise<void> {
  storeFault.value = null;
  const reply = await send('corpus.status', null);
  storeFault.value = reply.ok ? reply.value.fault : reply.fault;
  await refresh(db).catch(() => undefined);
}

/** The way back that the last word offers. It leads back one step, however often it is pressed. */
export async function undoTold(): Promise<void> {
  const now = notice.value;
  if (!now?.undo) return;
  notice.value = { ...now, undo: false };
  await step('undo');
}

/** Undoes or redoes one step and says which. */
export async function step(way: 'undo' | 'redo'): Promise<void> {
  const reply = await corpus[way]();
  if (!reply.ok) return tellFault(reply.fault);
  if (!reply.value) tell(t('optionsNothingLeft'));
  else tell(t(way === 'undo' ? 'optionsUndone' : 'optionsRedone', reply.value.label));
}
