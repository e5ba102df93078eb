/** Figures in words, in the interface's language. Pure. */
import { form, number, type Piece, t } from './i18n';
import type { Figure } from './types';

/** From here on a number is easier to read with a word: "350 billion". */
const WORDED = 1e6;

const shown = (value: number): string =>
  Math.abs(value) < WORDED
    ? number(Math.round(value * 10) / 10)
    : number(value, { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 });

/** A number of more figures than this is no word ("a thousand") in digits. */
const EXACT = 3;

/** Was a number worked out from what was said? "7,000 a week" is no 30,415 a month; "100 billion euros" no 110 billion dollars. */
function workedOut(value: number, said?: string): boolean {
  if (said === undefined) return false;
  const digits = String(Math.abs(value)).replace(/\D|0+$/g, '');
  const heard = said.replace(/\D/g, '');
  return !heard.includes(digits) && (heard !== '' || digits.length > EXACT);
}

const rounded = (value: number, said?: string): string =>
  shown(workedOut(value, said) ? Number(value.toPrecision(2)) : value);

function span({ value, low, high, said }: Figure): string {
  if (value !== undefined) return workedOut(value, said) ? t('amountAbout', rounded(value, said)) : shown(value);
  if (low === undefined) return t('amountUpTo', rounded(high ?? 0, said));
  return high === undefined
    ? t('amountFrom', rounded(low, said))
    : t('amountRange', rounded(low, said), rounded(high, said));
}

const keyOf = (unit: string): string => `unit_${unit.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;

/**
 * "25,000 to 30,000 soldiers a month" in pieces. Units that the catalogue knows (`unit_…`, by the pack's English word)
 * are in the interface's language; another unit is a piece of the pack's.
 */
export function figurePieces(figure: Figure): Piece[] {
  const { value, low, high, unit = '' } = figure;
  const last = value ?? high ?? low ?? 0;
  const [, counted = unit, per] = /^(.+) per (day|week|month|year)$/.exec(unit) ?? [];
  const amount = span(figure);
  // After "million" a noun has the form that it has after a round million.
  const known = counted && form(keyOf(counted), Math.abs(last) < WORDED ? last : WORDED, amount);
  if (known) return [{ text: per ? t(`unitPer_${per}`, known) : known, given: false }];
  const own: Piece = { text: unit ? `${amount} ` : amount, given: false };
  return unit ? [own, { text: unit, given: true }] : [own];
}

/** The same as one text. */
export const figureText = (figure: Figure): string =>
  figurePieces(figure)
    .map(({ text }) => text)
    .join('');
