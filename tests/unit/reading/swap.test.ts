import { describe, expect, it } from 'vitest';
import { readSentences } from '../../../scripts/eval/own-sentences';
import { readSource } from '../../../scripts/pack/source';
import { attribute } from '../../../utils/reading/attribution';
import { readSentence } from '../../../utils/reading/read-sentence';
import { compileTopic } from '../../../utils/reading/topic';

/** The same words get the same label whoever they are about: exchange the parties' names, and the stances stay. */
const folder = 'scripts/pack/ukraine-peace-talks';
const pack = readSource(folder);
const topic = compileTopic(pack);
const twins = new Map((pack.topic?.sides?.propositions ?? []).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));

const pairs: [string, string][] = [
  ['Russians', 'Ukrainians'],
  ['Russian', 'Ukrainian'],
  ['Russia', 'Ukraine'],
  ['Moscow', 'Kyiv'],
  ['Vladimir Putin', 'Volodymyr Zelenskyy'],
  ['Putin', 'Zelenskyy'],
];
const other = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
const named = new RegExp(`\\b(${pairs.flat().join('|')})\\b`, 'g');
const exchange = (text: string): string => text.replace(named, (name) => other.get(name) as string);

function readings(text: string): Map<string, string> {
  const read = attribute([{ text, kind: 'paragraph' }], topic.people, '2025-12-01');
  const found = read.sentences.flatMap((s) => readSentence(read.text, s, topic)).flatMap((f) => f.readings);
  return new Map(found.map((r) => [r.proposition, r.stance]));
}

const mentionsOf = (text: string) => {
  const read = attribute([{ text, kind: 'paragraph' }], topic.people, '2025-12-01');
  return read.sentences.flatMap((s) => s.mentions).map((m) => ({ ...m, text: read.text.slice(m.start, m.end) }));
};

/**
 * Sentences that name a party, and only by the words exchanged: a minister who stays where he is ("…, Lavrov said") or a
 * name that is known on one side only changes what there is to read.
 */
function usable(text: string): boolean {
  if (!new RegExp(named.source).test(text)) return false;
  const mentions = mentionsOf(text);
  const others = mentions.some((m) => /^(?:Russia|Ukraine)$/.test(m.entity.side ?? '') && !other.has(m.text));
  return (
    !others &&
    !/Kremlin|Zelensky\b|Zelenskiy|Kiev|Donbas|Crimea|Donetsk/.test(text) &&
    mentions.length === mentionsOf(exchange(text)).length
  );
}

/** Prime, so that every sentence's turn comes. */
const STRIDE = 7919;

describe('parties exchanged', () => {
  // Spread over all of them; those that say something about one party are kept, until there are 200.
  const all = readSentences(`${folder}/sentences`).map((s) => s.text);
  const sentences: string[] = [];
  for (let i = 0; i < all.length && sentences.length < 200; i += 1) {
    const text = all[(i * STRIDE) % all.length] as string;
    if (usable(text) && [...readings(text).keys()].some((id) => twins.has(id))) sentences.push(text);
  }

  it('finds 200 sentences to try', () => {
    expect(sentences.length).toBe(200);
  });

  it('every stance stays', () => {
    const changed = sentences.flatMap((text) => {
      const before = readings(text);
      const after = readings(exchange(text));
      return [...before].flatMap(([id, stance]) => {
        const twin = twins.get(id);
        return twin && after.get(twin) !== stance ? [`${id} ${stance} -> ${twin} ${after.get(twin)}: ${text}`] : [];
      });
    });
    expect(changed).toEqual([]);
  });
});
