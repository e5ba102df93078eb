import { describe, expect, it } from 'vitest';
import { attribute } from '../../../../utils/reading/attribution';
import { featuresOf } from '../../../../utils/reading/model/features';
import { scoreOf, scores } from '../../../../utils/reading/model/outputs';
import { answersIn } from '../../../../utils/reading/model/pool';
import { clausesOf, stretchesOf } from '../../../../utils/reading/model/stretches';
import { labelSentence } from '../../../../utils/reading/read-sentence';
import type { Surroundings } from '../../../../utils/reading/stance';
import { readPage as read, topic } from '../page';

function labelled(text: string): Surroundings {
  const { text: whole, sentences } = attribute([{ text, kind: 'paragraph' }], topic.people, '2025-12-01');
  return labelSentence(whole, sentences[0]!, topic) as Surroundings;
}
const wordsOf =
  ({ text, base, tokens }: Surroundings) =>
  ({ start, end }: { start: number; end: number }): string =>
    text.slice(tokens[start]!.start - base, tokens[end - 1]!.end - base);

describe('a sentence taken apart', () => {
  const long =
    'The minister said 25,000 men had come home, that the talks, which had begun in May, were going well and that he was glad.';

  it('parts at marks and joining words, not within numbers', () => {
    const around = labelled(long);
    const stretches = stretchesOf(around);
    expect(stretches.map(wordsOf(around))).toEqual(
      [
        'The minister said 25,000 men had come home',
        'that the talks',
        'which had begun in May',
        'were going well',
        'and that he was glad',
      ].map((words) => words.replace(/^The /, '')),
    );
    expect(stretches[0]!.start).toBe(0);
    expect(stretches.at(-1)!.end).toBe(around.tokens.length);
  });

  it('has clauses of six words at least, which leave nothing out', () => {
    const around = labelled(long);
    const stretches = stretchesOf(around);
    const clauses = clausesOf(stretches);
    expect(clauses.flatMap(([first, last]) => stretches.slice(first, last + 1))).toEqual(stretches);
    for (const [first, last] of clauses)
      expect(stretches[last]!.end - stretches[first]!.start).toBeGreaterThanOrEqual(6);
    expect(clausesOf(stretchesOf(labelled('Yes, he said.')))).toEqual([[0, 1]]);
  });

  it('put together again it is scored as the whole, to the last bit', () => {
    const around = labelled(long);
    const { nets, mirror } = topic.models[0]!;
    for (const net of nets) {
      const features = featuresOf(around.tokens, around.index, mirror);
      const whole = scores(net, features);
      const from = scoreOf(net, answersIn(net, features, stretchesOf(around)));
      expect([...whole]).toEqual([...net.heap.floats.subarray(from, from + whole.length)]);
    }
  });

  it('a claim that the rest of its sentence outvotes is found', () => {
    expect(
      read(
        'The Kremlin on Monday insisted that Russia had stood by the Easter truce and blamed Ukrainian forces for more than 1,300 breaches.',
      ).join(),
    ).toContain('russia-keeps-truce');
  });

  it('whose figure it is does not get lost', () => {
    const found = read(
      'About 55,000 Ukrainian soldiers have been killed since the beginning of Russia\'s full-scale invasion, said President Volodymyr Zelensky, adding that a "great many" were missing.',
    ).join();
    expect(found).toContain('ukrainian-soldiers-killed');
    expect(found).not.toContain('russian-soldiers-killed');
  });
});
