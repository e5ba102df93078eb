/**
 * What a topic's phrases and cues ask for. An element asks for one of some labels: a row. Rows are numbered, so that a sentence
 * can tell at once which phrases and cues it cannot hold.
 */
import type { Pattern, Sequence } from './patterns';
import type { Cue, Phrase } from './topic';

/** Labels of which an element needs one. */
export interface Row {
  number: number;
  /** Places of the phrases, and the cues, that are listed here: no other element of theirs is met less often. */
  phrases: number[];
  cues: Cue[];
}

/** What a phrase or cue cannot do without, by the numbers of rows. */
export interface Needs {
  /** Its place among the cues. */
  order: number;
  /** It is tried where this row is met. */
  lead: number;
  /** All rows but the one under which it is listed; the least often met first, where most fail. */
  rows: number[];
}

export interface AskedLabels {
  /** By label the rows that it is in. Labels that are asked for only in passing are in none. */
  rows: ReadonlyMap<string, readonly Row[]>;
  count: number;
}

/** Words that stand in every other sentence: met as often as a class of so many. */
const everywhere = new Set(
  'be not to of in no on for by it that have at from will would if we he with as over out'.split(' '),
);
const EVERYWHERE = 100;

/** Rows, each made when it is first asked for. */
class Rows {
  readonly byLabel = new Map<string, Row[]>();
  private readonly made = new Map<string, Row>();

  get count(): number {
    return this.made.size;
  }

  /** Has a label noted that no element needs. */
  note(label: string): Row[] {
    const rows = this.byLabel.get(label) ?? [];
    this.byLabel.set(label, rows);
    return rows;
  }

  of(labels: readonly string[]): Row {
    const key = [...new Set(labels)].sort().join(' ');
    let row = this.made.get(key);
    if (!row) {
      row = { number: this.made.size, phrases: [], cues: [] };
      this.made.set(key, row);
      for (const label of new Set(labels)) this.note(label).push(row);
    }
    return row;
  }
}

/** The elements that must stand, those that are met least often first. */
const byCost = (sequences: readonly Sequence[], costOf: (label: string) => number): string[][] =>
  sequences
    .flatMap(({ elements }) => elements.filter(({ optional }) => !optional))
    .map(({ any }) => ({ any, cost: any.reduce((sum, label) => sum + costOf(label), 0) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ any }) => any);

/**
 * Numbers what phrases and cues ask for; `breadth` says in how many ways a label can be met. `others` are patterns that are
 * not listed, but whose labels must be noted too.
 */
export function askedLabels(
  phrases: readonly Phrase[],
  cues: readonly Omit<Cue, 'needs'>[],
  others: readonly Pattern[],
  breadth: ReadonlyMap<string, number>,
): AskedLabels {
  const rows = new Rows();
  const ways = (label: string): number => breadth.get(label) ?? 1;
  const often = (label: string): number => (everywhere.has(label) ? EVERYWHERE : ways(label));
  const numbers = (elements: readonly string[][]): number[] => elements.map((any) => rows.of(any).number);
  phrases.forEach((phrase, i) => {
    const [rarest, ...rest] = byCost([phrase.sequence], often);
    phrase.needs = numbers(rest);
    rows.of(rarest ?? phrase.sequence.elements.flatMap((e) => e.any)).phrases.push(i);
  });
  cues.forEach((cue, order) => {
    const [rarest, ...rest] = byCost(cue.pattern.parts, often);
    const [lead] = byCost(cue.pattern.parts, ways);
    if (!rarest || !lead) return;
    const needs = { order, lead: rows.of(lead).number, rows: numbers(rest) };
    rows.of(rarest).cues.push({ ...cue, needs });
  });
  const parts = [...cues.map(({ pattern }) => pattern), ...others].flatMap((pattern) => pattern.parts);
  for (const { elements } of [...phrases.map(({ sequence }) => sequence), ...parts])
    for (const { any, not } of elements) for (const label of [...any, ...not]) rows.note(label);
  return { rows: rows.byLabel, count: rows.count };
}

/** Was each of the rows met? */
export function allMet(places: Uint16Array, rows: readonly number[]): boolean {
  for (const row of rows) if (places[row] === 0) return false;
  return true;
}

/**
 * The cues that a sentence may hold, in the order in which their lead was met. `met`: the rows of which it has a label;
 * `places`: by a row's number the place at which it was first met, from 1 on; 0 where it was not.
 */
export function possibleCues(met: readonly Row[], places: Uint16Array): Cue[] {
  const found: Cue[] = [];
  for (const { cues } of met) for (const cue of cues) if (allMet(places, cue.needs.rows)) found.push(cue);
  const place = ({ needs }: Cue): number => places[needs.lead] as number;
  return found.sort((a, b) => place(a) - place(b) || a.needs.order - b.needs.order);
}
