/**
 * The second copy: all that is stored, beside the database. A browser that finds a database damaged may empty it without
 * asking, and then the copy is all there is. It is a backup in files, of which a change adds a few small ones: rows of a
 * generation are written once, and after that only those that the history's steps have moved.
 */
import type { CorpusDb } from '../db';
import { changesOf } from '../history';
import { sha256 } from '../packs';
import { type GenerationRow, type MetaRow, MINE, type MuteRow, type PackRow, type Step } from '../rows';
import type { CopyFolder } from './folder';
import { type CopyHead, emptyHead, headOf, markOf, type Part, writeHead } from './head';
import { LOST } from './loss';
import { movedSteps } from './moved';
import { nameOf, PartWriter, stepName } from './parts';

const SUBSCRIPTIONS = 'subscription:';
/** Files of later rows before all of the reader's rows are written anew. */
const MOST_LATER = 100;

interface State {
  packs: PackRow[];
  generations: GenerationRow[];
  mutes: MuteRow[];
  history: Step[];
  meta: MetaRow[];
}

/** The small tables, as they are at one moment. */
const stateOf = (db: CorpusDb): Promise<State> =>
  db.transaction('r', db.packs, db.generations, db.mutes, db.history, db.meta, async () => ({
    packs: await db.packs.toArray(),
    generations: await db.generations.filter(({ state }) => state === 'whole').toArray(),
    mutes: await db.mutes.toArray(),
    history: await db.history.toArray(),
    meta: await db.meta.filter(({ key }) => key !== LOST).toArray(),
  }));

/** A text that changes with whatever the copy holds. */
const stampOf = ({ packs, generations, mutes, history, meta }: State): Promise<string> =>
  sha256(
    new TextEncoder().encode(
      JSON.stringify([packs, generations, mutes.map(({ id }) => id), history.map(markOf), meta]),
    ),
  );

/** How many statements are the reader's, and whether anything at all is. */
async function ownOf(db: CorpusDb, { packs, mutes, meta }: State): Promise<Pick<CopyHead, 'statements' | 'own'>> {
  const layers = packs.find(({ id }) => id === MINE)?.layers ?? [];
  const statements = layers.reduce((sum, { count }) => sum + count, 0);
  const covering = await db.statements
    .where('over')
    .anyOf(layers.map(({ gen }) => gen))
    .count();
  const others = packs.some(({ kind, enabled }) => kind === 'file' || kind === 'subscribed' || !enabled);
  const followed = meta.some(({ key }) => key.startsWith(SUBSCRIPTIONS));
  return { statements, own: statements + covering + mutes.length > 0 || others || followed };
}

/** Rows of the reader's that steps moved; null where it cannot be told, or it is time to write them all anew. */
async function movedRows(db: CorpusDb, head: CopyHead, { history }: State): Promise<[number, string][] | null> {
  const steps = head.stamp === '' ? null : movedSteps(head.steps, history.map(markOf));
  if (!steps || head.parts.filter(({ kind }) => kind === 'later').length >= MOST_LATER) return null;
  const keys = new Map<string, [number, string]>();
  for (const seq of steps)
    for (const change of await changesOf(db, seq)) {
      const row = change.table === 'statements' ? (change.after ?? change.before) : null;
      if (row) keys.set(`${row.gen} ${row.id}`, [row.gen, row.id]);
    }
  return [...keys.values()];
}

/** Is a file of the copy still one of the state's? */
function belongs(part: Part, generations: ReadonlySet<string>, steps: ReadonlySet<string>): boolean {
  if (part.kind === 'rows') return generations.has(part.of ?? '');
  if (part.kind === 'changes') return part.steps?.some((step) => steps.has(step)) ?? false;
  return part.kind === 'later';
}

/** Brings the copy up to date; cheap when little changed. Must not be called while a loss waits for the reader's word. */
export async function keepCopy(db: CorpusDb, folder: CopyFolder): Promise<void> {
  const state = await stateOf(db);
  const stamp = await stampOf(state);
  const old = await headOf(folder);
  if (old?.stamp === stamp) return;
  const { statements, own } = await ownOf(db, state);
  // Where nothing is the reader's own there is nothing to keep, and no file to begin.
  if (!old && !own) return;
  const was = old ?? emptyHead();
  const moved = await movedRows(db, was, state);
  const generations = new Set(state.generations.map(nameOf));
  const steps = new Set(state.history.map(stepName));
  const stays = (part: Part): boolean =>
    belongs(part, generations, steps) && (moved !== null || !(part.kind === 'later' || part.pack === MINE));
  const kept = was.parts.filter(stays);
  // Until the new head is in place the old files count; the next state's gather in `begun`.
  const head: CopyHead = { ...was, begun: was.begun.filter(stays) };
  const writer = new PartWriter(db, folder, head, kept);
  for (const row of state.generations) await writer.generation(row);
  await writer.later(moved?.filter(([gen]) => state.generations.some((row) => row.gen === gen)) ?? []);
  const told = new Set(kept.flatMap((part) => part.steps ?? []));
  await writer.changes(state.history.filter((step) => !told.has(stepName(step))));
  await writer.tables({ ...state });
  const parts = [...kept, ...head.begun];
  const made = new Date().toISOString();
  const marks = state.history.map(markOf);
  await writeHead(folder, { ...head, made, stamp, statements, own, steps: marks, parts, begun: [] });
  const names = new Set(parts.map(({ name }) => name));
  for (const { name } of [...was.parts, ...was.begun]) if (!names.has(name)) await folder.remove(name);
}
