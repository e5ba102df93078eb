/** Finds patterns in the labelled tokens of one sentence. */
import type { Element, Sequence } from './patterns';
import type { Cue } from './topic';

/** Token indexes, end exclusive. */
export interface TokenSpan {
  start: number;
  end: number;
}

/** Where each label stands in a sentence, and where its clauses part. */
export interface LabelIndex {
  spans: Map<string, TokenSpan[]>;
  /** `barriers[i]`: clause boundaries before token i. */
  barriers: number[];
  /** Tokens that name or mean a claimant, unless joined to the one before by "and". */
  actors: boolean[];
  length: number;
  /** Classes that stand where they stand only by a claimant's side, as `@class start`. */
  bySide: ReadonlySet<string>;
  /** Cues of which every element that must stand has a label somewhere, in the order in which they are tried. */
  cues: Cue[];
}

export interface SequenceMatch extends TokenSpan {
  /** The spans that elements took, in order. */
  taken: TokenSpan[];
}

/** Enough to find every reading of a news sentence; a guard against pathological repetition. */
const MOST = 12;

function spansOf(index: LabelIndex, element: Element): TokenSpan[] {
  if (element.any.length === 1) return index.spans.get(element.any[0] as string) ?? [];
  const out: TokenSpan[] = [];
  for (const label of element.any) {
    const found = index.spans.get(label);
    if (found) out.push(...found);
  }
  return out;
}

const crosses = (index: LabelIndex, from: number, to: number): boolean =>
  to > from && (index.barriers[to] as number) > (index.barriers[from] as number);

function crossesActor(index: LabelIndex, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (index.actors[i]) return true;
  return false;
}

function forbidden(index: LabelIndex, labels: readonly string[], from: number, to: number): boolean {
  return labels.some((label) => index.spans.get(label)?.some((span) => span.start >= from && span.end <= to));
}

/** Can every element that must stand be met at all? Cues and phrases are tried only where it can. */
export function possible({ spans }: LabelIndex, { elements }: Sequence): boolean {
  for (const { any, optional } of elements) {
    if (optional) continue;
    let met = false;
    for (const label of any)
      if (spans.has(label)) {
        met = true;
        break;
      }
    if (!met) return false;
  }
  return true;
}

/** All matches of a sequence (at most 12), leftmost first. */
export function findSequence(index: LabelIndex, sequence: Sequence): SequenceMatch[] {
  const out: SequenceMatch[] = [];
  const { elements } = sequence;
  const taken: TokenSpan[] = [];
  const walk = (at: number, slack: number, not: readonly string[], agent: boolean): void => {
    if (out.length >= MOST) return;
    const element = elements[at];
    const last = taken.at(-1);
    if (!element) {
      const first = taken[0];
      if (first && last) out.push({ start: first.start, end: last.end, taken: taken.slice() });
      return;
    }
    const before = last?.end;
    const gap = element.gap + slack;
    const bans = not.length > 0 ? [...not, ...element.not] : element.not;
    for (const span of spansOf(index, element)) {
      if (before !== undefined) {
        if (span.start < before || span.start - before > gap || crosses(index, before, span.start)) continue;
        if (agent && crossesActor(index, before, span.start)) continue;
        if (bans.length > 0 && forbidden(index, bans, before, span.start)) continue;
      }
      taken.push(span);
      walk(at + 1, 0, [], element.agent === true);
      taken.pop();
    }
    if (element.optional) walk(at + 1, gap, bans, agent);
  };
  walk(0, 0, [], false);
  return out;
}
