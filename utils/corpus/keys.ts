/**
 * The one index. A row has an entry for its date, for its speaker and for each proposition, each as
 * `generation TAB facet TAB value TAB inverted date`; so "newest first before a day" is a forward range read, which
 * browsers answer in one go. Pure.
 */
import type { Statement } from '../types';
import type { StatementRow } from './rows';

/** What statements can be listed by: all (`d`), one speaker (`s`), one proposition (`p`). */
export type Facet = { by: 'd' } | { by: 's' | 'p'; value: string };

/** A day turned round, so that later days sort first. Its own inverse. */
export const inverted = (day: string): string => day.replace(/\d/g, (d) => String(9 - Number(d)));

const stem = (gen: number, facet: Facet): string =>
  facet.by === 'd' ? `${gen}\td\t` : `${gen}\t${facet.by}\t${facet.value}\t`;

/** Bounds of a range read: days from `after` (inclusive) to `before` (exclusive), newest first; null: no limit. */
export function rangeOf(
  gen: number,
  facet: Facet,
  before: string | null,
  after: string | null,
): { lower: string; upper: string } {
  const own = stem(gen, facet);
  return {
    lower: before === null ? own : `${own}${inverted(before)}\t`,
    upper: after === null ? `${own}:` : `${own}${inverted(after)}\t`,
  };
}

/** A statement as stored in a generation. */
export function toRow(statement: Statement, gen: number, over = false): StatementRow {
  const day = inverted(statement.date);
  const propositions = new Set(statement.readings.map((r) => r.proposition));
  return {
    ...statement,
    gen,
    at: [
      `${gen}\td\t${day}`,
      `${gen}\ts\t${statement.speaker}\t${day}`,
      ...[...propositions].map((id) => `${gen}\tp\t${id}\t${day}`),
    ],
    ...(over ? { over: gen } : {}),
  };
}

/** A row that hides the record with this id in the layers below. */
export const toGone = (statement: Statement, gen: number): StatementRow => ({
  ...statement,
  gen,
  at: [],
  over: gen,
  gone: true,
});

/** The statement of a row, without what only the store needs. */
export function toStatement(row: StatementRow): Statement {
  const { gen: _gen, at: _at, over: _over, gone: _gone, ...statement } = row;
  return statement;
}
