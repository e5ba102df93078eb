/** Who is named, titled or meant by a pronoun, sentence by sentence, with what was read so far in mind. */
import type { Entity } from '../types';
import { genderOf, isParticle, nameWord, personOf } from './names';
import type { NameEntry, PeopleIndex } from './people';
import type { Mention, Span } from './types';
import { speaks as tells } from './verbs';

export interface Word extends Span {
  text: string;
  low: string;
  /** Inside a direct quotation. */
  quoted: boolean;
}

const shape = /(?:\p{L}\.){2,}|['’]s\b|[\p{L}\p{N}]+(?:[-.’'](?!s\b)[\p{L}\p{N}]+)*|[;:,—–―]|--/gu;

/** Words and the marks that part clauses; offsets in the article's text. */
export function wordsOf(text: string, span: Span, quotes: readonly Span[]): Word[] {
  return [...text.slice(span.start, span.end).matchAll(shape)].map((m) => {
    const start = span.start + m.index;
    const end = start + m[0].length;
    return {
      start,
      end,
      text: m[0],
      low: m[0].toLowerCase().replaceAll('’', "'"),
      quoted: quotes.some((q) => start >= q.start && end <= q.end),
    };
  });
}

const honorific =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Sen|Rep|Gov|Gen|Lt|Col|President|Senator|Secretary|Chancellor|Minister|Congressman|Congresswoman|Representative|Governor|General)\.?$/;
const unnamed =
  /^(?:spokesman|spokeswoman|spokesperson|official|officials|aide|aides|adviser|advisers|advisor|source|sources|lawyer|diplomat|commander|soldier|analyst|analysts|expert|experts|resident|residents|researcher|researchers|witness|professor|senator|lawmaker|lawmakers|minister|ministers|reporter|prosecutor|prosecutors|pollster|voter|voters|supporters|critics|observers)$/;

/** Remembers who was met on the page. */
export class Memory {
  /** Most recent last. */
  readonly recent: Mention[] = [];
  private readonly surnames = new Map<string, Entity>();
  /** Who spoke last, and who was the subject of the sentence before. */
  speaker: Entity | null = null;
  subject: Entity | null = null;

  learn(entity: Entity): void {
    const words = entity.name.split(' ');
    const last = words.at(-1) as string;
    if (entity.kind === 'person' && words.length > 1) this.surnames.set(last, entity);
    for (const name of entity.ambiguous ?? []) this.surnames.set(name, entity);
  }

  /** A name of one word. */
  remember(word: string, entity: Entity): void {
    this.surnames.set(word, entity);
  }

  bySurname(word: string): Entity | undefined {
    return this.surnames.get(word);
  }

  /** The person meant by "he" or "she" at this point; `own` are the sentence's mentions so far. */
  person(gender: 'm' | 'f', own: readonly Mention[]): Entity | null {
    const fits = (e: Entity | null | undefined): e is Entity =>
      e != null && e.kind === 'person' && (e.gender === undefined || e.gender === gender);
    const here = own.find((m) => m.how !== 'pronoun' && fits(m.entity));
    if (here) return here.entity;
    if (fits(this.speaker)) return this.speaker;
    if (fits(this.subject)) return this.subject;
    for (let i = this.recent.length - 1; i >= Math.max(0, this.recent.length - 25); i -= 1) {
      const entity = this.recent[i]?.entity;
      if (fits(entity)) return entity;
    }
    return null;
  }

  /** The person last met who can be called "the president" and the like. */
  byHead(head: string): Entity | null {
    const fits = (e: Entity | null): e is Entity => e?.heads?.includes(head) === true;
    if (fits(this.speaker)) return this.speaker;
    for (let i = this.recent.length - 1; i >= Math.max(0, this.recent.length - 40); i -= 1) {
      const entity = (this.recent[i] as Mention).entity;
      if (fits(entity)) return entity;
    }
    return null;
  }
}

const inTerm = (entry: NameEntry, date: string | null): boolean =>
  date === null || ((!entry.from || entry.from <= date) && (!entry.to || date < entry.to));

function entryAt(
  words: readonly Word[],
  at: number,
  people: PeopleIndex,
  date: string | null,
  memory: Memory,
): { entry: NameEntry; length: number } | null {
  const word = words[at] as Word;
  const lists = [
    people.byFirst.get(word.text),
    word.text === word.low ? undefined : people.byFirst.get(word.low),
    word.low === word.text ? people.byFirst.get(word.low) : undefined,
  ];
  let best: { entry: NameEntry; length: number } | null = null;
  for (const list of lists)
    for (const entry of list ?? []) {
      const lower = entry.how === 'title' || entry.how === 'group';
      const meets = entry.words.every((w, i) => {
        const other = words[at + i];
        return (
          other !== undefined &&
          (lower
            ? other.low === w || other.low.replaceAll('.', '') === w
            : other.text === w || other.text.replaceAll('’', "'") === w)
        );
      });
      if (!meets || !inTerm(entry, date)) continue;
      if (entry.how === 'ambiguous' && memory.bySurname(entry.words[0] as string) !== entry.entity) continue;
      if (
        best === null ||
        entry.words.length > best.length ||
        (entry.words.length === best.length && best.entry.how === 'ambiguous')
      )
        best = { entry, length: entry.words.length };
    }
  return best;
}

/** A name by its capitals: at least two words, or the surname of somebody met before. */
function unknownAt(words: readonly Word[], at: number, memory: Memory): { entity: Entity; length: number } | null {
  const first = words[at] as Word;
  if (!nameWord(first.text)) return null;
  let length = 1;
  while (length < 5) {
    const word = words[at + length];
    const last = words[at + length - 1] as Word;
    // An initial's full stop is no word of its own: "John D. Podesta".
    if (!word || /^['’]s$/.test(word.text) || word.start - last.end > (last.text.length === 1 ? 2 : 1)) break;
    if (
      nameWord(word.text) ||
      /^(?:[A-Z]|II|III|IV)$/.test(word.text) ||
      (isParticle(word.text) && nameWord(words[at + length + 1]?.text ?? ''))
    )
      length += 1;
    else break;
  }
  const title = words[at - 1]?.text.replace(/\.$/, '');
  const spoken = words.slice(at, at + length).map((w) => w.text);
  const met = memory.bySurname(spoken.at(-1) as string);
  if (length === 1) {
    if (met) return { entity: met, length };
    // A surname alone names somebody only where it is addressed as a person, or plainly speaks.
    const speaks =
      tells(words[at + 1]?.low ?? '') || (tells(words[at - 1]?.low ?? '') && /^[,.]?$/.test(words[at + 1]?.text ?? ''));
    if (!(title && honorific.test(title)) && !speaks) return null;
    if (words[at]?.quoted) return null;
    const gender = genderOf(first.text, title);
    const alone: Entity = { id: `page:${first.low}`, name: first.text, kind: 'person', ...(gender ? { gender } : {}) };
    memory.remember(first.text, alone);
    return { entity: alone, length };
  }
  if (met && (met.name === spoken.join(' ') || met.name.split(' ')[0] === spoken[0])) return { entity: met, length };
  const entity = personOf(spoken, title);
  if (!entity) return null;
  memory.learn(entity);
  return { entity, length };
}

const unnamedEntity = (name: string): Entity => ({
  id: `page:${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
  name,
  kind: 'group',
});

/** Words between "the" and a head noun: "the US president", "the Russian leader". */
function headAt(words: readonly Word[], at: number, memory: Memory): { entity: Entity; length: number } | null {
  if (!/^(?:the|his|her|their)$/.test((words[at] as Word).low)) return null;
  for (const length of [2, 1]) {
    const head = words
      .slice(at + 1, at + 1 + length)
      .map((w) => w.low)
      .join(' ');
    const next = words[at + 1 + length]?.low;
    if (at + length >= words.length || next === 'of' || next === 'and') continue;
    const entity = memory.byHead(head);
    if (entity) return { entity, length: length + 1 };
  }
  return null;
}

/** The mentions of one sentence, in order. Updates `memory` with the people met; the caller sets its speaker and subject. */
export function findMentions(
  words: readonly Word[],
  people: PeopleIndex,
  date: string | null,
  memory: Memory,
): Mention[] {
  const out: Mention[] = [];
  const put = (from: number, length: number, entity: Entity, how: Mention['how']): number => {
    const start = (words[from] as Word).start;
    const end = (words[from + length - 1] as Word).end;
    const last = out.at(-1);
    const gap = last ? words.filter((w) => w.start >= last.end && w.end <= start) : [];
    // "Kremlin spokesman Dmitry Peskov", "the Kremlin spokesman, Dmitry Peskov": one mention.
    if (
      last &&
      how === 'name' &&
      last.how === 'title' &&
      entity.kind === 'person' &&
      (gap.length === 0 ||
        ((last.entity === entity || entity.id.startsWith('page:')) && gap.every((w) => w.text === ',')))
    ) {
      last.end = end;
      last.entity = entity;
      last.how = 'name';
    } else out.push({ start, end, entity, how });
    return from + length;
  };
  let i = 0;
  while (i < words.length) {
    const word = words[i] as Word;
    if (/^(?:he|him|she|himself|herself)$/.test(word.low) && !word.quoted) {
      const entity = memory.person(/^s?her|^she/.test(word.low) ? 'f' : 'm', out);
      i = entity ? put(i, 1, entity, 'pronoun') : i + 1;
      continue;
    }
    const known = entryAt(words, i, people, date, memory);
    if (known) {
      // "the US official": the article may carry a title of its own.
      const { entity } = known.entry;
      if (entity.kind === 'person') memory.learn(entity);
      const how = known.entry.how === 'title' || known.entry.how === 'group' ? 'title' : 'name';
      i = put(i, known.length, entity, how);
      continue;
    }
    const head = headAt(words, i, memory);
    if (head) {
      i = put(i, head.length, head.entity, 'title');
      continue;
    }
    const unknown = unknownAt(words, i, memory);
    if (unknown) {
      if (!unknown.entity.gender) {
        const gender = genderOf('', words[i - 1]?.text);
        if (gender && unknown.entity.id.startsWith('page:')) unknown.entity.gender = gender;
      }
      i = put(i, unknown.length, unknown.entity, 'name');
      continue;
    }
    if (unnamed.test(word.low) && !honorific.test(word.text)) {
      i = put(i, 1, unnamedEntity(`${word.low} (unnamed)`), 'title');
      continue;
    }
    i += 1;
  }
  memory.recent.push(...out.filter((m) => m.how !== 'pronoun'));
  return out;
}
