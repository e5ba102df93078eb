/** Who is named, titled or meant by a pronoun, sentence by sentence, with what was read so far in mind. */
import type { Entity } from '../types';
import { apposed, joinSpokesmen } from './appositions';
import { headAt, unnamedAt } from './descriptions';
import { knownAt } from './known';
import type { Memory } from './memory';
import { genderOf } from './names';
import type { PeopleIndex } from './people';
import { alone, antecedents, described, oneOf, ownerOf, tells } from './pronouns';
import { bodyAt, personAt, transcriptTurn } from './strangers';
import type { Mention } from './types';
import type { Word } from './words';

/** "a Kremlin spokesman", "a former British foreign secretary": an indefinite title names no known holder. */
const indefinite = (words: readonly Word[], at: number): boolean =>
  /^(?:an?|another|one)$/.test(words[at - 1]?.low ?? '') ||
  (/^(?:former|senior|top|second|unnamed)$/.test(words[at - 1]?.low ?? '') && /^an?$/.test(words[at - 2]?.low ?? ''));

/** Is the person named at `start` whom the title before means? */
function names(words: readonly Word[], title: Mention, start: number, person: Entity): boolean {
  const gap = words.filter((w) => w.start >= title.end && w.end <= start);
  if (gap.length === 0) return true;
  if (title.entity !== person && !person.id.startsWith('page:') && !title.entity.id.endsWith('unnamed')) return false;
  return gap.every((w) => w.text === ',') || (/[^s]-unnamed$/.test(title.entity.id) && apposed(gap));
}

const persons = new Set(['he', 'him', 'she', 'himself', 'herself']);
const someOf = new Set(['one', 'another', 'others', 'some']);

/**
 * The mentions of one sentence, in order. Notes in `memory` whom it met; who is spoken of next the caller tells it.
 * `people` is the pack's index, `date` (ISO day or null) settles who held which title. Without `strangers` only known
 * people are looked for: in a headline whose every word is capitalised, capitals tell nothing.
 */
export function findMentions(
  words: readonly Word[],
  people: PeopleIndex,
  date: string | null,
  memory: Memory,
  strangers = true,
): Mention[] {
  const out: Mention[] = [];
  const put = (from: number, length: number, entity: Entity, how: Mention['how']): number => {
    const start = (words[from] as Word).start;
    const end = (words[from + length - 1] as Word).end;
    const last = out.at(-1);
    // "Kremlin spokesman Dmitry Peskov", "the Kremlin spokesman, Dmitry Peskov": one mention.
    if (last?.how === 'title' && how === 'name' && entity.kind === 'person' && names(words, last, start, entity)) {
      last.end = end;
      last.entity = entity;
      last.how = 'name';
    } else out.push({ start, end, entity, how });
    return from + length;
  };
  const isKnown = (at: number): boolean => knownAt(words, at, people, date, memory) !== null;
  let i = 0;
  const turn = transcriptTurn(words, memory, people);
  if (turn) i = put(0, turn.length, turn.entity, 'name');
  while (i < words.length) {
    const word = words[i] as Word;
    if (persons.has(word.low) && !word.quoted) {
      const entity = memory.person(/^s?her|^she/.test(word.low) ? 'f' : 'm', antecedents(words, i, out));
      i = entity ? put(i, 1, entity, 'pronoun') : i + 1;
      continue;
    }
    if ((word.low === 'it' || word.low === 'they') && !word.quoted && tells(words, i)) {
      const entity = memory.group(word.low === 'they', antecedents(words, i, out));
      i = entity ? put(i, 1, entity, 'pronoun') : i + 1;
      continue;
    }
    const owner = word.quoted ? null : ownerOf(words, i, memory, out);
    if (owner) {
      i = put(i, 2, owner, 'pronoun');
      continue;
    }
    if (someOf.has(word.low) && !word.quoted && alone(words, i)) {
      i = put(i, 1, oneOf(memory, word.low), 'title');
      continue;
    }
    const known = knownAt(words, i, people, date, memory, indefinite);
    if (known) {
      const named = known.entry.how !== 'title' && known.entry.how !== 'group';
      const { entity } = known.entry;
      if (entity.kind === 'person') memory.learn(entity);
      i = put(i, known.length, entity, named ? 'name' : 'title');
      continue;
    }
    const titled = word.low === 'the' && knownAt(words, i + 1, people, date, memory) !== null;
    const head = titled ? null : headAt(words, i, memory, people, date, out);
    if (head) {
      i = put(i, head.length, head.entity, 'title');
      continue;
    }
    const body = strangers ? bodyAt(words, i) : null;
    if (body) {
      i = put(i, body.length, body.entity, 'name');
      continue;
    }
    const unknown = strangers ? personAt(words, i, memory, isKnown) : null;
    if (unknown) {
      if (!unknown.entity.gender && unknown.entity.id.startsWith('page:')) {
        const gender = genderOf('', words[i - 1]?.text);
        if (gender) unknown.entity.gender = gender;
      }
      i = put(i, unknown.length, unknown.entity, 'name');
      continue;
    }
    const nobody = unnamedAt(words, i);
    const meant = nobody && known === null ? described(words, i, memory) : null;
    i = nobody ? put(i, nobody.length, meant ?? nobody.entity, 'title') : i + 1;
  }
  const joined = joinSpokesmen(words, out);
  const isQuoted = ({ start }: Mention): boolean => words.some((w) => w.quoted && w.start === start);
  memory.recent.push(...joined.filter((m) => m.how !== 'pronoun' && !isQuoted(m)));
  return joined;
}
