/**
 * What a topic's phrases and cues ask for. An element asks for one of some labels: a row. Rows are numbered, so that a sentence
 * can tell at once which phrases and cues it cannot hold.
 */
import type { Pattern, Sequence } from './patterns';
import type { Cue, Phrase } from './topic';

/** Labels of which an element needs one, with the phrases and cues of which no other element is met less often. */
export interface Row {
  number: number;
  /** Places of phrases. */
  phrases: number[];
  cues: Cue[];
  /** For each of the cues the row that it needs besides and that is met least often: most cues fail here. */
  gates: number[];
}

/** What a cue needs, by the numbers of rows. */
export interface Needs {
  /** All of them, the least often met first. */
  rows: number[];
  /** Where this one is met the cue is tried, before others of a later place. */
  lead: number;
  place: number;
}

export interface AskedLabels {
  rows: Row[];
  /** By label the numbers of the rows that it is in; of none if it is asked for only in passing. */
  byLabel: Map<string, number[]>;
}

/** Words that stand in every other sentence: met as often as a class of so many. */
const everywhere = new Set(
  'be not to of in no on for by it that have at from will would if we he with as over out'.split(' '),
);
const EVERYWHERE = 100;

/** Asked for by what judges a sentence, and by no pattern. */
const marks = ['?'];

/** Gives the row of some labels, made when it is first asked for. */
function numbering({ rows, byLabel }: AskedLabels): (labels: readonly string[]) => Row {
  const made = new Map<string, Row>();
  return (labels) => {
    const own = [...new Set(labels)].sort();
    const key = own.join(' ');
    const known = made.get(key);
    if (known) return known;
    const row = { number: rows.length, phrases: [], cues: [], gates: [] };
    rows.push(row);
    made.set(key, row);
    for (const label of own) byLabel.set(label, [...(byLabel.get(label) ?? []), row.number]);
    return row;
  };
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
 * tried without being listed.
 */
export function askedLabels(
  phrases: readonly Phrase[],
  cues: readonly Omit<Cue, 'needs'>[],
  others: readonly Pattern[],
  breadth: ReadonlyMap<string, number>,
): AskedLabels {
  const asked: AskedLabels = { rows: [], byLabel: new Map(marks.map((mark) => [mark, []])) };
  const rowOf = numbering(asked);
  const ways = (label: string): number => breadth.get(label) ?? 1;
  const often = (label: string): number => (everywhere.has(label) ? EVERYWHERE : ways(label));
  phrases.forEach((phrase, i) => {
    const rows = byCost([phrase.sequence], often).map(rowOf);
    phrase.needs = rows.map(({ number }) => number);
    (rows[0] ?? rowOf(phrase.sequence.elements.flatMap((e) => e.any))).phrases.push(i);
  });
  cues.forEach((cue, place) => {
    const rows = byCost(cue.pattern.parts, often).map(rowOf);
    const [lead] = byCost(cue.pattern.parts, ways).map(rowOf);
    const [rarest, gate = rarest] = rows;
    if (!rarest || !gate || !lead) return;
    rarest.cues.push({ ...cue, needs: { rows: rows.map(({ number }) => number), lead: lead.number, place } });
    rarest.gates.push(gate.number);
  });
  const parts = [...cues.map(({ pattern }) => pattern), ...others].flatMap((pattern) => pattern.parts);
  for (const { elements } of [...phrases.map(({ sequence }) => sequence), ...parts])
    for (const label of elements.flatMap(({ any, not }) => [...any, ...not]))
      if (!asked.byLabel.has(label)) asked.byLabel.set(label, []);
  return asked;
}

/** Was each of the rows met? `places`: by a row's number the place at which it was first met, from 1 on; 0 where it was not. */
export const allMet = (places: Uint16Array, rows: readonly number[]): boolean => rows.every((row) => places[row] !== 0);

/** The cues that a sentence may hold, in the order in which their leads were met; `met` are its rows. */
export function possibleCues(met: readonly Row[], places: Uint16Array): Cue[] {
  const found: Cue[] = [];
  for (const { cues, gates } of met)
    for (let i = 0; i < gates.length; i += 1) {
      if (places[gates[i] as number] === 0) continue;
      const cue = cues[i] as Cue;
      if (allMet(places, cue.needs.rows)) found.push(cue);
    }
  const lead = ({ needs }: Cue): number => places[needs.lead] as number;
  return found.sort((a, b) => lead(a) - lead(b) || a.needs.place - b.needs.place);
}
