/** The history as views show it: steps in words, and what each did to one record. */
import type { PastStep, StepView } from '../../corpus-service';
import type { CorpusDb } from '../db';
import { changesOf, redo, undo } from '../history';
import { toStatement } from '../keys';
import { activeLayers, topRows } from '../layers';
import { type Change, MINE, type PackRow, type StatementRow, type Step } from '../rows';
import { stepWords } from '../step-words';

const viewOf = ({ seq, at, label, by, byTitle, undone, count }: Step): StepView => ({
  seq,
  at,
  label: stepWords(label),
  by,
  byTitle,
  undone: undone === 1,
  count,
});

/** Steps, the newest first. */
export async function steps(db: CorpusDb, limit: number): Promise<StepView[]> {
  return (await db.history.orderBy(':id').reverse().limit(limit).toArray()).map(viewOf);
}

const shown = (row: StatementRow | null | undefined): PastStep['before'] =>
  row && !row.gone ? toStatement(row) : null;

/** The record of another pack below the reader's, before and after a step. */
interface Below {
  before: StatementRow | undefined;
  after: StatementRow | undefined;
}
type Effect = Pick<PastStep, 'before' | 'after'>;

/** One record's past, followed back from today. */
class Past {
  /** What a generation held under the id before the steps that were passed: its row today may be a later one. */
  private readonly earlier = new Map<number, StatementRow | null>();

  constructor(
    private readonly db: CorpusDb,
    private readonly id: string,
    /** The record of another pack that the reader's own shadows, as of the steps that were passed. */
    private below: StatementRow | undefined,
  ) {}

  /** What a step did to the record; null: nothing. Steps come newest first. */
  async effect({ seq, undone }: Step): Promise<Effect | null> {
    const changes = await changesOf(this.db, seq);
    const rows = changes.filter((change) => change.table === 'statements');
    const below = (await this.moved(changes)) ?? { before: this.below, after: this.below };
    if (!undone) this.below = below.before;
    const own = rows.find(({ before, after }) => (after ?? before)?.id === this.id);
    if (own) {
      const gen = (own.after ?? own.before)?.gen as number;
      if (!undone) this.earlier.set(gen, own.before);
      return this.ends(own.before, own.after, below);
    }
    for (const change of changes) {
      if (change.table !== 'packs') continue;
      // A step that changed records one by one moved no other of the reader's, even if it began the layer they lie in.
      if (rows.length > 0 && (change.after ?? change.before)?.id === MINE) continue;
      const [before, after] = [await this.top(change.before), await this.top(change.after)];
      if (before?.gen !== after?.gen || (before && change.before?.enabled !== change.after?.enabled))
        return this.ends(before, after, below);
    }
    return null;
  }

  private async top(pack: PackRow | null): Promise<StatementRow | undefined> {
    for (const { gen } of (pack?.layers ?? []).toReversed()) {
      const row = this.earlier.has(gen) ? this.earlier.get(gen) : await this.db.statements.get([gen, this.id]);
      if (row) return row;
    }
    return undefined;
  }

  /** What a step did to the record of another pack; null: nothing. */
  private async moved(changes: readonly Change[]): Promise<Below | null> {
    for (const change of changes) {
      if (change.table !== 'packs' || (change.after ?? change.before)?.id === MINE) continue;
      const [before, after] = [await this.top(change.before), await this.top(change.after)];
      if (before?.gen !== after?.gen) return { before, after };
    }
    return null;
  }

  private ends(before: StatementRow | null | undefined, after: StatementRow | null | undefined, below: Below): Effect {
    const shadowed = (one: typeof before, other: typeof before, under: StatementRow | undefined) =>
      one ?? (other?.over === undefined ? one : under);
    return { before: shown(shadowed(before, after, below.before)), after: shown(shadowed(after, before, below.after)) };
  }
}

/** A record's past: every step that touched it, alone or with a whole layer or pack, the newest first. */
export async function pastOf(db: CorpusDb, id: string): Promise<PastStep[]> {
  const others = activeLayers(await db.packs.toArray()).filter((layer) => layer.pack !== MINE);
  const [below] = await topRows(db, [id], others);
  const past = new Past(db, id, below?.row);
  // Steps that name the record, and those that moved whole layers, in which it may have been.
  const own = await db.history.where('ids').equals(id).toArray();
  const whole = await db.history.where('gens').above(0).distinct().toArray();
  const steps = new Map([...own, ...whole].map((step) => [step.seq, step]));
  const found: PastStep[] = [];
  for (const step of [...steps.values()].sort((a, b) => b.seq - a.seq)) {
    const did = await past.effect(step);
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
