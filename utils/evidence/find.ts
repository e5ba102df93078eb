/** A passage × earlier statements → the evidence of its card. Pure but for the source it is handed. */
import type { Evidence, Passage, PassageReading, Proposition, Reading, Relation, Statement } from '../types';
import { type Comparable, compare, daysBetween } from './compare';
import { type Found, rank } from './rank';
import { reasonFor } from './reason';
import { isSame, SAME_DAYS } from './same';
import { likeness, wordSet } from './similar';

/** Where statements come from. */
export interface EvidenceSource {
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
const said = new WeakMap<Statement, ReadonlySet<string>>();

/** Content words of a statement's quote and gist. */
function wordsSaid(statement: Statement): ReadonlySet<string> {
  let words = said.get(statement);
  if (!words) {
    words = wordSet(`${statement.quote} ${statement.gist}`);
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
  const words = wordSet(passage.text);
  const speaker = passage.speaker === null ? null : nameOf(passage.speaker);
  const found = new Map<string, Found>();
  for (const reading of passage.readings) {
    const proposition = propositions.get(reading.proposition);
    if (!proposition) continue;
    const after = proposition.windowDays === undefined ? null : day(at, -proposition.windowDays);
    for (const id of [proposition.id, ...(proposition.opposes ?? [])])
      for (const statement of await source.earlier(id, at, after)) {
        const days = daysBetween(statement.date, at);
        const related = days > 0 ? relate(reading, statement, days, proposition) : null;
        if (!related) continue;
        const [relation, other] = related;
        const own = nameOf(statement.speaker) === speaker;
        const news = told.has(statement.id) && relation === 'confirms' && days <= SAME_DAYS;
        const again = news && (own || speaker === null);
        const same = published !== null && (again || (own && isSame(passage, statement, days, relation)));
        const known = found.get(statement.id);
        const final: Relation = same ? 'same' : relation;
        if (known && order.indexOf(known.evidence.relation) <= order.indexOf(final)) continue;
        found.set(statement.id, item(own, reading, other, final, statement, days, proposition, words));
      }
  }
  const ranked = rank([...found.values()]);
  return { evidence: ranked.map((f) => f.evidence), statements: ranked.map((f) => f.statement) };
}

function item(
  sameSpeaker: boolean,
  reading: Comparable,
  other: Comparable,
  relation: Relation,
  statement: Statement,
  daysEarlier: number,
  proposition: Proposition,
  words: ReadonlySet<string>,
): Found {
  const own = wordsSaid(statement);
  return {
    statement,
    words: own,
    closeness: likeness(own, words),
    evidence: {
      statement: statement.id,
      relation,
      sameSpeaker,
      daysEarlier,
      reason: reasonFor(reading, other, relation, proposition),
    },
  };
}
