/** Who says what in paragraphs written for this test, as wires, papers, live blogs and broadcasters write. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attribute } from '../../../utils/reading/attribution';
import { indexPeople } from '../../../utils/reading/people';
import type { Block, Entity } from '../../../utils/types';

const people = indexPeople(
  JSON.parse(readFileSync('scripts/pack/ukraine-peace-talks/people.json', 'utf8')) as Entity[],
);

/** The lines of the fixture: "### date kind", paragraphs, and "= words | whose claim[, in the words of whom]". */
interface Item {
  head: string;
  date: string;
  blocks: Block[];
  wanted: { words: string; claimant: string; speaker: string }[];
}

function itemOf(part: string): Item {
  const [head = '', ...lines] = part.trim().split('\n');
  const blockOf = (text: string): Block =>
    text.startsWith('## ')
      ? { text: text.slice(3), kind: 'heading' }
      : text.startsWith('# ')
        ? { text: text.slice(2), kind: 'title' }
        : { text, kind: 'paragraph' };
  const wanted = lines
    .filter((line) => line.startsWith('= '))
    .map((line) => {
      const [words = '', who = ''] = line.slice(2).split(' | ');
      const [claimant = '', speaker = claimant] = who.split(', in the words of ');
      return { words, claimant, speaker };
    });
  return {
    head,
    date: head.slice(0, 10),
    blocks: lines.filter((line) => line !== '' && !line.startsWith('= ')).map(blockOf),
    wanted,
  };
}

const items = readFileSync('tests/fixtures/voices/paragraphs.txt', 'utf8').split(/^### /m).slice(1).map(itemOf);

describe('voices', () => {
  it.each(items.map((item) => [item.head, item] as const))('%s', (_, { blocks, date, wanted }) => {
    const { text, sentences, quotations } = attribute(blocks, people, date);
    const segments = sentences.flatMap((sentence) => sentence.segments);
    for (const { words, claimant, speaker } of wanted) {
      const at = text.indexOf(words);
      expect(at, words).toBeGreaterThanOrEqual(0);
      const segment = segments.find((s) => s.start <= at && s.end > at);
      expect(`${words} | ${segment?.speaker?.name ?? '-'}`).toBe(`${words} | ${claimant}`);
      const quotation = quotations.find((q) => q.start <= at && q.end >= at + words.length);
      if (quotation) expect(`“${words}” | ${quotation.speaker?.name ?? '-'}`).toBe(`“${words}” | ${speaker}`);
    }
  });
});
