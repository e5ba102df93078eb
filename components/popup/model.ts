/** What the popup lists, worked out of a page's report. Pure. */
import { namesOf, termOf } from '../../utils/in-language';
import type { PageReply, StatementView } from '../../utils/messages';
import type { Evidence, ReportPassage, Stance } from '../../utils/types';

export interface PassageLine {
  id: string;
  /** By the name in the reader's language. */
  speaker: string | null;
  text: string;
  claims: { id: string; name: string; stance: Stance }[];
  contradicts: number;
  confirms: number;
  /** The earlier statement that ranks first. */
  strongest: { statement: StatementView; name: string; evidence: Evidence; reversal: boolean } | null;
}

export type RelationFilter = 'contradicts' | 'confirms' | 'none';

export interface LineFilter {
  relation?: RelationFilter;
  /** A name; "" stands for passages without a speaker. */
  speaker?: string;
  proposition?: string;
}

const count = (passage: ReportPassage, relation: string): number =>
  passage.evidence.filter((e) => e.relation === relation).length;

/** A proposition's few words, or its whole claim. */
export const nameOf = (reply: PageReply, id: string): string =>
  namesOf(reply.propositions[id] ?? { claim: id }, '').label;

/** One line a passage, in reading order. */
export function linesOf(reply: PageReply): PassageLine[] {
  return reply.report.passages.map((passage) => {
    const top = passage.evidence.find((e) => e.relation === 'contradicts' || e.relation === 'confirms');
    const statement = top && reply.statements[top.statement];
    return {
      id: passage.id,
      speaker: passage.speaker && termOf(reply.terms?.names, passage.speaker),
      text: passage.text,
      claims: passage.readings.map((r) => ({
        id: r.proposition,
        name: nameOf(reply, r.proposition),
        stance: r.stance,
      })),
      contradicts: count(passage, 'contradicts'),
      confirms: count(passage, 'confirms'),
      strongest:
        top && statement
          ? {
              statement,
              name: termOf(reply.terms?.names, statement.speaker),
              evidence: top,
              reversal: top.sameSpeaker && top.relation === 'contradicts',
            }
          : null,
    };
  });
}

const hasRelation = (line: PassageLine, relation: RelationFilter): boolean =>
  relation === 'none' ? line.contradicts + line.confirms === 0 : line[relation] > 0;

/** The lines that pass a filter, in their order. */
export const filterLines = (lines: readonly PassageLine[], filter: LineFilter): PassageLine[] =>
  lines.filter(
    (line) =>
      (filter.relation === undefined || hasRelation(line, filter.relation)) &&
      (filter.speaker === undefined || (line.speaker ?? '') === filter.speaker) &&
      (filter.proposition === undefined || line.claims.some((claim) => claim.id === filter.proposition)),
  );

export interface PageCounts {
  all: number;
  /** Passages, not statements: a passage with both counts in both. */
  contradicts: number;
  confirms: number;
  none: number;
}

/** Passages by what is known about them. */
export const countsOf = (lines: readonly PassageLine[]): PageCounts => ({
  all: lines.length,
  contradicts: lines.filter((line) => hasRelation(line, 'contradicts')).length,
  confirms: lines.filter((line) => hasRelation(line, 'confirms')).length,
  none: lines.filter((line) => hasRelation(line, 'none')).length,
});

export interface FilterChoice {
  value: string;
  name: string;
  count: number;
}

function tally(values: readonly { value: string; name: string }[]): FilterChoice[] {
  const found = new Map<string, FilterChoice>();
  for (const { value, name } of values) {
    const choice = found.get(value) ?? { value, name, count: 0 };
    choice.count += 1;
    found.set(value, choice);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** Speakers of the page with their number of passages; `unnamed` is the word for none. */
export const speakersOf = (lines: readonly PassageLine[], unnamed: string): FilterChoice[] =>
  tally(lines.map(({ speaker }) => ({ value: speaker ?? '', name: speaker ?? unnamed })));

/** Propositions of the page with their number of passages. */
export const propositionsOf = (lines: readonly PassageLine[]): FilterChoice[] =>
  tally(lines.flatMap(({ claims }) => claims.map(({ id, name }) => ({ value: id, name }))));
