/** What stands around the record in the editor: the stances that the engine reads from its words, and its doubles. */
import { signal } from '@preact/signals';
import type { Double } from '../../../components/editor/Doubles';
import type { Proposal } from '../../../components/editor/Proposals';
import { send } from '../../../utils/messaging';
import { corpus } from '../state';
import { checked, editing } from './edited';

/** Null while the engine reads. */
export const proposals = signal<Proposal[] | null>([]);
export const doubles = signal<Double[]>([]);

let pause: ReturnType<typeof setTimeout> | undefined;
/** The engine and the search for doubles wait until nothing was typed for so long, ms. */
const PAUSE = 250;

/** Looks again, once nothing was typed for a moment. */
export function lookAround(): void {
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
