/** What a card shows, worked out of a report. Pure. */
import type { PageReply, StatementView } from '../../utils/messages';
import type { Evidence, Relation, ReportPassage, Stance } from '../../utils/types';

export { spanOf } from '../../utils/dates';

export interface CardItem {
  evidence: Evidence;
  statement: StatementView;
  /** The same speaker now says the opposite. */
  reversal: boolean;
  machine: boolean;
}

export interface CardModel {
  passage: ReportPassage;
  claims: { id: string; claim: string; stance: Stance }[];
  items: CardItem[];
  related: CardItem[];
  sources: CardItem[];
  counts: Record<'contradicts' | 'confirms', number>;
  /** ISO day of the page, or null when nothing can be called earlier. */
  published: string | null;
}

/** Items shown before "all N". */
export const FIRST = 5;

/** The model of one passage's card. `hidden` are statements that the reader just muted. */
export function cardOf(reply: PageReply, passage: ReportPassage, hidden: ReadonlySet<string> = new Set()): CardModel {
  const items = passage.evidence.flatMap((evidence): CardItem[] => {
    const statement = reply.statements[evidence.statement];
    if (!statement || hidden.has(evidence.statement)) return [];
    return [
      {
        evidence,
        statement,
        reversal: evidence.sameSpeaker && evidence.relation === 'contradicts',
        machine: statement.readings.some((r) => r.readBy === 'machine'),
      },
    ];
  });
  const of = (...relations: Relation[]): CardItem[] =>
    items.filter((item) => relations.includes(item.evidence.relation));
  return {
    passage,
    claims: passage.readings.map((r) => ({
      id: r.proposition,
      claim: reply.propositions[r.proposition]?.claim ?? r.proposition,
      stance: r.stance,
    })),
    items: of('contradicts', 'confirms'),
    related: of('related'),
    sources: of('same'),
    counts: { contradicts: of('contradicts').length, confirms: of('confirms').length },
    published: reply.report.page.published,
  };
}
