import { describe, expect, it } from 'vitest';
import { besideTopic } from '../../../utils/reading/beside-topic';
import { compileTopic } from '../../../utils/reading/topic';

const topic = compileTopic({
  propositions: [],
  people: [],
  topic: {
    gate: [
      { terms: ['Bridgeton'], least: 1 },
      { terms: ['tolls', 'ferry'], least: 1 },
    ],
    elsewhere: ['tunnelton'],
    classes: {},
  },
});

/** Which blocks are beside the topic, of paragraphs written as letters: N names it, w has only a word of it, . has nothing, e is on another place. */
function beside(page: string): string {
  const words: Record<string, string> = {
    N: 'The mayor of Bridgeton spoke.',
    w: 'The tolls will go, he said.',
    '.': 'Great progress was made.',
    e: 'In Tunnelton they will not.',
  };
  const blocks = [...page].map((letter) => ({ text: words[letter] as string, kind: 'paragraph' as const }));
  const found = besideTopic(blocks, topic);
  return [...page].map((_, i) => (found.has(i) ? 'x' : '-')).join('');
}

describe('blocks beside the topic', () => {
  it('are none in an article that names it here and there', () => {
    expect(beside('N...N.w..N...w')).toBe('--------------');
    expect(beside('N....')).toBe('-----');
  });
  it('are all but those that name it, and those between them, in a long page on something else', () => {
    const rest = '.'.repeat(40);
    expect(beside(`${rest}N.Nw${rest}`)).toBe(`${'x'.repeat(40)}---x${'x'.repeat(40)}`);
  });
  it('are those of its other posts, in a live blog of many subjects', () => {
    const found = beside(`${'N..N.'.repeat(5)}${'.'.repeat(30)}`);
    expect(found.slice(0, 25)).toBe('-'.repeat(25));
    expect(found.slice(-20)).toBe('x'.repeat(20));
  });
  it('are those on another place, wherever they stand', () => {
    expect(beside('NNeNN')).toBe('--x--');
  });
  it('are not told where a pack has no names', () => {
    const nameless = { ...topic, names: { terms: [], least: 1 } };
    const blocks = [{ text: 'Great progress was made.', kind: 'paragraph' as const }];
    expect(besideTopic(blocks, nameless).size).toBe(0);
  });
});
