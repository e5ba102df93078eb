/** The history as views show it: steps in words, and what each did to one record. */
import type { PastStep, StepView } from '../../corpus-service';
import { t } from '../../i18n';
import type { CorpusDb } from '../db';
import { redo, undo } from '../history';
import { toStatement } from '../keys';
import { activeLayers, topRows } from '../layers';
import { type Change, MINE, type PackRow, type StatementRow, type Step } from '../rows';

const layersOf = (pack: PackRow | null): number[] => (pack?.layers ?? []).map(({ gen }) => gen);

/** Records a change concerns; null for a pack that was switched, removed or brought back. */
function countOf({ changes }: Step): number | null {
  const rows = changes.filter(({ table }) => table !== 'packs').length;
  if (rows > 0) return rows;
  const pack = changes.find((change) => change.table === 'packs');
  const old = new Set(layersOf(pack?.before ?? null));
  const fresh = (pack?.after?.layers ?? []).filter(({ gen }) => !old.has(gen));
  return fresh.length > 0 ? fresh.reduce((sum, layer) => sum + (layer.rows ?? layer.count), 0) : null;
}

function viewOf(step: Step): StepView {
  const other = step.changes.find((change) => change.table === 'packs' && (change.after ?? change.before)?.id !== MINE);
  const pack = other?.table === 'packs' ? (other.after ?? other.before) : null;
  return {
    seq: step.seq,
    at: step.at,
    label: t(step.label.key, ...step.label.args),
    by: pack?.id ?? MINE,
    byTitle: pack?.title ?? '',
    undone: step.undone === 1,
    count: countOf(step),
  };
}

/** Steps, the newest first. */
export async function steps(db: CorpusDb, limit: number): Promise<StepView[]> {
  return (await db.history.orderBy(':id').reverse().limit(limit).toArray()).map(viewOf);
}

/** What one pack's layers held under an id before and after a change. */
async function ofPack(
  db: CorpusDb,
  id: string,
  change: Change & { table: 'packs' },
): Promise<[StatementRow?, StatementRow?]> {
  const top = async (gens: number[]): Promise<StatementRow | undefined> =>
    (await db.statements.bulkGet(gens.reverse().map((gen): [number, string] => [gen, id]))).find(Boolean);
  return Promise.all([top(layersOf(change.before)), top(layersOf(change.after))]);
}

const shown = (row: StatementRow | null | undefined): PastStep['before'] =>
  row && !row.gone ? toStatement(row) : null;

type Effect = Pick<PastStep, 'before' | 'after'>;

/** `below`: the record of another pack that the reader's own shadows. */
async function effect(db: CorpusDb, id: string, step: Step, below: StatementRow | undefined): Promise<Effect | null> {
  const ends = (before: StatementRow | null | undefined, after: StatementRow | null | undefined): Effect => {
    const shadowed = (one: typeof before, other: typeof before) => one ?? (other?.over === undefined ? one : below);
    return { before: shown(shadowed(before, after)), after: shown(shadowed(after, before)) };
  };
  for (const change of step.changes) {
    if (change.table === 'statements' && (change.after ?? change.before)?.id === id)
      return ends(change.before, change.after);
    if (change.table !== 'packs') continue;
    const [before, after] = await ofPack(db, id, change);
    const same = before?.gen === after?.gen && change.before?.enabled === change.after?.enabled;
    if (!same) return ends(before, after);
  }
  return null;
}

/** A record's past: every step that touched it, alone or with a whole layer or pack, the newest first. */
export async function pastOf(db: CorpusDb, id: string): Promise<PastStep[]> {
  const others = activeLayers(await db.packs.toArray()).filter((layer) => layer.pack !== MINE);
  const [below] = await topRows(db, [id], others);
  const found: PastStep[] = [];
  for (const step of await db.history.orderBy(':id').reverse().toArray()) {
    const did = await effect(db, id, step, below?.row);
    if (did) found.push({ ...viewOf(step), ...did });
  }
  return found;
}

/** Undoes or redoes until `seq` is the last step in force. Returns how many steps were made. */
export async function goTo(db: CorpusDb, seq: number): Promise<number> {
  for (let made = 0; ; made += 1) {
    const last = await db.history.where('undone').equals(0).last();
    if ((last?.seq ?? 0) > seq) await undo(db);
    else if (((await db.history.where('undone').equals(1).first())?.seq ?? Number.POSITIVE_INFINITY) <= seq)
      await redo(db);
    else return made;
  }
}
