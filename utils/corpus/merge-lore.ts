/** What several packs teach the engine, sorted into topics. Pure. */
import type { GateList } from '../gate';
import { joined } from '../in-language';
import type { Entity, Pack, Proposition, TopicData, TopicWords } from '../types';

/** Propositions, people and reading data of one topic, as one pack would have them. */
export interface LoreTopic extends Pick<Pack, 'propositions' | 'people' | 'topic'> {
  /** A page is on the topic when it passes one of these: each pack of the topic may bring a gate. */
  gates: GateList[][];
}

export interface Lore {
  /** Tells one state of the packs from another: what is compiled from a lore holds while its key stays. */
  key: string;
  /** The propositions of all topics. */
  propositions: Proposition[];
  /** Lowest first; at least one. */
  topics: LoreTopic[];
}

/** What one pack teaches. */
export interface LoreSource {
  topic: TopicData | null;
  propositions: Proposition[];
  people: Entity[];
}

const unique = <T extends { id: string }>(lists: T[][]): T[] => [
  ...new Map(lists.flat().map((item) => [item.id, item])).values(),
];

/** Names, roles and sides in other languages; a later pack's word stands in the place of an earlier one's. */
function mergeWords(topics: readonly TopicData[]): Pick<TopicData, 'languages'> {
  const languages: Record<string, Required<TopicWords>> = {};
  for (const [tag, words] of topics.flatMap((t) => Object.entries(t.languages ?? {})))
    languages[tag] = joined([languages[tag] ?? {}, words]);
  return Object.keys(languages).length > 0 ? { languages } : {};
}

/** The reading data of packs on one topic; a later one's classes replace those of the same name. */
function mergeTopics(topics: readonly TopicData[]): TopicData | undefined {
  const [base] = topics;
  return (
    base && {
      gate: base.gate,
      elsewhere: [...new Set(topics.flatMap((t) => t.elsewhere))],
      classes: Object.assign({}, ...topics.map((t) => t.classes)),
      sides: {
        labels: topics.flatMap((t) => t.sides?.labels ?? []),
        propositions: topics.flatMap((t) => t.sides?.propositions ?? []),
      },
      models: topics.flatMap((t) => t.models ?? []),
      ...mergeWords(topics),
    }
  );
}

function asTopic(rows: readonly LoreSource[]): LoreTopic {
  const data = rows.flatMap(({ topic }) => topic ?? []);
  const topic = mergeTopics(data);
  return {
    gates: data.map(({ gate }) => gate).filter((gate) => gate.length > 0),
    propositions: unique(rows.map((row) => row.propositions)),
    people: unique(rows.map((row) => row.people)),
    ...(topic ? { topic } : {}),
  };
}

/** How many of a pack's claims packs of a topic have too, or set against theirs. */
function sharedClaims(row: LoreSource, rows: readonly LoreSource[]): number {
  const known = new Set(rows.flatMap(({ propositions }) => propositions.map(({ id }) => id)));
  return row.propositions.filter(({ id, opposes = [] }) => [id, ...opposes].some((one) => known.has(one))).length;
}

/**
 * Sorts packs, lowest first, into topics. A pack with claims of a topic belongs to it, and so, to the first, does one that
 * names no topic of its own; every other pack is a topic by itself, whose words, people and models are kept apart. Within
 * a topic a later pack's propositions and people replace those with the same id.
 */
export function mergeLore(rows: readonly LoreSource[], key: string): Lore {
  const groups: LoreSource[][] = [];
  const gated = ({ topic }: LoreSource): boolean => (topic?.gate.length ?? 0) > 0;
  const place = (row: LoreSource): void => {
    const shared = groups.map((group) => sharedClaims(row, group));
    const most = Math.max(0, ...shared);
    const group = most > 0 ? groups[shared.indexOf(most)] : gated(row) ? undefined : groups[0];
    if (group) group.push(row);
    else groups.push([row]);
  };
  // Those that open a topic first, so that it is there for those that add to it.
  for (const row of [...rows.filter(gated), ...rows.filter((row) => !gated(row))]) place(row);
  const height = new Map(rows.map((row, i) => [row, i]));
  for (const group of groups) group.sort((a, b) => (height.get(a) as number) - (height.get(b) as number));
  return {
    key,
    propositions: unique(rows.map((row) => row.propositions)),
    topics: groups.length > 0 ? groups.map(asTopic) : [asTopic([])],
  };
}

/** The lore as one pack can have it: the first topic; claims of others stay known, without their cues. */
export function asOnePack({ topics, propositions }: Lore): Pick<Pack, 'propositions' | 'people' | 'topic'> {
  const [first, ...others] = topics as [LoreTopic, ...LoreTopic[]];
  const own = new Set(first.propositions);
  return {
    propositions: propositions.map((proposition) => {
      const { cues: _, ...bare } = proposition;
      return own.has(proposition) ? proposition : bare;
    }),
    people: unique([...others.map(({ people }) => people), first.people]),
    ...(first.topic ? { topic: first.topic } : {}),
  };
}
