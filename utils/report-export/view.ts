/** A page report as documents show it: passages with the statements they were compared with. Pure. */

import type { Piece } from '../i18n';
import { namesOf, termOf, toldOf, whoLine } from '../in-language';
import { linkTo } from '../links';
import type { PageReply, StatementView } from '../messages';
import { reasonPieces } from '../reason-words';
import type { Evidence, PassageReading, Relation, Stance } from '../types';

export interface EvidenceView {
  relation: Relation;
  statement: StatementView;
  /** The speaker's name in the reader's language. */
  name: string;
  /** Role and side, as far as known and needed. */
  role: string;
  /** The source's address, jumping to the words where a browser can; "" when it is no web address. */
  link: string;
  daysEarlier: number;
  reason: Piece[];
  /** The speaker of the passage said the opposite before. */
  reversal: boolean;
}

export interface PassageView {
  id: string;
  text: string;
  speaker: string | null;
  /** `language`: BCP 47 tag of the claim. */
  claims: { claim: string; language: string; stance: Stance; because: string[] }[];
  /** Contradicting and confirming statements in the report's order; those that leave it open are left to the JSON. */
  items: EvidenceView[];
  /** Where the passage's own words were said. */
  sources: EvidenceView[];
}

export interface ReportView {
  title: string;
  url: string;
  published: string | null;
  /** BCP 47 tag of passages and statements. */
  language: string;
  counts: PageReply['report']['counts'];
  passages: PassageView[];
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

/** The reply of a page, with every id resolved; evidence whose statement is not in the reply is left out. */
export function reportView({ report, statements, propositions, terms }: PageReply): ReportView {
  const evidence = (e: Evidence): EvidenceView[] => {
    const statement = statements[e.statement];
    if (!statement) return [];
    const { relation, daysEarlier, sameSpeaker } = e;
    const reason = reasonPieces(e.reason, toldOf(e.reason, propositions));
    const link = isWeb(statement.source.url) ? linkTo(statement) : '';
    return [
      {
        relation,
        statement,
        name: termOf(terms?.names, statement.speaker),
        role: whoLine(statement, terms),
        link,
        daysEarlier,
        reason,
        reversal: sameSpeaker && relation === 'contradicts',
      },
    ];
  };
  const claimIn = (id: string): Pick<PassageView['claims'][number], 'claim' | 'language'> => {
    const { claim, language } = namesOf(propositions[id] ?? { claim: id }, report.page.language);
    return { claim, language };
  };
  const claim = ({ proposition, stance, because }: PassageReading): PassageView['claims'][number] => ({
    ...claimIn(proposition),
    stance,
    because,
  });
  return {
    title: report.page.title,
    url: isWeb(report.page.url) ? report.page.url : '',
    published: report.page.published,
    language: report.page.language,
    counts: report.counts,
    passages: report.passages.map((passage) => {
      const all = passage.evidence.flatMap(evidence);
      return {
        id: passage.id,
        text: passage.text,
        speaker: passage.speaker && termOf(terms?.names, passage.speaker),
        claims: passage.readings.map(claim),
        items: all.filter((e) => e.relation === 'contradicts' || e.relation === 'confirms'),
        sources: all.filter((e) => e.relation === 'same'),
      };
    }),
  };
}
