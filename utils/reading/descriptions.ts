/** Speakers meant by a description: "the Russian president", "his president", "an official", "the think tank". */
import type { Entity } from '../types';
import type { Memory } from './memory';
import { holds, type PeopleIndex } from './people';
import type { Found } from './strangers';
import type { Mention } from './types';
import type { Word } from './words';

const list = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Those who speak without a name. Facts of English. */
const nouns = list(
  `spokesman spokeswoman spokesperson spokespeople official aide adviser advisor source lawyer attorney diplomat commander soldier officer analyst expert resident researcher witness
  professor senator congressman congresswoman lawmaker legislator minister reporter journalist prosecutor pollster voter supporter critic observer ambassador envoy negotiator mediator
  host historian economist scholar strategist insider operative staffer veteran teacher doctor nurse student mayor governor general colonel major captain sergeant pilot
  volunteer activist protester demonstrator worker driver farmer businessman businesswoman executive banker trader investor author writer editor columnist commentator blogger
  politician candidate deputy delegate representative secretary chairman chairwoman chief leader president premier chancellor judge sheriff policeman detective investigator agent
  neighbor neighbour relative brother sister mother father wife husband son daughter widow friend colleague priest bishop pastor pensioner shopkeeper translator interpreter
  moderator anchor interviewer caller viewer reader person people someone somebody ally allies think-tank watchdog newspaper magazine broadcaster agency outlet channel website`,
);
const singular = (word: string): string =>
  nouns.has(word) ? word : word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/(?:e?s)$/, '');

/** Does a word in small letters say what somebody is: "neighbour", "soldier"? */
export const isRole = (text: string): boolean => text === text.toLowerCase() && nouns.has(text);

const female = /(?:woman|daughter|mother|wife|sister)$/;
const male = /(?:spokesman|businessman|congressman|policeman|son|father|husband|brother)$/;

export const unnamed = (name: string): Entity => ({
  ...(female.test(name)
    ? { gender: 'f' as const }
    : male.test(name) && !/person$/.test(name)
      ? { gender: 'm' as const }
      : {}),
  id: `page:${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-unnamed`,
  name: `${name} (unnamed)`,
  kind: 'group',
});

/** "an aide", "two officers": somebody without a name. */
export function unnamedAt(words: readonly Word[], at: number): Found | null {
  const word = words[at] as Word;
  if (word.text !== word.low || word.quoted) return null;
  if (!nouns.has(word.low) && !(word.low.endsWith('s') && nouns.has(singular(word.low)))) return null;
  // "the defense secretary general": only the last noun counts; "the source of the trouble" is no person.
  const next = words[at + 1]?.low ?? '';
  if (nouns.has(next) || nouns.has(singular(next))) return null;
  return { entity: unnamed(word.low), length: 1 };
}

const determiners = list("the his her its their 's");

/** "the president", "the agency"; with a possessive ("his president", "its spokesman") whoever holds the office on the owner's side. */
export function headAt(
  words: readonly Word[],
  at: number,
  memory: Memory,
  people: PeopleIndex,
  date: string | null,
  own: readonly Mention[],
): Found | null {
  const determiner = (words[at] as Word).low;
  if (!determiners.has(determiner)) return null;
  for (const length of [3, 2, 1]) {
    if (at + length >= words.length) continue;
    const head = words
      .slice(at + 1, at + 1 + length)
      .map((w) => w.low)
      .join(' ');
    // Nobody known, met or not, is called so.
    if (!people.byHead.has(head)) continue;
    const next = words[at + 1 + length]?.low;
    if (/^(?:of|and|'s|to|in|at|for)$/.test(next ?? '') && (determiner !== 'the' || /^(?:of|and)$/.test(next ?? '')))
      continue;
    if (length === 1 && next !== undefined && (nouns.has(next) || nouns.has(singular(next)))) continue;
    if (determiner === 'the') {
      const only = (people.byHead.get(head) ?? []).filter((e) => e.kind === 'person' && holds(e, head, date));
      const entity = memory.byHead(head, date) ?? (date !== null && only.length === 1 ? only[0] : undefined);
      if (entity) return { entity, length: length + 1 };
      continue;
    }
    const before = own.at(-1);
    const owner =
      determiner === "'s"
        ? before?.end === (words[at] as Word).start
          ? before.entity
          : null
        : determiner === 'his' || determiner === 'her'
          ? memory.person(determiner === 'her' ? 'f' : 'm', own)
          : (own.find((m) => m.entity.kind === 'institution')?.entity ?? memory.group(true));
    if (!owner?.side) continue;
    const fits = (people.byHead.get(head) ?? []).filter(
      (e) => e !== owner && e.side === owner.side && holds(e, head, date) && e.kind === 'person',
    );
    // The owner himself holds the office: "his" was somebody else on that side, and he is meant.
    if (fits.length === 0 && owner.heads?.includes(head) && owner.kind === 'person')
      return { entity: owner, length: length + 1 };
    if (fits.length === 1) return { entity: fits[0] as Entity, length: length + 1 };
  }
  return null;
}
