/** Is a line of a backup a row of its table? A backup is a file like any other: it may be damaged, or made by somebody. Pure. */
import { isObject } from './check-reading';
import { checkStatement } from './check-statement';
import type { RowFault } from './row-faults';

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isLayers = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((layer) => isObject(layer) && isCount(layer.gen) && Number.isInteger(layer.count));
const isPack = (row: Record<string, unknown>): boolean =>
  ['id', 'title', 'version', 'date', 'kind', 'updated'].every((key) => isText(row[key])) &&
  typeof row.enabled === 'boolean' &&
  isLayers(row.layers) &&
  (row.previous === undefined || (isObject(row.previous) && isPack(row.previous)));

/** A statement that an import would take, with what only the store adds. */
function isStatement(row: Record<string, unknown>): boolean {
  const { gen, over, gone, at: _at, ...statement } = row;
  const faults: RowFault[] = [];
  const checked = checkStatement(statement, 1, {}, faults);
  return (
    checked?.id === statement.id &&
    isCount(gen) &&
    (over === undefined || over === gen) &&
    (gone === undefined || gone === true)
  );
}

const isChange = (change: unknown): boolean => {
  if (!isObject(change)) return false;
  const test = { statements: isStatement, packs: isPack, mutes: rows.mutes }[String(change.table)];
  const ends = [change.before, change.after];
  return test !== undefined && ends.every((end) => end === null || (isObject(end) && test(end)));
};

const isChanges = (value: unknown): boolean => Array.isArray(value) && value.every(isChange);

const rows = {
  statements: isStatement,
  packs: isPack,
  generations: (row: Record<string, unknown>): boolean =>
    isCount(row.gen) && isText(row.pack) && isText(row.state) && Number.isFinite(row.touched),
  lore: (row: Record<string, unknown>): boolean =>
    isCount(row.gen) && Array.isArray(row.propositions) && Array.isArray(row.people),
  mutes: (row: Record<string, unknown>): boolean =>
    ['id', 'words', 'target', 'added'].every((key) => isText(row[key])) &&
    (row.kind === 'passage' || row.kind === 'pair'),
  history: (row: Record<string, unknown>): boolean =>
    isCount(row.seq) &&
    isText(row.at) &&
    (row.undone === 0 || row.undone === 1) &&
    isObject(row.label) &&
    isText(row.label.key) &&
    Array.isArray(row.label.args) &&
    Array.isArray(row.ids) &&
    row.ids.every(isText) &&
    // Format 1 had the changes in the step itself.
    (row.changes === undefined
      ? Array.isArray(row.gens) && row.gens.every(isCount) && isText(row.by) && isText(row.byTitle)
      : isChanges(row.changes)),
  changes: (row: Record<string, unknown>): boolean => isCount(row.seq) && isChanges(row.changes),
  meta: (row: Record<string, unknown>): boolean => isText(row.key),
};

/** May a value be stored in a table as it is? False for tables that there are not. */
export const isRowOf = (table: string, row: unknown): row is Record<string, unknown> =>
  Object.hasOwn(rows, table) && isObject(row) && rows[table as keyof typeof rows](row);
