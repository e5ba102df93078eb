/** The pack's people and institutions, made ready for look-up by name, short name and title. */
import type { Entity } from '../types';

/** A row of words that stands for an entity. */
export interface NameEntry {
  words: string[];
  entity: Entity;
  how: 'name' | 'short' | 'ambiguous' | 'title' | 'group';
  from?: string;
  to?: string;
}

export interface PeopleIndex {
  /** By first word (as written for names, lower case for titles and groups); longest first. */
  byFirst: Map<string, NameEntry[]>;
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

function entriesOf(entity: Entity): NameEntry[] {
  const out: NameEntry[] = [];
  const add = (text: string, how: NameEntry['how'], term: { from?: string; to?: string } = {}): void => {
    const lower = how === 'title' || how === 'group';
    const words = nameWords(lower ? text.toLowerCase() : text).filter((word, i) => i > 0 || !/^the$/i.test(word));
    if (words.length > 0) out.push({ words, entity, how, ...term });
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

/** Builds the index; once per pack. */
export function indexPeople(people: readonly Entity[]): PeopleIndex {
  const byFirst = new Map<string, NameEntry[]>();
  for (const entry of people.flatMap(entriesOf)) {
    const list = byFirst.get(entry.words[0] as string);
    if (list) list.push(entry);
    else byFirst.set(entry.words[0] as string, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirst, byId: new Map(people.map((p) => [p.id, p])), byName: new Map(people.map((p) => [p.name, p])) };
}
