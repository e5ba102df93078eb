import { describe, expect, it } from 'vitest';
import { compileTopic } from '../../../utils/reading/topic';
import { onlyTopic } from '../../../utils/reading/topics';
import { buildReport } from '../../../utils/report';
import type { Statement } from '../../../utils/types';

const topics = onlyTopic(
  compileTopic({
    propositions: [
      { id: 'bridge-opens', group: 'g', claim: 'The bridge will open.', cues: { affirms: ['bridge ~3 open'] } },
    ],
    people: [{ id: 'ann-lee', name: 'Ann Lee', kind: 'person', gender: 'f' }],
    topic: { gate: [{ terms: ['bridge'], least: 1 }], elsewhere: [], classes: {} },
  }),
);
const statement = (id: string, date: string): Statement => ({
  id,
  date,
  speaker: 'Ann Lee',
  quote: 'the bridge opens for everybody at noon on Sunday',
  gist: 'Lee told engineers in the town hall what she had decided.',
  readings: [{ proposition: 'bridge-opens', stance: 'affirms' }],
  source: { publisher: 'x', url: 'https://example.org/' },
});

const twice = [
  'The long wait is over and the old bridge will open, Ann Lee announced.',
  '“The bridge opens for everybody at noon on Sunday,” Ann Lee said.',
];

async function relations(date: string, paragraphs: readonly string[] = twice): Promise<string[]> {
  const blocks = paragraphs.map((text) => ({ text, kind: 'paragraph' as const }));
  const article = {
    url: '',
    title: '',
    published: '2025-06-10',
    publishedFrom: 'given' as const,
    language: 'en',
    blocks,
  };
  const source = { earlier: async () => [statement('own', date)] };
  const { report } = await buildReport(article, topics, source);
  return report.passages.map(({ evidence }) => evidence.map((e) => e.relation).join());
}

describe('an utterance that a page gives and tells of', () => {
  it('is nowhere on the page an earlier one', async () => {
    expect(await relations('2025-06-09')).toEqual(['same', 'same']);
  });
  it('months before it was another occasion, whatever is quoted of it', async () => {
    expect(await relations('2025-02-09')).toEqual(['confirms', 'same']);
  });
  it('is the page’s own news where the page quotes it elsewhere, and in the headline too', async () => {
    const quoted = [
      'Old bridge to open at last',
      'In an interview Ann Lee said the bridge would open.',
      'She promised it “for everybody at noon”, and spoke of the weather.',
    ];
    expect(await relations('2025-06-08', quoted)).toEqual(['same', 'same']);
    expect(await relations('2025-06-08', [...quoted.slice(0, 2), 'She spoke “of rain at noon”.'])).toEqual([
      'confirms',
      'confirms',
    ]);
    expect(await relations('2025-06-07', quoted)).toEqual(['confirms', 'confirms']);
  });
});
