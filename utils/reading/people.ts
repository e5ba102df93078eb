/** The pack's people and institutions, made ready for look-up by name, short name and title. */
import type { Entity } from '../types';

/** A row of words that stands for an entity. */
export interface NameEntry {
  words: string[];
  entity: Entity;
  how: 'name' | 'short' | 'ambiguous' | 'title' | 'group';
  /** Meets words however they are capitalised, with or without full stops, British or American. */
  loose: boolean;
  from?: string;
  to?: string;
}

export interface PeopleIndex {
  /** By first word as written; longest first. */
  byFirst: Map<string, NameEntry[]>;
  /** Those that are loose, by first word in the loose form; longest first. */
  byFirstLoose: Map<string, NameEntry[]>;
  /** Who can be called "the president" and the like. */
  byHead: Map<string, Entity[]>;
  byId: Map<string, Entity>;
  byName: Map<string, Entity>;
}

/** Words of a name: "Zelensky's" → Zelensky, 's; "U.S." and "J.D." stay whole. */
export const nameWords = (text: string): string[] =>
  text.match(/(?:\p{L}\.){2,}|['’]s\b|[\p{L}\p{N}]+(?:[-.’'](?!s\b)[\p{L}\p{N}]+)*/gu) ?? [];

const unaccented = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('ł', 'l')
    .replace('ø', 'o');

/** One form for "U.S." and "US", "Defense" and "defence": lower case, no full stops, British spelling. */
export const plainWord = (low: string): string => {
  const word = low.includes('.') ? low.replaceAll('.', '') : low;
  return word === 'defense' ? 'defence' : word === 'center' ? 'centre' : word;
};

function entriesOf(entity: Entity): NameEntry[] {
  const out: NameEntry[] = [];
  const add = (text: string, how: NameEntry['how'], term: { from?: string; to?: string } = {}): void => {
    const words = nameWords(text).filter((word, i) => i > 0 || !/^the$/i.test(word));
    const loose = how === 'title' || how === 'group' || (entity.kind === 'institution' && words.length > 1);
    if (words.length > 0)
      out.push({ words: loose ? words.map((w) => plainWord(w.toLowerCase())) : words, entity, how, loose, ...term });
  };
  const full = entity.kind === 'group' ? 'group' : 'name';
  if (entity.kind !== 'group') {
    add(entity.name, 'name');
    add(unaccented(entity.name), 'name');
  }
  for (const spelling of entity.spellings ?? []) add(spelling, full);
  for (const short of entity.short ?? []) for (const form of new Set([short, unaccented(short)])) add(form, 'short');
  for (const name of entity.ambiguous ?? []) add(name, 'ambiguous');
  for (const { title, from, to } of entity.titles ?? []) add(title, 'title', { from, to });
  return out;
}

/** Does somebody hold, on `date`, an office called by `head`? Without titles that say so, anybody may. */
export function holds(entity: Entity, head: string, date: string | null): boolean {
  const offices = (entity.titles ?? []).filter((t) => t.title.includes(head) && !/^(?:former|ex)\b/.test(t.title));
  if (date === null || offices.length === 0) return true;
  return offices.some((t) => (!t.from || t.from <= date) && (!t.to || date < t.to));
}

/** Builds the index; once per pack. */
export function indexPeople(people: readonly Entity[]): PeopleIndex {
  const byFirst = new Map<string, NameEntry[]>();
  const byFirstLoose = new Map<string, NameEntry[]>();
  for (const entry of people.flatMap(entriesOf)) {
    const map = entry.loose ? byFirstLoose : byFirst;
    const key = entry.words[0] as string;
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  }
  const byHead = new Map<string, Entity[]>();
  for (const person of people)
    for (const head of person.heads ?? []) byHead.set(head, [...(byHead.get(head) ?? []), person]);
  for (const list of [...byFirst.values(), ...byFirstLoose.values()])
    list.sort((a, b) => b.words.length - a.words.length);
  return {
    byFirst,
    byFirstLoose,
    byHead,
    byId: new Map(people.map((p) => [p.id, p])),
    byName: new Map(people.map((p) => [p.name, p])),
  };
}
