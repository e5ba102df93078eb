/** Figures of a claim: a number made comparable in the unit of its proposition. */
import type { Figure, FigureKind } from '../types';
import type { NumberSpan } from './numbers';

/** Mean exchange rates of 2022 to 2026, good enough for a comparison with 20 % play. */
const dollars: Record<string, number> = { USD: 1, EUR: 1.1, GBP: 1.27 };
const monthsPer: Record<string, number> = { day: 30.44, week: 4.35, month: 1, year: 1 / 12 };
const rate =
  /^\W*(?:[\p{L}’'-]+\W+){0,7}?(?:an?|per|each|every|every single|one)\s(day|week|month|year)\b|^\W*(?:[\p{L}’'-]+\W+){0,7}?(dai|week|month|year)ly\b/iu;
const rateBefore =
  /\b(?:each|every|per|every single|single)\s(day|week|month|year)\W+(?:[\p{L}’'-]+\W+){0,8}$|\b(dai|week|month|year)ly\W+(?:[\p{L}’'-]+\W+){0,4}$/iu;

/** "25,000 died last month", "in the past week": what one period took is a rate too. */
const inLast =
  /^\s+(?:(?!since\b|until\b|by\b|said\b)[\p{L}\d’'-]+(?:[,.]\d+)*\s+){0,7}?(?:last|past|previous)\s(day|week|month|year)\b/iu;
const inLastBefore =
  /(?:^\W*|\b(?:in|over|during)\s+(?:the\s+)?)(?:last|past|previous)\s(day|week|month|year),?\s+(?:(?:alone|some|about|nearly|around|roughly|almost|over|another|we|they|both|lost|more than|at least|up to|an estimated),?\s+){0,3}$/iu;

function periodOf(match: RegExpExecArray | null): string | undefined {
  const word = (match?.[1] ?? match?.[2])?.toLowerCase();
  return word === 'dai' ? 'day' : word;
}

/** Two significant digits more than anyone says aloud: 21,750 a month is 21,800. */
const round = (value: number): number => {
  if (value < 100) return Math.round(value * 10) / 10;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 2);
  return Math.round(value / step) * step;
};

/**
 * The figure that a number gives in the unit of `kind`, or null when it is a number of another sort. `text` is the
 * sentence; the number's offsets count in it. A unit "… per month" needs a rate beside the number.
 */
export function figureOf(number: NumberSpan, text: string, kind: FigureKind): Figure | null {
  if (number.idle) return null;
  let factor = 1;
  const per = / per (day|week|month|year)$/.exec(kind.unit)?.[1];
  if (per) {
    const [before, behind] = [text.slice(0, number.start), text.slice(number.end)];
    const period =
      periodOf(rate.exec(behind)) ??
      periodOf(rateBefore.exec(before)) ??
      periodOf(inLast.exec(behind)) ??
      periodOf(inLastBefore.exec(before));
    if (!period || number.kind !== 'count') return null;
    factor = (monthsPer[period] as number) / (monthsPer[per] as number);
  } else if (kind.unit === 'percent') {
    if (number.kind !== 'percent') return null;
  } else if (/dollars$/.test(kind.unit)) {
    if (number.kind !== 'money') return null;
    factor = dollars[number.currency ?? 'USD'] ?? 1;
  } else if (number.kind !== 'count') return null;
  const said = text.slice(number.start, number.end);
  const low = factor === 1 ? number.low : round(number.low * factor);
  const high = factor === 1 ? number.high : round(number.high * factor);
  return low === high ? { value: low, unit: kind.unit, said } : { low, high, unit: kind.unit, said };
}
