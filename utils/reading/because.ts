/** The words that led to a reading, cut so that a reader can take them in. Facts of English; decides nothing. */
import type { TokenSpan } from './match';
import type { Surroundings } from './stance';

/** Words that lead from what stands before them, and open nothing by themselves. */
const leading = new Set('of to in at on with by for from and or but that than as into'.split(' '));
/** Words that wait for what follows. */
const waiting = new Set([...leading, 'not', 'a', 'an', 'the', 'so', 'if', 'we', 'he', 'they', 'which', 'who', 'such']);
const prepositions = new Set('of to in at on with by for from between among against over about'.split(' '));
const finite = /^(?:be|have|will|would|can|could|is|are|was|were|has|had)$/;
const comparing = /^(?:closer|nearer|further|farther|better|worse|more|less|larger|smaller|greater|higher|lower)$/;
/** How far behind a comparing word its "than" may stand, and what "than" takes with it, in tokens. */
const THAN = 2;
const TAKEN = 5;
/** A piece of this many tokens at the end, parted from the rest by a comma, is a scrap. */
const SCRAP = 2;

/** The stretch without what hangs loose at its ends, and with the "than" that a comparison lacks. */
function tidied({ tokens, text, base }: Surroundings, span: TokenSpan): TokenSpan {
  const word = (i: number): string => tokens[i]?.labels[0] ?? '';
  /** Is there a mark between token i and the one before it? */
  const parted = (i: number): boolean =>
    /[,;:—–]/.test(text.slice((tokens[i - 1]?.end ?? base) - base, (tokens[i]?.start ?? base) - base));
  let { start, end } = span;
  if (end - start < 2) return span;
  for (let i = end - 1; i >= Math.max(start + 1, end - SCRAP); i -= 1) if (parted(i)) end = i;
  const bare = tokens[start]?.labels.some((label) => label === '#who' || label.startsWith('#num'));
  if (bare && parted(start + 1)) start += 1;
  while (end - start > 1 && leading.has(word(start))) start += 1;
  while (end - start > 1 && waiting.has(word(end - 1))) end -= 1;
  // "between Russia and Ukraine was closer": the name hangs on what stands before it and is not what was closer.
  const hung = prepositions.has(word(start - 1)) || (word(start - 1) === 'and' && prepositions.has(word(start - 3)));
  if (hung && end - start > 2 && tokens[start]?.labels.includes('#who') && finite.test(word(start + 1))) start += 1;
  if (comparing.test(word(end - 1)))
    for (let than = end; than < Math.min(tokens.length, end + THAN); than += 1) {
      if (parted(than)) break;
      if (word(than) !== 'than') continue;
      end = than + 1;
      while (end < Math.min(tokens.length, than + 1 + TAKEN) && !parted(end)) end += 1;
      break;
    }
  return { start, end };
}

/** Quotation marks that have no partner in the words are left out. */
function paired(words: string): string {
  if (!/[“”"]/.test(words)) return words.replace(/\s+/g, ' ').trim();
  const open = words.split('“').length - words.split('”').length;
  const even = words.split('"').length % 2 === 1;
  const out = open === 0 ? words : words.replace(/[“”]/g, '');
  return (even ? out : out.replaceAll('"', '')).replace(/\s+/g, ' ').trim();
}

/** The words of a span as they stand in the text. */
const wordsIn = ({ tokens, text, base }: Surroundings, { start, end }: TokenSpan): string =>
  text.slice((tokens[start]?.start ?? base) - base, (tokens[end - 1]?.end ?? base) - base);

/** The same without loose ends and marks that lack a partner. */
export const becauseOf = (around: Surroundings, span: TokenSpan): string =>
  paired(wordsIn(around, tidied(around, span)));

/** The words that led to what a cue found: those that turned it round or left it open, and its own; each once. */
export function reasonsOf(
  around: Surroundings,
  { taken, turned }: { taken: readonly TokenSpan[]; turned: readonly TokenSpan[] },
): string[] {
  const apart = turned.filter((span) => !taken.some((whole) => whole.start <= span.start && span.end <= whole.end));
  return [...new Set([...apart.map((span) => wordsIn(around, span)), ...taken.map((span) => becauseOf(around, span))])];
}
