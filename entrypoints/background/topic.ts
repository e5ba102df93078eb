/** The compiled topics: made once a worker's life and again when the packs change. */
import { uiLanguage } from '../../utils/i18n';
import { termsIn } from '../../utils/in-language';
import { compileTopic, type Topic, type TopicSource } from '../../utils/reading/topic';
import { compileTopics, type Topics } from '../../utils/reading/topics';
import type { TopicWords } from '../../utils/types';
import type { Corpus } from './corpus';

let compiled: { key: string; topics: Topics; terms: Required<TopicWords> } | null = null;

/** A topic whose cues cannot be compiled loses its cues, not its statements: the propositions stay known. */
function compile(source: TopicSource): Topic {
  try {
    return compileTopic(source);
  } catch {
    const readable = source.propositions.map((proposition) => {
      try {
        compileTopic({ ...source, propositions: [proposition] });
        return proposition;
      } catch {
        const { cues: _cues, ...rest } = proposition;
        return rest;
      }
    });
    return compileTopic({ ...source, propositions: readable });
  }
}

/** The topics of the enabled packs, ready for reading, and what their speakers are called in the reader's language. */
export async function compiledOf(corpus: Corpus): Promise<{ topics: Topics; terms: Required<TopicWords> }> {
  const key = await corpus.loreKey();
  if (compiled?.key !== key) {
    const lore = await corpus.lore();
    compiled = { key: lore.key, topics: compileTopics(lore, compile), terms: termsIn(lore.topics, uiLanguage()) };
  }
  return compiled;
}

/** The topics alone. */
export const topicsOf = async (corpus: Corpus): Promise<Topics> => (await compiledOf(corpus)).topics;
