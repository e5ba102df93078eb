/** What a card shows, worked out of a report. Pure. */
import { namesOf, type Told, termOf, toldOf, whoOf } from '../../utils/in-language';
import type { PageProposition, PageReply, StatementView, TimelineDot } from '../../utils/messages';
import type { Settings } from '../../utils/settings';
import type { Evidence, PageReport, Relation, ReportPassage, Stance } from '../../utils/types';

export interface CardItem {
  evidence: Evidence;
  statement: StatementView;
  /** The same speaker now says the opposite. */
  reversal: boolean;
  /** Only the engine has read it. */
  machine: boolean;
  /** The speaker's name in the reader's language. */
  name: string;
  /** The speaker's role, and the side where the role does not tell it; may be empty. */
  role: string;
  side: string;
  /** BCP 47 tag of the statements. */
  language: string;
  /** What the reason names, in the reader's language; absent where the pack has it in its own alone. */
  told?: Told;
  /** The passage's claim that it is about. */
  claim: string;
}

export interface CardClaim {
  id: string;
  claim: string;
  /** A few words for the claim. */
  label: string;
  /** BCP 47 tag of both. */
  language: string;
  /** The claim as its pack has it. */
  pack: string;
  stance: Stance;
  /** The claim is about an occasion: only statements within so many days of each other are compared. */
  within?: number;
  /** The passage's words that led to the reading. */
  because: string[];
}

export interface CardModel {
  page: PageReport['page'];
  passage: ReportPassage;
  /** Who speaks in the passage, by the name in the reader's language; null where nobody is named. */
  speaker: string | null;
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
  stance: Stance;
  dots: readonly TimelineDot[];
}

/** Items shown before "all N". */
export const FIRST = 5;

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

/** The passage's claim that evidence is about: the one that its reason names, or one on which the statement was read. */
function claimOf({ reason }: Evidence, { readings }: StatementView, claims: readonly CardClaim[]): string {
  const named = 'claim' in reason && claims.find(({ pack }) => pack === reason.claim);
  const own = named || claims.find(({ id }) => readings.some(({ proposition }) => proposition === id)) || claims[0];
  return own?.id ?? '';
}

/** The model of one passage's card. */
export function cardOf(
  reply: PageReply,
  passage: ReportPassage,
  show: Settings['show'] = { contradicts: true, confirms: true, related: false },
  gone: Gone = nothing,
): CardModel {
  const read = passage.readings.map(({ proposition, stance, because }): CardClaim => {
    const found: Partial<PageProposition> & { claim: string } = reply.propositions[proposition] ?? {
      claim: proposition,
    };
    const names = namesOf(found, reply.report.page.language);
    const within = found.windowDays ? { within: found.windowDays } : {};
    return { id: proposition, ...names, pack: found.claim, stance, ...within, because: distinct(because) };
  });
  const all = passage.evidence.flatMap((evidence): CardItem[] => {
    const statement = reply.statements[evidence.statement];
    const claim = statement && claimOf(evidence, statement, read);
    if (!claim || gone.statements.has(evidence.statement) || gone.claims.has(claim)) return [];
    const told = toldOf(evidence.reason, reply.propositions);
    return [
      {
        evidence,
        statement,
        reversal: evidence.sameSpeaker && evidence.relation === 'contradicts',
        machine: statement.readings.some((r) => r.readBy === 'machine'),
        name: termOf(reply.terms?.names, statement.speaker),
        ...whoOf(statement, reply.terms),
        language: reply.report.page.language,
        ...(told ? { told } : {}),
        claim,
      },
    ];
  });
  const of = (relation: Relation): CardItem[] => all.filter((item) => item.evidence.relation === relation);
  return {
    page: reply.report.page,
    passage,
    speaker: passage.speaker && termOf(reply.terms?.names, passage.speaker),
    claims: read.filter(({ id }) => !gone.claims.has(id)),
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

/** A card narrowed to one of its claims; where its quotation comes from belongs to all of them. */
export function ofClaim(model: CardModel, id: string): CardModel {
  const own = (items: readonly CardItem[]): CardItem[] => items.filter(({ claim }) => claim === id);
  const items = own(model.items);
  const left = { contradicts: own(model.left.contradicts), confirms: own(model.left.confirms) };
  const count = (relation: 'contradicts' | 'confirms'): number =>
    left[relation].length + items.filter(({ evidence }) => evidence.relation === relation).length;
  return {
    ...model,
    claims: model.claims.filter((claim) => claim.id === id),
    items,
    left,
    related: own(model.related),
    counts: { contradicts: count('contradicts'), confirms: count('confirms') },
  };
}
