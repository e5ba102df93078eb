/** Is a value a list of readings, is one a figure? Pure. */
import type { Figure, Reading, Stance } from '../types';
import type { Fail, RowCode } from './row-faults';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names that reach into an object's prototype; no honest file has them. */
const forbidden = ['__proto__', 'prototype', 'constructor'];

/** The first forbidden name among an object's own, or null. */
export const forbiddenKey = (value: object): string | null =>
  forbidden.find((key) => Object.hasOwn(value, key)) ?? null;

/** Is a text whole Unicode, without half a surrogate pair? */
export const isWhole = (text: string): boolean => text.isWellFormed();

/** May a text be the id of a proposition? Ids stand in keys and addresses. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\s\p{C}]{1,100}$/u.test(value);

const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];
const MOST_READINGS = 50;
const MOST = 1e15;
const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= MOST;

/** The figure, or what is wrong with it. */
function checkFigure(value: unknown): Figure | [RowCode, ...string[]] {
  if (!isObject(value) || forbiddenKey(value)) return ['notFigure'];
  const { low, high, value: one, unit, said } = value;
  for (const [name, end] of Object.entries({ value: one, low, high }))
    if (end !== undefined && !isNumber(end)) return ['figureNumber', name];
  if (one === undefined && low === undefined && high === undefined) return ['figureEmpty'];
  if (one !== undefined && (low !== undefined || high !== undefined)) return ['figureBoth'];
  if (isNumber(low) && isNumber(high) && low > high) return ['figureOrder'];
  for (const [name, text] of Object.entries({ unit, said }))
    if (text !== undefined && (typeof text !== 'string' || text.length > 300 || !isWhole(text)))
      return ['figureText', name];
  return {
    ...(isNumber(one) ? { value: one } : {}),
    ...(isNumber(low) ? { low } : {}),
    ...(isNumber(high) ? { high } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof said === 'string' ? { said } : {}),
  };
}

function checkReading(
  item: unknown,
  field: string,
  known: ReadonlySet<string> | undefined,
  fail: Fail,
): Reading | null {
  if (!isObject(item) || forbiddenKey(item) || !isId(item.proposition)) {
    fail(`${field}.proposition`, 'noProposition');
    return null;
  }
  if (known && !known.has(item.proposition)) {
    fail(`${field}.proposition`, 'unknownProposition', item.proposition.slice(0, 60));
    return null;
  }
  if (!stances.includes(item.stance as Stance)) {
    fail(`${field}.stance`, 'notStance', stances.join(', '));
    return null;
  }
  if (item.readBy !== undefined && item.readBy !== 'machine') fail(`${field}.readBy`, 'notMachine', 'machine');
  const reading: Reading = { proposition: item.proposition, stance: item.stance as Stance };
  if (item.figure !== undefined && item.figure !== null) {
    const figure = checkFigure(item.figure);
    if (Array.isArray(figure)) fail(`${field}.figure`, ...figure);
    else reading.figure = figure;
  }
  if (item.readBy === 'machine') reading.readBy = 'machine';
  return reading;
}

/** The readings of a record; absent ones are an empty list. `known` holds the ids that may be named; absent: any. */
export function checkReadings(value: unknown, known: ReadonlySet<string> | undefined, fail: Fail): Reading[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    fail('readings', 'notList', '[{"proposition":"…","stance":"affirms"}]');
    return [];
  }
  if (value.length > MOST_READINGS) {
    fail('readings', 'tooMany', MOST_READINGS);
    return [];
  }
  const seen = new Set<string>();
  return value.flatMap((item, i): Reading[] => {
    const reading = checkReading(item, `readings[${i}]`, known, fail);
    if (!reading) return [];
    const key = value.length > 1 ? JSON.stringify(reading) : '';
    if (seen.has(key)) fail(`readings[${i}]`, 'twice');
    seen.add(key);
    return [reading];
  });
}
