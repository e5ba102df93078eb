/** The record that is open: the statement, its past, and where it stands in the list. */
import { signal } from '@preact/signals';
import { changesBetween, type PastEntry } from '../../../components/editor/changes';
import type { CorpusDb } from '../../../utils/corpus/db';
import { toStatement } from '../../../utils/corpus/keys';
import { activeLayers, topRow } from '../../../utils/corpus/layers';
import { MINE } from '../../../utils/corpus/rows';
import type { ListedStatement, PastStep, Query } from '../../../utils/corpus-service';
import { t } from '../../../utils/i18n';
import type { Statement } from '../../../utils/types';
import { change } from '../route';
import { claimOf, corpus, packs, packTitle, tellFault } from '../state';
import { isNew } from './drafts';

export interface OpenRecord {
  id: string;
  /** Null: there is none (any more). */
  record: ListedStatement | null;
  past: PastEntry[];
  /** From 0; null when it does not pass the filter. */
  position: number | null;
}

/** Null while nothing is open or the record is on its way. */
export const openRecord = signal<OpenRecord | null>(null);

const stanceOf = (stance: string): string => t(`optionsStance_${stance}`);

/** A pack that is gone has left its name with the step. */
const titleOf = ({ by, byTitle }: PastStep): string =>
  packs.value.some((pack) => pack.id === by) ? packTitle(by) : byTitle || by;

const entryOf = (step: PastStep): PastEntry => ({
  at: step.at,
  pack: step.by === 'mine' ? null : titleOf(step),
  label: step.label,
  undone: step.undone,
  changes: step.before && step.after ? changesBetween(step.before, step.after, claimOf, stanceOf) : [],
  state: step.after,
});

/** What a pack has under an id, whether the reader changed it or not. */
async function ofPacks(db: CorpusDb, id: string): Promise<{ statement: Statement; pack: string } | null> {
  const layers = activeLayers(packs.value).filter((layer) => layer.pack !== MINE);
  const found = await topRow(db, id, layers).catch(() => undefined);
  return found ? { statement: toStatement(found.row), pack: found.layer.pack } : null;
}

/** The steps, and below them the record as its pack brought it, where no step tells of that. */
function pastOf(steps: readonly PastStep[], origin: Awaited<ReturnType<typeof ofPacks>>): PastEntry[] {
  // The first own change of a pack's record covers it, so that nothing of one's own stood there before.
  const entries = steps.map((step, i) =>
    entryOf(
      i === steps.length - 1 && !step.before && step.by === MINE
        ? { ...step, before: origin?.statement ?? null }
        : step,
    ),
  );
  const pack = packs.value.find((p) => p.id === origin?.pack);
  if (!origin || !pack || steps.some((step) => step.by === pack.id)) return entries;
  const label = t('pastFromPack', pack.version);
  return [...entries, { at: pack.date, pack: packTitle(pack.id), label, changes: [], state: origin.statement }];
}

let turn = 0;

/** Reads the record of an id anew. */
export async function readRecord(db: CorpusDb, id: string | null, query: Query): Promise<void> {
  turn += 1;
  const mine = turn;
  if (id === null || isNew(id)) {
    openRecord.value = null;
    return;
  }
  const [found, past, at, origin] = await Promise.all([
    corpus.statement(id),
    corpus.past(id),
    corpus.position(query, id),
    ofPacks(db, id),
  ]);
  if (mine !== turn) return;
  if (!found.ok) return tellFault(found.fault);
  openRecord.value = {
    id,
    record: found.value,
    past: pastOf(past.ok ? past.value : [], origin),
    position: at.ok ? at.value : null,
  };
}

/** Opens the record before (-1) or after (1) the open one in the list. */
export async function turnPage(query: Query, by: 1 | -1): Promise<void> {
  const position = openRecord.value?.position ?? null;
  if (position === null || position + by < 0) return;
  const page = await corpus.rows(query, position + by, 1);
  const next = page.ok ? page.value.rows[0] : undefined;
  if (next) change({ id: next.id });
}
