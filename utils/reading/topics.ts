/** The topics of several packs, each with words and people of its own, and what they share: whom a page can name. */
import { passesAnyGate, passesGate } from '../gate';
import type { Entity, Proposition } from '../types';
import { indexPeople, type PeopleIndex } from './people';
import { compileTopic, type Topic, type TopicSource } from './topic';
import type { Sentence } from './types';

/** A topic among those that are read together. */
export interface Beside {
  topic: Topic;
  /** Whom the topic's own pack knows otherwise than the common index, or not at all; null where it is alone. */
  own: ReadonlyMap<Entity, Entity> | null;
}

/** Topics that are read together, and everybody whom one of them knows. */
export interface Company {
  topics: Beside[];
  people: PeopleIndex;
}

export interface Topics {
  all: Topic[];
  /** The propositions of all topics. */
  propositions: ReadonlyMap<string, Proposition>;
  /** The name by which the packs call somebody whom they know under this name or spelling; else the name itself. */
  nameOf(name: string): string;
  /** Some of the topics together; made once for each such set. A topic alone knows nobody but its own people. */
  together(some: readonly Topic[]): Company;
}

const namesOf = ({ name, spellings = [] }: Entity): string[] => [name, ...spellings];

const union = <T>(key: (item: T) => string, ...lists: (readonly T[] | undefined)[]): T[] => [
  ...new Map(lists.flatMap((list) => list ?? []).map((item) => [key(item), item])).values(),
];
const texts = (...lists: (string[] | undefined)[]): string[] => union((text: string) => text, ...lists);

/** Two packs' accounts of one: every name and title that either gives. */
const joined = (a: Entity, b: Entity): Entity => ({
  ...a,
  ...b,
  id: a.id,
  name: a.name,
  spellings: texts(namesOf(a), namesOf(b)).filter((name) => name !== a.name),
  short: texts(a.short, b.short),
  ambiguous: texts(a.ambiguous, b.ambiguous),
  titles: union((title) => JSON.stringify(title), a.titles, b.titles),
  heads: texts(a.heads, b.heads),
});

/** Everybody of several packs once: of one name and kind is one. An id may mean another in each pack. */
function everybody(packs: readonly (readonly Entity[])[]): Entity[] {
  const out: Entity[] = [];
  const at = new Map<string, number>();
  for (const entity of packs.flat()) {
    const keys = namesOf(entity).map((name) => `${entity.kind} ${name}`);
    const known = keys.map((key) => at.get(key)).find((i) => i !== undefined);
    const place = known ?? out.length;
    out[place] = known === undefined ? entity : joined(out[known] as Entity, entity);
    for (const key of keys) if (!at.has(key)) at.set(key, place);
  }
  return out;
}

/** How one topic sees the people of all: as its own pack has them, or as people of no side that its cues do not know. */
function ownView(people: readonly Entity[], topic: readonly Entity[]): Map<Entity, Entity> {
  const byName = new Map<string, Entity>();
  for (const entity of topic)
    for (const name of namesOf(entity))
      if (!byName.has(`${entity.kind} ${name}`)) byName.set(`${entity.kind} ${name}`, entity);
  const out = new Map<Entity, Entity>();
  for (const entity of people) {
    const { side: _, ...stranger } = entity;
    const own = namesOf(entity)
      .map((name) => byName.get(`${entity.kind} ${name}`))
      .find((known) => known !== undefined);
    if (own !== entity) out.set(entity, own ?? { ...stranger, id: `other:${entity.id}` });
  }
  return out;
}

function join(topics: readonly Topic[]): Company {
  const [first, ...others] = topics;
  if (first && others.length === 0) return { topics: [{ topic: first, own: null }], people: first.people };
  const packs = topics.map(({ people }) => [...people.byId.values()]);
  const people = everybody(packs);
  return {
    topics: topics.map((topic, i) => ({ topic, own: ownView(people, packs[i] as Entity[]) })),
    people: indexPeople(people),
  };
}

/** Topics made ready for being read together; `propositions` are those of all. */
export function gatherTopics(all: Topic[], propositions: ReadonlyMap<string, Proposition>): Topics {
  const made = new Map<string, Company>();
  const names = new Map<string, string>();
  for (const { people } of all)
    for (const entity of people.byId.values())
      for (const name of namesOf(entity)) if (!names.has(name)) names.set(name, names.get(entity.name) ?? entity.name);
  return {
    all,
    propositions,
    nameOf: (name) => names.get(name) ?? name,
    together: (some) => {
      const key = some.map((topic) => all.indexOf(topic)).join(' ');
      const known = made.get(key) ?? join(some);
      made.set(key, known);
      return known;
    },
  };
}

/** One topic as all that there is. */
export const onlyTopic = (topic: Topic): Topics => gatherTopics([topic], topic.propositions);

/**
 * Compiles what packs teach, topic by topic; `propositions` are those of all. Throws PatternError as compileTopic does,
 * unless `compile` does better.
 */
export const compileTopics = (
  lore: { topics: readonly TopicSource[]; propositions: readonly Proposition[] },
  compile: (topic: TopicSource) => Topic = compileTopic,
): Topics =>
  gatherTopics(
    lore.topics.map((source) => compile(source)),
    new Map(lore.propositions.map((p) => [p.id, p])),
  );

/** A sentence with the people that it names and quotes as a topic knows them. */
export function seenBy({ own }: Beside, sentence: Sentence): Sentence {
  if (!own) return sentence;
  const as = <T extends Entity | null>(entity: T): T => ((entity && own.get(entity)) ?? entity) as T;
  return {
    ...sentence,
    segments: sentence.segments.map((segment) => ({ ...segment, speaker: as(segment.speaker) })),
    mentions: sentence.mentions.map((mention) => ({ ...mention, entity: as(mention.entity) })),
  };
}

/** The topics that a page's text is on. */
export const topicsOn = (text: string, { all }: Topics): Topic[] =>
  all.filter(({ gates }) => passesAnyGate(text, gates));

/** The topics that a few words may be on: those of which they name something; where they name nothing, all. */
export function topicsOfWords(text: string, { all }: Topics): Topic[] {
  if (all.length < 2) return all;
  const named = all.filter((topic) => passesGate(text, [topic.names]));
  return named.length > 0 ? named : all;
}
