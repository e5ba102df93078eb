/** People and bodies whom the pack does not know, found by their capitals and by what they do. */
import type { Entity } from '../types';
import { isRole } from './descriptions';
import type { Memory } from './memory';
import { bodyWord, capital, genderOf, isParticle, nameWord, personOf } from './names';
import type { PeopleIndex } from './people';
import { speaks } from './verbs';
import type { Word } from './words';

export interface Found {
  entity: Entity;
  /** In words. */
  length: number;
}

const honorific =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Sen|Rep|Del|Gov|Gen|Lt|Col|President|Senator|Secretary|Chancellor|Minister|Congressman|Congresswoman|Representative|Governor|General|Ambassador|Professor|Judge|Justice|Mayor|Captain|Major|Sergeant|Colonel|Lieutenant|Admiral|Commander)\.?$/;

const slug = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
/** White space or an initial's full stop between two words of one name: "John D. Podesta". */
const adjoins = (last: Word, word: Word): boolean => word.start - last.end <= (last.text.length === 1 ? 2 : 1);

/** A name by its capitals: at least two words, or the surname of somebody met before. `known` tells where a known name begins. */
export function personAt(
  words: readonly Word[],
  at: number,
  memory: Memory,
  known: (at: number) => boolean,
): Found | null {
  const first = words[at] as Word;
  if (first.text === first.low || !nameWord(first.text)) return null;
  let length = 1;
  while (length < 5) {
    const word = words[at + length];
    if (!word || /^['’]s$/.test(word.text) || !adjoins(words[at + length - 1] as Word, word)) break;
    // "Villages Russia holds": a capital at the start of a sentence is no sign of a name.
    if (length === 1 && at === 0 && known(at + 1) && genderOf(first.text) === undefined) break;
    const part =
      nameWord(word.text) ||
      /^(?:[A-Z]|II|III|IV)$/.test(word.text) ||
      (isParticle(word.text) && nameWord(words[at + length + 1]?.text ?? ''));
    if (!part) break;
    length += 1;
  }
  const title = words[at - 1]?.text.replace(/\.$/, '');
  const spoken = words.slice(at, at + length).map((w) => w.text);
  const met = memory.bySurname(spoken.at(-1) as string);
  if (length === 1) {
    if (met) return { entity: met, length };
    // A surname alone names somebody only where it is addressed as a person, or plainly speaks.
    const tells =
      speaks(words[at + 1]?.low ?? '') ||
      (speaks(words[at - 1]?.low ?? '') && /^[,.]?$/.test(words[at + 1]?.text ?? ''));
    // "her neighbour Petro": a given name behind what somebody is.
    const called = isRole(words[at - 1]?.text ?? '') && genderOf(first.text) !== undefined;
    if (first.quoted || !((title && honorific.test(title)) || tells || called)) return null;
    const gender = genderOf(first.text, title);
    const entity: Entity = {
      id: `page:${slug(first.text)}`,
      name: first.text,
      kind: 'person',
      ...(gender ? { gender } : {}),
    };
    memory.remember(first.text, entity);
    return { entity, length };
  }
  if (met && (met.name === spoken.join(' ') || met.name.split(' ')[0] === spoken[0])) return { entity: met, length };
  const entity = personOf(spoken, title);
  if (!entity) return null;
  memory.learn(entity);
  return { entity, length };
}

const roles = /^(?:host|question|reporter|moderator|anchor|interviewer|presenter|q|narrator)$/i;

/** "WHITAKER: There is no deadline.": the name in capitals before a colon that opens a turn of a transcript. */
export function transcriptTurn(words: readonly Word[], memory: Memory, people: PeopleIndex): Found | null {
  const length = words.slice(0, 9).findIndex((w) => w.text === ':');
  if (length < 1) return null;
  if (!words.slice(0, length).every((w) => w.text === ',' || /^\p{Lu}[\p{Lu}’'.-]+$/u.test(w.text))) return null;
  // "JANE DOE (R-OH):", "DOE, FORMER DIPLOMAT:": the name ends at a comma or a bracket.
  const stop = words.findIndex((w, i) => i > 0 && (w.text === ',' || w.start - (words[i - 1] as Word).end > 1));
  const names = words.slice(0, stop > 0 && stop < length ? stop : length);
  const title = (text: string): string => text[0] + text.slice(1).toLowerCase();
  const surname = title((names.at(-1) as Word).text);
  const known = memory.bySurname(surname) ?? people.byFirst.get(surname)?.find((e) => e.how === 'short')?.entity;
  if (known) return { entity: known, length };
  if (surname.length < 3 || roles.test(surname)) return null;
  const name = names.map((w) => title(w.text)).join(' ');
  return { entity: { id: `page:${slug(name)}`, name, kind: 'person' }, length };
}

const joint = /^(?:of|for|the|and|on|in|to|&)$/;

/** A body by its capitals and one telling word: "the Center for Naval Studies", "Black Bird Group", "The Washington Post". */
export function bodyAt(words: readonly Word[], at: number): Found | null {
  const first = words[at] as Word;
  if (
    first.text === first.low ||
    !/^\p{Lu}/u.test(first.text) ||
    first.quoted ||
    /^(?:The|A|An|In|On|At|But|And)$/.test(first.text)
  )
    return null;
  let length = 1;
  for (let i = at + 1; i < words.length && i < at + 9; i += 1) {
    const word = words[i] as Word;
    if (!adjoins(words[i - 1] as Word, word)) break;
    if (capital(word.text) || /^\p{Lu}{2,}$/u.test(word.text)) length = i - at + 1;
    else if (!joint.test(word.text) || !bodyWord(first.text)) break;
  }
  // "Federation Council Ivan Petrov": the body's name ends with its telling word.
  if (!bodyWord(first.text)) {
    const telling = words.slice(at, at + length).findLastIndex((w) => bodyWord(w.text));
    if (telling >= 0) length = telling + 1;
  }
  const spoken = words.slice(at, at + length).map((w) => w.text);
  const acronym = length === 1 && /^\p{Lu}{3,6}$/u.test(first.text) && speaks(words[at + 1]?.low ?? '');
  const article = words[at - 1]?.low === 'the';
  const single =
    length === 1 &&
    article &&
    (bodyWord(first.text) ||
      /^(?:Times|Post|Journal|Guardian|Economist|Telegraph|Treasury|Atlantic)$/.test(first.text));
  const told = bodyWord(spoken.at(-1) as string) || bodyWord(spoken[0] as string);
  if (!acronym && !single && !(length > 1 && told)) return null;
  const name = spoken.join(' ');
  return { entity: { id: `page:${slug(name)}`, name, kind: 'institution' }, length };
}
