/** Words of a text as cues see them: lower case, articles dropped, contractions opened, numbers as one token, base forms beside the word. */
import type { KnownLabels } from './known-labels';
import { lemmas } from './lemmas';
import type { NumberSpan } from './numbers';

export interface Token {
  /** UTF-16 offsets in the article's text. */
  start: number;
  end: number;
  /** What it may be matched by: word, base forms, labels such as `#count` or `who:some-id`; `exact` too where it has no form. */
  labels: string[];
  /** The label that only this form of the word has: `=rejected`. */
  exact: string;
  number?: NumberSpan;
  /** The word's own, where it has no label but those of the word. */
  form?: Form;
}

const dropped = new Set(['the', 'a', 'an', "'s", 'very', 'really', 'also', 'quite', 'pretty', 'actually', 'uh', 'um']);
const shape = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?|[;?—–]|--/gu;
const contraction: Record<string, string> = { "'ll": 'will', "'re": 'be', "'ve": 'have', "'m": 'be', "'d": 'would' };

/** Opens a contraction: "won't" → will, not; "we'll" → we, will. Possessive 's is dropped. */
function parts(word: string): string[] {
  const w = word.replace('’', "'");
  if (w === "won't") return ['will', 'not'];
  if (w === "can't" || w === 'cannot') return ['can', 'not'];
  if (w.endsWith("n't")) return [w.slice(0, -3), 'not'];
  const at = w.indexOf("'");
  if (at < 0) return [w];
  const tail = contraction[w.slice(at)];
  return tail ? [w.slice(0, at), tail] : [w.slice(0, at)];
}

/** A word as it is matched. */
export interface Form extends Pick<Token, 'labels' | 'exact'> {
  /** What a topic knows of its labels, and its number among a network's words; noted when they are first looked up. */
  known?: KnownLabels;
  vector?: { among: ReadonlyMap<string, number>; number: number | undefined };
}

const formOf = (labels: string[]): Form => ({ labels, exact: `=${labels[0]}` });

/** A piece of text → the words that it stands for: none where it is dropped, two for a contraction. */
function opened(raw: string): Form[] {
  const low = raw === 'US' || raw === 'USA' ? 'u.s.' : raw === '–' || raw === '--' ? '—' : raw.toLowerCase();
  return parts(low)
    .filter((part) => part !== '' && !dropped.has(part))
    .map((part) => formOf(lemmas(part)));
}

/** Pieces met before: more than English news has. */
const MOST = 50_000;
const memo = new Map<string, Form[]>();

function formsOf(raw: string): Form[] {
  let found = memo.get(raw);
  if (!found) {
    found = opened(raw);
    if (memo.size < MOST) memo.set(raw, found);
  }
  return found;
}

/**
 * Tokens of `text`, with offsets shifted by `base`. Upper-case "US" and "U.S." become `u.s.`, apart from the pronoun.
 * Numbers given become one token each, labelled `#num` and by kind.
 */
export function tokenize(text: string, base = 0, numbers: readonly NumberSpan[] = []): Token[] {
  const out: Token[] = [];
  let next = 0;
  // Of what is replaced each has "U." in it.
  const flat = !text.includes('U.')
    ? text
    : text.replace(/\bU\.\s?S\.(?:A\.)?|\bU\.N\.|\bE\.U\.|\bU\.K\./g, (m) =>
        m.replace(/[.\s]/g, '').slice(0, 2).padEnd(m.length, ' '),
      );
  shape.lastIndex = 0;
  for (let m = shape.exec(flat); m; m = shape.exec(flat)) {
    const start = m.index;
    const end = start + m[0].length;
    while (next < numbers.length && numbers[next]!.end <= start) next += 1;
    const number = numbers[next];
    if (number && start >= number.start && start < number.end) {
      const last = out.at(-1);
      if (last?.number === number) continue;
      const labels = number.idle ? ['#idle'] : ['#num', `#${number.kind}`];
      out.push({
        start: base + number.start,
        end: base + number.end,
        ...formOf([...labels, ...wordsOf(text.slice(number.start, number.end))]),
        number,
      });
      continue;
    }
    for (const form of formsOf(m[0]))
      out.push({ start: base + start, end: base + end, labels: form.labels, exact: form.exact, form });
  }
  return out;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}.,]+/gu) ?? [];

/** A cue's literal words, normalised as the text is. */
export const plainWords = (text: string): string[] =>
  tokenize(text.replaceAll('_', ' ')).map((token) => token.labels[0] as string);
