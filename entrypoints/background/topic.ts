/** The compiled topic: made once a worker's life and again when the packs change. */
import type { Lore } from '../../utils/corpus/lore';
import { compileTopic, type Topic } from '../../utils/reading/topic';
import type { Corpus } from './corpus';

let compiled: { key: string; topic: Topic } | null = null;

/** A lore whose cues cannot be compiled loses its cues, not its statements: the propositions stay known. */
function compile(lore: Lore): Topic {
  try {
    return compileTopic(lore);
  } catch {
    const readable = lore.propositions.map((proposition) => {
      try {
        compileTopic({ ...lore, propositions: [proposition] });
        return proposition;
      } catch {
        const { cues: _cues, ...rest } = proposition;
        return rest;
      }
    });
    return compileTopic({ ...lore, propositions: readable });
  }
}

/** The topic of the enabled packs, ready for reading. */
export async function topicOf(corpus: Corpus): Promise<Topic> {
  const key = await corpus.loreKey();
  if (compiled?.key !== key) {
    const lore = await corpus.lore();
    compiled = { key: lore.key, topic: compile(lore) };
  }
  return compiled.topic;
}
