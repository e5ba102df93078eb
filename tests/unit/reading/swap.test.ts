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

/** Names that are known on one side only ("Ukraine's security service") change what there is to read: not judged here. */
function evenlyKnown(text: string): boolean {
  const count = (t: string): number =>
    attribute([{ text: t, kind: 'paragraph' }], topic.people, '2025-12-01').sentences.flatMap((s) => s.mentions).length;
  return count(text) === count(exchange(text));
}

/** Sentences that name a party by one of the words exchanged, and none by another word. */
const usable = (text: string): boolean =>
  new RegExp(named.source).test(text) &&
  !/\b(?:Kremlin|Zelensky|Zelenskiy|Kiev|Lavrov|Peskov|Medinsky|Ushakov|Sybiha|Umerov|Yermak|Donbas|Crimea|Donetsk)\b/.test(
    text,
  );

describe('parties exchanged', () => {
  const sentences = readSentences(`${folder}/sentences`)
    .map((s) => s.text)
    .filter((text) => usable(text) && evenlyKnown(text))
    .filter((text) => [...readings(text).keys()].some((id) => twins.has(id)))
    .slice(0, 200);

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
