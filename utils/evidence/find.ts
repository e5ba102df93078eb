/** A passage × earlier statements → the evidence of its card. Pure but for the source it is handed. */
import type { Evidence, Passage, PassageReading, Proposition, Reading, Relation, Statement } from '../types';
import { compare, daysBetween } from './compare';
import { likenessOf, numbersOf, type WordNumbers } from './numbered';
import { type Found, rank } from './rank';
import { reasonsFor } from './reason';
import { isSame, SAME_DAYS } from './same';
import { wordSet } from './similar';

/** Where statements come from. */
export interface EvidenceSource {
  /** Items for one passage of a page, at most, the best ones (`best.ts`); absent: all that there are. */
  readonly most?: number;
  /**
   * Statements that take a stance on a proposition, newest first, dated before `before` (ISO day, exclusive; null: no
   * limit) and not before `after` (inclusive; null: no limit).
   */
  earlier(proposition: string, before: string | null, after: string | null): Promise<Statement[]>;
}

export interface PassageEvidence {
  evidence: Evidence[];
  statements: Statement[];
}

const order: Relation[] = ['same', 'contradicts', 'confirms', 'related'];

const day = (date: string, offset: number): string =>
  new Date(Date.parse(date) + offset * 86_400_000).toISOString().slice(0, 10);

/** Each statement's words are asked for by every passage that it answers. */
const said = new WeakMap<Statement, WordNumbers>();

/** Content words of a statement's quote and gist. */
function wordsSaid(statement: Statement): WordNumbers {
  let words = said.get(statement);
  if (!words) {
    words = numbersOf(wordSet(`${statement.quote} ${statement.gist}`));
    said.set(statement, words);
  }
  return words;
}

function relate(
  reading: PassageReading,
  statement: Statement,
  days: number,
  proposition: Proposition,
): [Relation, Reading] | null {
  for (const other of statement.readings) {
    const relation = compare(reading, other, days, proposition);
    if (relation) return [relation, other];
  }
  return null;
}

/**
 * Earlier statements for one passage of a page published on `published` (ISO day), ranked, all of them. On a page
 * without a date nothing can be called earlier: `daysEarlier` is then counted from `today` and only tells their order.
 * `nameOf` gives one name to whoever is spelled in several ways. `told`: statements whose utterance the page gives
 * elsewhere (utils/evidence/told.ts).
 */
export async function findEvidence(
  passage: Passage,
  published: string | null,
  propositions: ReadonlyMap<string, Proposition>,
  source: EvidenceSource,
  today: string,
  nameOf: (speaker: string) => string = (speaker) => speaker,
  told: ReadonlySet<string> = new Set(),
): Promise<PassageEvidence> {
  const at = published ?? today;
  const words = numbersOf(wordSet(passage.text));
  const speaker = passage.speaker === null ? null : nameOf(passage.speaker);
  const found = new Map<string, Found>();
  for (const reading of passage.readings) {
    const proposition = propositions.get(reading.proposition);
    if (!proposition) continue;
    const reasonOf = reasonsFor(reading, proposition);
    const after = proposition.windowDays === undefined ? null : day(at, -proposition.windowDays);
    for (const id of [proposition.id, ...(proposition.opposes ?? [])])
      for (const statement of await source.earlier(id, at, after)) {
        const days = daysBetween(statement.date, at);
        const related = days > 0 ? relate(reading, statement, days, proposition) : null;
        if (!related) continue;
        const [relation, other] = related;
        const isOwn = nameOf(statement.speaker) === speaker;
        const news = told.has(statement.id) && relation === 'confirms' && days <= SAME_DAYS;
        const again = news && (isOwn || speaker === null);
        const same = published !== null && (again || (isOwn && isSame(passage, statement, days, relation)));
        const known = found.get(statement.id);
        const final: Relation = same ? 'same' : relation;
        if (known && order.indexOf(known.evidence.relation) <= order.indexOf(final)) continue;
        const own = wordsSaid(statement);
        found.set(statement.id, {
          statement,
          words: own,
          closeness: likenessOf(own, words),
          evidence: {
            statement: statement.id,
            relation: final,
            sameSpeaker: isOwn,
            daysEarlier: days,
            reason: reasonOf(other, final),
          },
        });
      }
  }
  const ranked = rank([...found.values()]);
  return { evidence: ranked.map((f) => f.evidence), statements: ranked.map((f) => f.statement) };
}
