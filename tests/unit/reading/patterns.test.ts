import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../utils/reading/patterns';
import { readStatement } from '../../../utils/reading/read-article';
import { compileTopic } from '../../../utils/reading/topic';
import type { Cues, Stance } from '../../../utils/types';

/** A topic of one proposition, so that each rule of the language is seen on its own. */
const read = (text: string, cues: Cues, classes: Record<string, string[]> = {}): Stance | null => {
  const topic = compileTopic({
    propositions: [{ id: 'bridge-built', group: 'g', claim: 'The bridge will be built.', cues }],
    people: [{ id: 'ann-lee', name: 'Ann Lee', kind: 'person', side: 'Council' }],
    topic: { gate: [], elsewhere: [], classes },
  });
  return readStatement(text, 'Ann Lee', topic)[0]?.stance ?? null;
};
const built: Cues = { affirms: ['bridge ~3 build'], denies: ['bridge ~4 too_dear'] };

describe('cues', () => {
  it.each<[string, Stance | null]>([
    ['The bridge will be built next year.', 'affirms'],
    ['The bridge will not be built.', 'denies'],
    ['The bridge won’t be built.', 'denies'],
    ['No bridge will be built here.', 'denies'],
    ['The bridge may be built.', 'hedges'],
    ['Will the bridge be built?', 'hedges'],
    ['We will see whether the bridge is built.', 'hedges'],
    ['The council refused to have the bridge built.', 'denies'],
    ['I do not rule out that the bridge is built.', 'hedges'],
    ['There was no word on the bridge being built.', null],
    ['The bridge is far too dear.', 'denies'],
    ['The bridge is being painted.', null],
    ['Not only will the bridge be built, it will be wide.', 'affirms'],
    // One negation, said more than once.
    ['The bridge is not being built and will not be built.', 'denies'],
    ['Neither council nor mayor will have the bridge built.', 'denies'],
    // What a negation does not reach.
    ['There will be no talks until the bridge is built.', 'affirms'],
    ['No more delays: the bridge will be built.', 'affirms'],
    ['Not at 18:30 will the bridge be built.', 'denies'],
    ['There is no doubt that the bridge will be built.', 'affirms'],
    // Words that take a claim back.
    ['It is absurd to have the bridge built.', 'denies'],
    ['It is forbidden by law to have the bridge built.', 'denies'],
    ['The council brushed aside demands that the bridge be built.', 'denies'],
    ['That the bridge was built is a lie.', 'denies'],
    ['They spoke of the bridge being built so often that work became impossible.', 'affirms'],
    // Doubt.
    ['The bridge could not be built.', 'denies'],
    ['A bridge to be built may come.', 'hedges'],
    ['The bridge will be built in May.', 'affirms'],
    ['That the bridge was built could not be verified.', 'hedges'],
  ])('%s → %s', (text, stance) => expect(read(text, built)).toBe(stance));

  it('turns with a polar class', () => {
    const cues: Cues = { affirms: ['we ~2 %accept ~2 bridge'] };
    expect(read('We support the bridge.', cues)).toBe('affirms');
    expect(read('We reject the bridge.', cues)).toBe('denies');
    expect(read('We do not reject the bridge.', cues)).toBe('affirms');
  });
  it('does not cross a clause boundary', () =>
    expect(read('The bridge is old but houses are built.', built)).toBeNull());
  it('gives way to "never"', () => expect(read('The toy bridge was built.', { ...built, never: ['toy'] })).toBeNull());
  it('takes (raw) cues as they stand', () =>
    expect(read('Perhaps the bridge is no_go.', { denies: ['(raw) bridge ~2 no_go'] })).toBe('denies'));
  it('knows the claimant by side', () => {
    expect(read('This will be built.', { affirms: ['build & by:side:Council'] })).toBe('affirms');
    expect(read('This will be built.', { affirms: ['build & by:side:Company'] })).toBeNull();
  });
  it('knows a class by the side of its members, but not what is theirs', () => {
    const cues: Cues = { affirms: ['@town ~3 build ~2 bridge', '@town ~1 bridge'] };
    const classes = { town: ['side:Council'] };
    expect(read('We will build the bridge.', cues, classes)).toBe('affirms');
    expect(read('Our children build a bridge.', cues, classes)).toBeNull();
    expect(read('This will be built.', { affirms: ['build & by:@town'] }, classes)).toBe('affirms');
  });
  it('names the words that led to a reading', () => {
    const topic = compileTopic({ propositions: [{ id: 'b', group: 'g', claim: 'c', cues: built }], people: [] });
    expect(readStatement('The bridge will not be built.', 'Ann Lee', topic)[0]?.because).toEqual([
      'bridge will not be built',
    ]);
  });
  it('takes over the cues of another proposition with classes exchanged', () => {
    const topic = compileTopic({
      propositions: [
        { id: 'a-wants', group: 'g', claim: 'c', cues: { affirms: ['@a ~1 want'] } },
        { id: 'b-wants', group: 'g', claim: 'c', cues: { like: 'a-wants', swap: { '@a': '@b' } } },
      ],
      people: [],
      topic: { gate: [], elsewhere: [], classes: { a: ['north'], b: ['south'] } },
    });
    expect(readStatement('South wants it.', 'X', topic).map((r) => r.proposition)).toEqual(['b-wants']);
  });
});

describe('parsePattern', () => {
  it.each(['(maybe) x', '', '!x', '%a ~ %b', 'a(b)'])('refuses "%s" and names it', (source) =>
    expect(() => parsePattern(source, new Set())).toThrow('cue "'),
  );
  it('refuses a class that nobody defined', () =>
    expect(() => read('x', { affirms: ['@nowhere'] })).toThrow('no class "@nowhere"'));
});
