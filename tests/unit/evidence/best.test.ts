import { expect, it } from 'vitest';
import { best } from '../../../utils/evidence/best';
import { evidenceOfPage } from '../../../utils/evidence/page';
import type { Article, Evidence, Passage, Proposition, Relation, Statement } from '../../../utils/types';

const item = (statement: string, relation: Relation): Evidence => ({
  statement,
  relation,
  sameSpeaker: false,
  daysEarlier: 9,
  reason: { code: 'source' },
});
const items = (relation: Relation, count: number): Evidence[] =>
  Array.from({ length: count }, (_, i) => item(`${relation} ${i}`, relation));

it('are the first of each kind, in their order, and every source', () => {
  const turns = items('contradicts', 3).flatMap((one, i) => [one, item(`confirms ${i}`, 'confirms')]);
  const ranked = [...turns, ...items('related', 5), ...items('same', 4)];
  expect(best(ranked, 4)).toEqual([...turns.slice(0, 4), ...items('related', 1), ...items('same', 4)]);
  expect(best(ranked, 100)).toEqual(ranked);
});

const propositions = new Map<string, Proposition>([['p', { id: 'p', group: 'g', claim: 'The bridge is safe.' }]]);
const statements = Array.from(
  { length: 50 },
  (_, i): Statement => ({
    id: `s${i}`,
    date: new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
    speaker: `Speaker ${i}`,
    quote: `words of number ${i}`,
    gist: `account ${i}`,
    readings: [{ proposition: 'p', stance: i % 2 ? 'affirms' : 'denies' }],
    source: { publisher: 'x', url: 'https://example.org/' },
  }),
);
const text = 'The bridge is safe.';
const article: Article = {
  url: 'https://news.example/',
  title: '',
  published: '2025-06-01',
  publishedFrom: 'given',
  language: 'en',
  blocks: [{ kind: 'paragraph', text }],
};
const passage: Passage = {
  id: 'a',
  text,
  start: 0,
  end: text.length,
  kind: 'reporter',
  speaker: null,
  readings: [{ proposition: 'p', stance: 'affirms', figure: null, because: [] }],
};

it('are what a passage has of a source that says how many, with no other statement', async () => {
  const given = async (most?: number) => {
    const source = { earlier: async () => statements, ...(most === undefined ? {} : { most }) };
    const page = { passages: [passage], quotations: [] };
    const lore = { propositions, nameOf: (name: string) => name };
    const { shown, statements: named } = await evidenceOfPage(article, page, lore, source, '2025-12-01');
    return { ids: shown[0]?.evidence.map(({ statement }) => statement) ?? [], named: Object.keys(named) };
  };
  const all = await given();
  expect(all.ids).toHaveLength(50);
  const some = await given(10);
  expect(some.ids).toEqual(all.ids.slice(0, 10));
  expect(some.named.toSorted()).toEqual(some.ids.toSorted());
});
