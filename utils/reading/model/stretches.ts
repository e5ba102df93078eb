/** Where a sentence may be taken apart: what stands between commas, marks and joining words. */
import type { Surroundings } from '../stance';

/** Fewer words than these seldom say anything by themselves, in tokens. */
const LEAST = 6;
const marks = /[,;:—–"“”()]|\.\.\.| - /;
const joining = /^(?:but|while|whereas|although|though|because|after|before|since|when|if|as|and)$/i;

/** A row of tokens, `end` not included. */
export interface Stretch {
  start: number;
  end: number;
}

/** The tokens' shortest stretches, in order; together they are the whole sentence. */
export function stretchesOf({ tokens, text, base }: Surroundings): Stretch[] {
  const starts = tokens.flatMap(({ start, end }, i) => {
    const before = tokens[i - 1];
    if (!before) return [0];
    const between = text.slice(before.end - base, start - base);
    return marks.test(between) || joining.test(text.slice(start - base, end - base)) ? [i] : [];
  });
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? tokens.length }));
}

/** Numbers of the first and the last stretch that stand together as a clause: each so long that it may say something. */
export function clausesOf(stretches: readonly Stretch[]): [number, number][] {
  const out: [number, number][] = [];
  const length = (from: number, to: number): number => stretches[to]!.end - stretches[from]!.start;
  const last = stretches.length - 1;
  let first = 0;
  stretches.forEach((_, i) => {
    if (i < last && (length(first, i) < LEAST || length(i + 1, last) < LEAST)) return;
    out.push([first, i]);
    first = i + 1;
  });
  return out;
}
