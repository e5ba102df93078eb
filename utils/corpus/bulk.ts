/** One change of many records: one step of the history, all or nothing, however many there are. */
import type { BulkAction } from '../corpus-service';
import type { Statement } from '../types';
import { actionFaults, keptValue } from './check-action';
import { giveWay, ofPacks } from './conflicts';
import type { CorpusDb } from './db';
import { deleteStatements, putStatements } from './edit';
import { CorpusError } from './faults';
import type { Label } from './history';
import { toStatement } from './keys';
import { addLayer } from './layer';
import { activeLayers, type Likely, topRows } from './layers';
import { muteMany } from './mute-many';
import { breather } from './pause';
import { recordFault } from './row-faults';
import { MINE } from './rows';
import { fingerprint } from './same';
import { CHUNK, type Staged, type Work } from './stage';

/** Above this a change becomes a layer: a step of the history stays small, and nobody waits for one long transaction. */
const FEW = 1000;

/** Actions that change the record itself. */
type Change = Exclude<BulkAction, { do: 'mute' | 'unmute' | 'yield' }>;

/** A statement as an action leaves it; null deletes it. */
export function changed(s: Statement, action: Change): Statement | null {
  if (action.do === 'delete') return null;
  if (action.do === 'set') {
    const { [action.field]: _before, ...rest } = s;
    // A record has no empty fields: an emptied one goes.
    return { ...rest, ...(action.value ? { [action.field]: action.value } : {}) } as Statement;
  }
  if (action.do === 'confirm') return { ...s, readings: s.readings.map(({ readBy: _readBy, ...reading }) => reading) };
  if (action.do === 'removeReading')
    return { ...s, readings: s.readings.filter((r) => r.proposition !== action.proposition) };
  const others = s.readings.filter((r) => r.proposition !== action.reading.proposition);
  return { ...s, readings: [...others, action.reading] };
}

const labelOf = (action: Change, count: number): Label => ({
  key: action.do === 'delete' ? 'stepStatementsDeleted' : 'stepStatementsChanged',
  args: [String(count)],
});

/** The step of reader's versions that gave way. */
export const yieldLabel = (count: number): Label => ({ key: 'stepStatementsYielded', args: [String(count)] });

interface Found extends Staged {
  mine: boolean;
}

/** Records that the action really changes. */
async function affected(
  db: CorpusDb,
  ids: readonly string[],
  action: Change,
  work: Work,
  likely?: Likely,
): Promise<Found[]> {
  const layers = activeLayers(await db.packs.toArray());
  const breathe = breather(work.signal);
  const found: Found[] = [];
  for (let i = 0; i < ids.length; i += CHUNK) {
    if (ids.length > FEW) work.onProgress?.(i, ids.length);
    for (const { row, layer } of await topRows(db, ids.slice(i, i + CHUNK), layers, likely)) {
      const statement = toStatement(row);
      const after = changed(statement, action);
      if (after && fingerprint(after) === fingerprint(statement)) continue;
      found.push({ statement: after ?? statement, over: true, gone: after === null, mine: layer.pack === MINE });
    }
    await breathe();
  }
  return found;
}

/** Work of which this part is half: many records are read, then written, and each takes as long. */
const half = ({ onProgress, signal }: Work, from: 0 | 1): Work => ({
  signal,
  onProgress: onProgress && ((done, all) => onProgress(Math.floor((from * all + done) / 2), all)),
});

/** What the number of the reader's own statements grows by. */
const growth = (found: readonly Found[]): number =>
  found.reduce((sum, { gone, mine }) => sum + (gone && mine ? -1 : !gone && !mine ? 1 : 0), 0);

/**
 * Carries an action out on records by id; those that it leaves as they are, or that are not there, don't count. Whoever has
 * them listed can tell where each is `likely` to be, which saves looking through every pack.
 */
export async function changeMany(
  db: CorpusDb,
  ids: readonly string[],
  action: BulkAction,
  work: Work = {},
  likely?: Likely,
): Promise<number> {
  if (action.do === 'mute' || action.do === 'unmute') return muteMany(db, ids, action.do === 'mute');
  if (action.do === 'yield') return giveWay(db, await ofPacks(db, [...new Set(ids)]), yieldLabel);
  const [wrong] = actionFaults(action);
  if (wrong) throw new CorpusError(recordFault([wrong]));
  const kept = action.do === 'set' ? { ...action, value: keptValue(action) } : action;
  const found = await affected(db, [...new Set(ids)], kept, half(work, 0), likely);
  const count = found.length;
  if (count === 0) return 0;
  const label = labelOf(action, count);
  const touched = found.map(({ statement }) => statement.id);
  if (count > FEW) {
    const pieces = Array.from({ length: Math.ceil(count / CHUNK) }, (_, i) => found.slice(i * CHUNK, (i + 1) * CHUNK));
    await addLayer(db, { size: count, pieces }, half(work, 1), { label, grows: growth(found), ids: touched });
  } else if (action.do === 'delete') await deleteStatements(db, touched, label);
  else
    await putStatements(
      db,
      found.map(({ statement }) => statement),
      label,
    );
  return count;
}
