import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../utils/reading/read-article';
import { compileTopic } from '../../../utils/reading/topic';

const because = (cue: string, text: string): string | undefined => {
  const topic = compileTopic({
    propositions: [{ id: 'b', group: 'g', claim: 'c', cues: { affirms: [cue] } }],
    people: [{ id: 'sund', name: 'Sund', kind: 'institution', place: true }],
    topic: { gate: [], elsewhere: [], classes: {} },
  });
  return readStatement(text, 'Ann Lee', topic)[0]?.because.join(' … ');
};

describe('the words that led to a reading', () => {
  it.each([
    ['bridge be safe', 'The bridge is safe.', 'bridge is safe'],
    [
      '#who be closer',
      'A road between the town and Sund is closer than ever before, they hope.',
      'is closer than ever before',
    ],
    ['we be closer', 'We are closer now than at any time, I think.', 'We are closer now than at any time'],
    ['we be closer', 'We are closer, more than ever.', 'We are closer'],
    ['of talks ~2 bridge', 'This is the end of talks about the bridge.', 'talks about the bridge'],
    ['build ~2 bridge in', 'They build the bridge in May.', 'build the bridge'],
    ['build bridge', 'They will not build the bridge.', 'not … build the bridge'],
    ['they ~2 build bridge', 'They will not build the bridge.', 'They will not build the bridge'],
  ])('%s in %s', (cue, text, words) => expect(because(cue, text)).toBe(words));
});
