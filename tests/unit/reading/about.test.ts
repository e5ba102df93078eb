import { describe, expect, it } from 'vitest';
import { attribute } from '../../../utils/reading/attribution';
import { compileTopic } from '../../../utils/reading/topic';
import { passagesOf, readPage as read, topic } from './page';

describe('what a sentence is about', () => {
  it('a claim that only resembles another is not read as it', () => {
    expect(read('Zelensky and his ministers have so far refused to sign the paper on resources.')).not.toContain(
      'Volodymyr Zelenskyy denies ukraine-cedes-land',
    );
    expect(read('Zelensky has so far refused to hand over the land that Moscow wants.')).toContain(
      'Volodymyr Zelenskyy denies ukraine-cedes-land',
    );
  });

  it('"we are close" is about whatever the sentence before is about', () => {
    const close = 'Donald Trump affirms deal-close';
    expect(read('Trump said that a deal to end the war was close. “We are very close,” he said.')).toContain(close);
    expect(read('Trump said that a deal on minerals was close. “We are very close,” he said.')).not.toContain(close);
  });

  it('an instalment or a part is not the whole', () => {
    const found = (text: string): string => read(text).join();
    expect(found('The United States has given Ukraine $120 billion, Trump said.')).toContain('us-aid-amount');
    expect(found('The United States has given Ukraine another $2 billion, Trump said.')).not.toContain('us-aid-amount');
    expect(found('Russia controls 20 percent of Ukraine, Trump said.')).toContain('russia-controls-share');
    expect(found('Russia controls 80 percent of Donetsk in Ukraine, Trump said.')).not.toContain(
      'russia-controls-share',
    );
  });

  it.each([
    ['sanctions-lifted', 'Russia wants to do large-scale trade with the United States, Trump said.'],
    ['war-ends-fast', 'Trump said they were getting close to a deal to end the war in Ukraine.'],
    ['us-guarantees', 'Zelensky insisted that Ukraine must receive robust guarantees, including from Washington.'],
    ['russia-is-winning', 'Zelensky will not give Moscow territory which its army has not won on the battlefield.'],
  ])('a near miss bars %s: %s', (id, text) => {
    const topicOf = topic.propositions.get(id);
    expect(topicOf?.cues?.never?.some((cue) => cue.startsWith('(raw)'))).toBe(true);
    expect(read(text).join()).not.toContain(id);
  });

  it('of casualties and deaths the deaths are what was killed', () => {
    const text = 'The institute put total Russian casualties at over 1.2 million, including up to 325,000 deaths.';
    const readings = passagesOf(text).flatMap((passage) => passage.readings);
    expect(readings.find((r) => r.proposition === 'russian-soldiers-killed')?.figure).toMatchObject({ value: 325_000 });
  });

  it('every pattern of the pack can be met by a sentence', () => {
    expect(topic.about.size).toBeGreaterThan(10);
    for (const [id, patterns] of topic.about) {
      expect(topic.propositions.has(id)).toBe(true);
      expect(patterns.every(({ parts }) => parts.length > 0)).toBe(true);
    }
  });

  it('a class that does not exist is named', () => {
    const faulty = { id: 'red-wins', group: 'g', claim: 'Red wins.', cues: { about: ['@nowhere|cup'] } };
    expect(() => compileTopic({ propositions: [faulty], people: [] })).toThrow(/nowhere/);
  });

  it('twins take over what they are about, with the classes exchanged', () => {
    const twin = compileTopic({
      propositions: [
        { id: 'red-wins', group: 'g', claim: 'Red wins.', cues: { affirms: ['red win'], about: ['red|cup'] } },
        { id: 'blue-wins', group: 'g', claim: 'Blue wins.', cues: { like: 'red-wins', swap: { red: 'blue' } } },
      ],
      people: [],
    });
    expect(twin.about.get('blue-wins')?.map(({ source }) => source)).toEqual(['blue|cup']);
  });
});

describe('whose wish it is', () => {
  it.each([
    ['Trump praised Putin and stressed his wish to end the war.', 'Donald Trump'],
    ['Putin reiterated his demand.', 'Vladimir Putin'],
    ['Trump met Putin after his flight.', undefined],
  ])('%s', (text, owner) => {
    const { sentences, text: whole } = attribute([{ text, kind: 'paragraph' }], topic.people, '2025-12-01');
    const his = sentences[0]?.mentions.find((m) => whole.slice(m.start, m.end) === 'his');
    expect(his?.entity.name).toBe(owner);
  });
});
