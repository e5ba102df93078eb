/** The record in the editor: its draft, what is wrong with it, what the engine reads from it, and the way into the corpus. */
import { signal } from '@preact/signals';
import type { Double } from '../../../components/editor/Doubles';
import { type Draft, draftOf, emptyDraft, recordOf, sameDraft, typedOn } from '../../../components/editor/draft';
import type { Proposal } from '../../../components/editor/Proposals';
import { checkStatement } from '../../../utils/corpus/check-statement';
import { type RowFault, rowWords } from '../../../utils/corpus/row-faults';
import { fingerprint } from '../../../utils/corpus/same';
import { t } from '../../../utils/i18n';
import { send } from '../../../utils/messaging';
import type { Reading, Statement } from '../../../utils/types';
import { corpus, tell, tellFault } from '../state';
import { draftFor, dropDraft, keepDraft } from './drafts';

export interface Editing {
  key: string;
  /** The record as it was when editing began; null for a new one. */
  before: Statement | null;
  draft: Draft;
  /** Fields somebody has typed in: only they, and after an attempt to save all, show what is wrong. */
  touched: ReadonlySet<string>;
  tried: boolean;
  saving: boolean;
  /** The record was changed elsewhere since. */
  overtaken: boolean;
}

export const editing = signal<Editing | null>(null);
/** Null while the engine reads. */
export const proposals = signal<Proposal[] | null>([]);
export const doubles = signal<Double[]>([]);

/** What is wrong, as a form says it: days and claims are chosen there, not written. */
export function inForm(fault: RowFault): string {
  const { message, todo } = rowWords(fault);
  if (/^(?:date|source\.published)$/.test(fault.field)) return `${message} ${t('editorDayTodo')}`;
  return fault.code === 'noProposition' ? t('editorClaimTodo') : `${message} ${todo}`;
}

/** The draft as a record, and its faults by field. */
export function checked({ draft, before }: Pick<Editing, 'draft' | 'before'>): {
  statement: Statement | null;
  errors: Record<string, string>;
} {
  const faults: RowFault[] = [];
  const statement = checkStatement(recordOf(draft, before), 1, {}, faults);
  const errors: Record<string, string> = {};
  for (const fault of faults) {
    errors[fault.field] ??= inForm(fault);
  }
  return { statement, errors };
}

/** The faults to be shown now. */
export function shownErrors(now: Editing): Record<string, string> {
  const { errors } = checked(now);
  if (now.tried || now.before) return errors;
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => now.touched.has(field.replace(/^source\.|\[.*$/g, ''))),
  );
}

const contentOf = (now: Editing): Draft => (now.before ? draftOf(now.before) : emptyDraft);
export const isChanged = (now: Editing): boolean => !sameDraft(now.draft, contentOf(now));

/** Fields in which something stands already: what is wrong with them is shown at once. */
const typedIn = (draft: Draft = emptyDraft): ReadonlySet<string> =>
  new Set(
    Object.keys(draft).filter((key) => String(draft[key as keyof Draft]) !== String(emptyDraft[key as keyof Draft])),
  );

/** Begins to edit a record (null: a new one), with the draft that was kept of it. */
export function beginEditing(key: string, record: Statement | null): void {
  const kept = draftFor(key);
  const overtaken = kept !== null && record !== null && kept.base !== fingerprint(record);
  editing.value = {
    key,
    before: record,
    draft: kept?.draft ?? (record ? draftOf(record) : emptyDraft),
    touched: typedIn(kept?.draft),
    tried: false,
    saving: false,
    overtaken,
  };
  lookAround();
}

/** The record was changed elsewhere while it is being edited: what is typed stays, and a note says so. */
export function baseChanged(record: Statement | null): void {
  const now = editing.value;
  if (!now?.before || !record || fingerprint(now.before) === fingerprint(record)) return;
  if (!isChanged(now)) {
    editing.value = { ...now, before: record, draft: draftOf(record) };
    return;
  }
  editing.value = { ...now, before: record, overtaken: true };
  // Whoever saved elsewhere let the draft go that both pages shared; what is typed here is kept on.
  keep(now);
}

let pause: ReturnType<typeof setTimeout> | undefined;
/** The engine and the search for doubles wait until nothing was typed for so long, ms. */
const PAUSE = 250;

function lookAround(): void {
  clearTimeout(pause);
  pause = setTimeout(() => void Promise.all([propose(), findDoubles()]), PAUSE);
}

async function propose(): Promise<void> {
  const now = editing.value;
  if (!now) return;
  const text = now.draft.quote.trim() || now.draft.gist.trim();
  if (text === '') {
    proposals.value = [];
    return;
  }
  proposals.value = null;
  const { speaker, date } = now.draft;
  const reply = await send('reading.propose', { text, speaker, date: date || null });
  if (editing.value?.draft.quote === now.draft.quote && editing.value.draft.gist === now.draft.gist)
    proposals.value = reply.ok ? reply.value : [];
}

async function findDoubles(): Promise<void> {
  const now = editing.value;
  const { statement } = now ? checked(now) : { statement: null };
  if (!now || !statement) {
    doubles.value = [];
    return;
  }
  const found = await corpus.duplicates(statement);
  const others = found.ok ? found.value.map(({ id }) => id).filter((id) => id !== statement.id && id !== now.key) : [];
  // A new record's id is made of what it says: one that says the same has it already.
  const ids = now.before ? others : [statement.id, ...others];
  const records = await Promise.all(ids.slice(0, 5).map((id) => corpus.statement(id)));
  if (editing.value?.key !== now.key) return;
  doubles.value = records.flatMap((r) =>
    r.ok && r.value
      ? [{ id: r.value.id, speaker: r.value.speaker, date: r.value.date, words: r.value.quote || r.value.gist }]
      : [],
  );
}

/** What was typed. It is kept before anything else happens. */
export function type(draft: Draft): void {
  const now = editing.value;
  if (!now) return;
  const touched = new Set(now.touched);
  for (const key of Object.keys(draft) as (keyof Draft)[]) if (draft[key] !== now.draft[key]) touched.add(key);
  const next = { ...now, draft, touched };
  editing.value = next;
  if (isChanged(next)) keep(next);
  else dropDraft(now.key);
  lookAround();
}

/** Keeps what is typed, or says that the browser has no room for it. */
function keep({ key, draft, before }: Editing): void {
  const base = before ? fingerprint(before) : '';
  if (keepDraft({ key, draft, base, at: Date.now() })) return;
  tellFault({ code: 'draft', message: t('editorNoDraft'), todo: t('editorNoDraftTodo') });
}

/** A new record without stances gets the engine's, marked as such until somebody confirms them (docs/formats.md). */
async function withProposals(statement: Statement): Promise<Statement> {
  if (statement.readings.length > 0) return statement;
  const { quote, gist, speaker, date } = statement;
  const reply = await send('reading.propose', { text: quote || gist, speaker, date });
  const readings = reply.ok ? reply.value.map(({ because: _, ...reading }): Reading => reading) : [];
  return { ...statement, readings };
}

/** A new record never takes the place of one that is there, though it says the same and would get the same id. */
async function withFreeId(statement: Statement): Promise<Statement> {
  let { id } = statement;
  for (let n = 2; ; n += 1) {
    const there = await corpus.statement(id);
    if (!there.ok || !there.value) return { ...statement, id };
    id = `${statement.id}-${n}`;
  }
}

/** Another state of what is edited, where that is still the record of `key`. */
function update(key: string, change: Partial<Editing>): void {
  if (editing.value?.key === key) editing.value = { ...editing.value, ...change };
}

/** Lets the draft of what was saved go; what was typed on since stays, as a draft of the record that is there now. */
function settle(was: Editing, saved: Statement): void {
  const open = editing.value?.key === was.key ? editing.value : null;
  const later = open?.draft ?? draftFor(was.key)?.draft;
  dropDraft(was.key);
  const more = later && !sameDraft(later, was.draft);
  if (more) {
    const draft = typedOn(was.draft, later, draftOf(saved));
    const next = { ...(open ?? was), key: saved.id, before: saved, draft, saving: false, overtaken: false };
    keep(next);
    if (open) editing.value = next;
  } else if (open) editing.value = null;
}

/** Saves. Returns the id, or null when something is wrong; then the fields say what. */
export async function save(): Promise<string | null> {
  const now = editing.value;
  if (!now || now.saving) return null;
  const { statement } = checked(now);
  if (!statement) {
    editing.value = { ...now, tried: true };
    return null;
  }
  editing.value = { ...now, saving: true };
  const record = now.before ? statement : await withFreeId(await withProposals(statement));
  const reply = await corpus.put(record);
  if (!reply.ok) {
    update(now.key, { saving: false });
    tellFault(reply.fault);
    return null;
  }
  const { id } = reply.value;
  settle(now, { ...record, id });
  tell(t(now.before ? 'editorSaved' : 'editorAdded'), true);
  return id;
}

/** Gives the changes up. */
export function discard(): void {
  if (editing.value) dropDraft(editing.value.key);
  editing.value = null;
}
