/** What a card shows, worked out of a report. Pure. */
import type { PageReply, StatementView, TimelineDot } from '../../utils/messages';
import type { Settings } from '../../utils/settings';
import type { Evidence, PageReport, Relation, ReportPassage, Stance } from '../../utils/types';

export interface CardItem {
  evidence: Evidence;
  statement: StatementView;
  /** The same speaker now says the opposite. */
  reversal: boolean;
  /** Only the engine has read it. */
  machine: boolean;
  /** BCP 47 tag of the claims and statements. */
  language: string;
}

export interface CardClaim {
  id: string;
  claim: string;
  stance: Stance;
  /** The passage's words that led to the reading. */
  because: string[];
}

export interface CardModel {
  page: PageReport['page'];
  passage: ReportPassage;
  claims: CardClaim[];
  items: CardItem[];
  /** Items of relations that the reader's settings leave out; shown on request. */
  left: Record<'contradicts' | 'confirms', CardItem[]>;
  related: CardItem[];
  sources: CardItem[];
  counts: Record<'contradicts' | 'confirms', number>;
  /** ISO day of the page or of the live-blog post, or null when nothing can be called earlier. */
  published: string | null;
}

/** The statements on one claim, for its plot. */
export interface ClaimTimeline {
  id: string;
  claim: string;
  stance: Stance;
  dots: readonly TimelineDot[];
}

/** Items shown before "all N". */
export const FIRST = 5;

export { spanOf } from '../../utils/dates';

/** What was taken away a moment ago and the page's next report will not have. */
export interface Gone {
  statements: ReadonlySet<string>;
  claims: ReadonlySet<string>;
}

const nothing: Gone = { statements: new Set(), claims: new Set() };

/** The day that a passage's earlier statements are earlier than: its post's own, else the page's; null for none. */
export const dayOf = (reply: PageReply, passage: ReportPassage): string | null =>
  passage.published ?? reply.report.page.published;

/** Words that stand in none of the others: "not" says nothing beside "will not cede". */
const distinct = (words: readonly string[]): string[] => {
  const low = words.map((word) => word.toLowerCase());
  return words.filter(
    (_, i) => !low.some((other, j) => other !== low[i] && j !== i && other.includes(low[i] as string)),
  );
};

/** The model of one passage's card. */
export function cardOf(
  reply: PageReply,
  passage: ReportPassage,
  show: Settings['show'] = { contradicts: true, confirms: true, related: false },
  gone: Gone = nothing,
): CardModel {
  const claims = passage.readings.filter(({ proposition }) => !gone.claims.has(proposition));
  const all = passage.evidence.flatMap((evidence): CardItem[] => {
    const statement = reply.statements[evidence.statement];
    if (!statement || gone.statements.has(evidence.statement) || claims.length === 0) return [];
    return [
      {
        evidence,
        statement,
        reversal: evidence.sameSpeaker && evidence.relation === 'contradicts',
        machine: statement.readings.some((r) => r.readBy === 'machine'),
        language: reply.report.page.language,
      },
    ];
  });
  const of = (relation: Relation): CardItem[] => all.filter((item) => item.evidence.relation === relation);
  return {
    page: reply.report.page,
    passage,
    claims: claims.map(({ proposition, stance, because }) => ({
      id: proposition,
      claim: reply.propositions[proposition]?.claim ?? proposition,
      stance,
      because: distinct(because),
    })),
    items: all.filter(
      ({ evidence: { relation } }) => (relation === 'contradicts' || relation === 'confirms') && show[relation],
    ),
    left: {
      contradicts: show.contradicts ? [] : of('contradicts'),
      confirms: show.confirms ? [] : of('confirms'),
    },
    related: of('related'),
    sources: of('same'),
    counts: { contradicts: of('contradicts').length, confirms: of('confirms').length },
    published: dayOf(reply, passage),
  };
}
