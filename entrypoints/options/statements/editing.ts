/** The record in the editor: begun, typed in, saved into the corpus or given up. */
import { type Draft, draftOf, emptyDraft, sameDraft, typedOn } from '../../../components/editor/draft';
import { fingerprint } from '../../../utils/corpus/same';
import { t } from '../../../utils/i18n';
import { send } from '../../../utils/messaging';
import type { Reading, Statement } from '../../../utils/types';
import { corpus, tell, tellFault } from '../state';
import { lookAround } from './around';
import { draftFor, dropDraft, keepDraft } from './drafts';
import { checked, type Editing, editing, isChanged } from './edited';

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
