/** When are two statements the same? Pure. */
import type { Statement } from '../types';

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, v]) => v !== undefined && v !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

/** One text for one content, whatever the order of its fields. */
export const fingerprint = (statement: Statement): string => JSON.stringify(sorted(statement));

/** Who, when and which words: two records that agree in this are copies, whatever their ids. */
export const contentKey = ({ speaker, date, quote, gist }: Statement): string =>
  `${speaker}\t${date}\t${((quote || gist).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')}`;
