/** What the enabled packs teach the engine: their propositions, people and topics as one. */
import type { Entity, Pack, Proposition, TopicData } from '../types';
import type { CorpusDb } from './db';
import { activeLayers } from './layers';
import type { LoreRow } from './rows';

export interface Lore extends Pick<Pack, 'propositions' | 'people' | 'topic'> {
  /** Tells one state of the packs from another: what is compiled from a lore holds while its key stays. */
  key: string;
}

const unique = <T extends { id: string }>(lists: T[][]): T[] => [
  ...new Map(lists.flat().map((item) => [item.id, item])).values(),
];

/** One lore of several, lowest first: a later one's propositions and people replace those with the same id. */
export function mergeLore(rows: readonly Pick<LoreRow, 'topic' | 'propositions' | 'people'>[], key: string): Lore {
  const topics = rows.flatMap(({ topic }) => topic ?? []);
  const base = topics[0];
  const topic: TopicData | undefined = base && {
    gate: base.gate,
    elsewhere: [...new Set(topics.flatMap((t) => t.elsewhere))],
    classes: Object.assign({}, ...topics.map((t) => t.classes)),
    sides: {
      labels: topics.flatMap((t) => t.sides?.labels ?? []),
      propositions: topics.flatMap((t) => t.sides?.propositions ?? []),
    },
    models: topics.flatMap((t) => t.models ?? []),
  };
  return {
    key,
    propositions: unique<Proposition>(rows.map((row) => row.propositions)),
    people: unique<Entity>(rows.map((row) => row.people)),
    ...(topic ? { topic } : {}),
  };
}

/** The key alone: cheap, for seeing whether anything compiled must be compiled again. */
export async function loreKey(db: CorpusDb): Promise<string> {
  return activeLayers(await db.packs.toArray())
    .map(({ gen }) => gen)
    .join(' ');
}

/** The lore of the enabled packs, the bundled one first. */
export async function readLore(db: CorpusDb): Promise<Lore> {
  return db.transaction('r', db.packs, db.lore, async () => {
    const gens = activeLayers(await db.packs.toArray()).map(({ gen }) => gen);
    const rows = await db.lore.bulkGet(gens.toReversed());
    return mergeLore(
      rows.filter((row) => row !== undefined),
      gens.join(' '),
    );
  });
}
