import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../utils/corpus/catalogue/catalogue';
import { hasPhrases, hitsIn, parseSearch, wordsOf } from '../../../utils/corpus/catalogue/words';
import { toGone, toRow } from '../../../utils/corpus/keys';
import type { Query } from '../../../utils/corpus-service';
import type { Statement } from '../../../utils/types';
import { statement } from './support';

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const some = <T>(...values: T[]) => fc.subarray(values, { minLength: 1 });

const record: fc.Arbitrary<Statement> = fc
  .record({
    id: few('a', 'b', 'c', 'd', 'e', 'f'),
    date: few('2024-12-31', '2025-01-01', '2025-02-01'),
    speaker: few('Ada', 'Bo', 'Émile'),
    side: few('', 'X', 'Y'),
    gist: few('peace talks fail', 'the peace holds', 'peaceful talk of Été', 'nothing'),
    p: few('p1', 'p2'),
    stance: few('affirms' as const, 'denies' as const),
    machine: fc.boolean(),
  })
  .map(({ p, stance, machine, ...rest }) =>
    statement(rest.id, {
      ...rest,
      quote: '',
      readings: [{ proposition: p, stance, ...(machine ? { readBy: 'machine' as const } : {}) }],
    }),
  );

const query: fc.Arbitrary<Query> = fc.record(
  {
    text: few('peace', 'talk peace', 'PEACE ete', 'hold'),
    speaker: some('Ada', 'Émile'),
    side: some('X', 'Y'),
    proposition: some('p1', 'p2'),
    stance: some('affirms' as const, 'denies' as const),
    from: few('2025-01-01'),
    to: few('2025-01-31'),
    pack: some('low', 'mine'),
    machine: fc.boolean(),
    muted: fc.boolean(),
    own: some('added' as const, 'changed' as const),
    sort: few('date' as const, 'speaker' as const, 'side' as const),
  },
  { requiredKeys: [] },
);

interface Held {
  statement: Statement;
  pack: string;
  own: string | null;
}

/** What the catalogue should say, told plainly. */
function passes({ statement: s, pack, own }: Held, q: Query): boolean {
  const has = (list: readonly string[] | undefined, value: string): boolean => !list?.length || list.includes(value);
  const words = wordsOf(`${s.speaker} ${s.gist} ${s.source.publisher}`);
  return (
    has(q.speaker, s.speaker) &&
    has(q.side, s.side ?? '') &&
    has(q.pack, pack) &&
    (!q.from || s.date >= q.from) &&
    (!q.to || s.date <= q.to) &&
    (q.machine === undefined || s.readings.some((r) => r.readBy === 'machine') === q.machine) &&
    (q.muted === undefined || (s.id === 'a') === q.muted) &&
    (!q.own || (own !== null && q.own.includes(own as 'added'))) &&
    s.readings.some((r) => has(q.proposition, r.proposition) && has(q.stance, r.stance)) &&
    wordsOf(q.text ?? '').every((word) => words.some((own) => own.startsWith(word)))
  );
}

describe('the catalogue', () => {
  it('gives what a plain filter gives, whatever was put, hidden and taken out', () => {
    fc.assert(
      fc.property(
        fc.array(record, { maxLength: 12 }),
        fc.array(record, { maxLength: 6 }),
        fc.array(few('a', 'b', 'c')),
        query,
        (low, mine, gone, q) => {
          const catalogue = new Catalogue();
          const below = new Map(low.map((s) => [s.id, s]));
          const above = new Map(mine.map((s) => [s.id, s]));
          for (const s of low) catalogue.put(toRow(s, 1));
          for (const s of mine) catalogue.put(toRow(s, 2, below.has(s.id)));
          for (const id of gone) {
            if (below.has(id)) catalogue.put(toGone(below.get(id) as Statement, 2));
            else catalogue.remove(2, id);
            above.delete(id);
          }
          catalogue.arrange(
            [
              { gen: 2, pack: 'mine', updated: '', count: 0 },
              { gen: 1, pack: 'low', updated: '', count: 0 },
            ],
            new Set(['a']),
          );
          const held: Held[] = [...above.values()].map((s) => ({
            statement: s,
            pack: 'mine',
            own: below.has(s.id) ? 'changed' : 'added',
          }));
          for (const s of below.values())
            if (!above.has(s.id) && !gone.includes(s.id)) held.push({ statement: s, pack: 'low', own: null });
          const right = held.filter((one) => passes(one, q));
          const order = [...catalogue.order(q)].map((doc) => catalogue.entry(doc));
          expect(order.map(({ key }) => key[1]).sort()).toEqual(right.map((one) => one.statement.id).sort());
          const facets = catalogue.facets(q);
          expect(facets.total).toBe(right.length);
          for (const { value, count } of facets.speaker)
            expect(held.filter((one) => passes(one, { ...q, speaker: [value] }))).toHaveLength(count);
          for (const { value, count } of facets.proposition)
            expect(held.filter((one) => passes(one, { ...q, proposition: [value] }))).toHaveLength(count);
          for (const { value, count } of facets.stance)
            expect(held.filter((one) => passes(one, { ...q, stance: [value as 'denies'] }))).toHaveLength(count);
          expect(held.filter((one) => passes(one, { ...q, own: ['changed'] }))).toHaveLength(facets.changed);
          expect(held.filter((one) => passes(one, { ...q, muted: true }))).toHaveLength(facets.muted);
          const dates = order.map(({ key }) => held.find((one) => one.statement.id === key[1])?.statement.date);
          if (q.sort === 'date') expect(dates).toEqual(dates.toSorted().toReversed());
        },
      ),
      { numRuns: 300 },
    );
  });

  it('ranks whole words, rare words and weighty fields first', () => {
    const catalogue = new Catalogue();
    const put = (id: string, more: Partial<Statement>) =>
      catalogue.put(toRow(statement(id, { quote: '', gist: 'some other words here', ...more }), 1));
    put('beginning', { gist: 'the treatymakers met again today' });
    put('gist', { gist: 'the treaty was met again today' });
    put('speaker', { speaker: 'Treaty Office' });
    put('none', {});
    catalogue.arrange([{ gen: 1, pack: 'x', updated: '', count: 4 }], new Set());
    expect([...catalogue.order({ text: 'treaty' })].map((doc) => catalogue.entry(doc).key[1])).toEqual([
      'speaker',
      'gist',
      'beginning',
    ]);
  });

  it('a word with an apostrophe or points in it is one word, not two beginnings', () => {
    const catalogue = new Catalogue();
    const quotes = { dont: 'I don’t see it', donald: 'Donald told them', us: 'the U.S. said so', other: 'usual sums' };
    for (const [id, quote] of Object.entries(quotes)) catalogue.put(toRow(statement(id, { quote }), 1));
    catalogue.arrange([{ gen: 1, pack: 'x', updated: '', count: 4 }], new Set());
    const found = (text: string) => [...catalogue.order({ text })].map((doc) => catalogue.entry(doc).key[1]);
    expect(found("don't")).toEqual(['dont']);
    expect(found('U.S.')).toEqual(['us']);
    expect(found('do t')).toHaveLength(2);
    const s = statement('x', { quote: quotes.donald, gist: 'They don’t.' });
    const { quote, gist } = hitsIn(s, parseSearch('don’t'));
    expect([quote, gist?.map(([from, to]) => s.gist.slice(from, to))]).toEqual([undefined, ['don', 't']]);
  });

  it('sorts by name both ways, the nameless last', () => {
    const catalogue = new Catalogue();
    ['b', '', 'ä', 'c'].forEach((side, i) => {
      catalogue.put(toRow(statement(String(i), side ? { side } : {}), 1));
    });
    catalogue.arrange([{ gen: 1, pack: 'x', updated: '', count: 4 }], new Set());
    const sides = (descending: boolean) =>
      [...catalogue.order({ sort: 'side', descending })].map((doc) => catalogue.entry(doc).key[1]);
    expect(sides(false)).toEqual(['2', '0', '3', '1']);
    expect(sides(true)).toEqual(['3', '0', '2', '1']);
  });
});

describe('what speakers are called in the reader’s language', () => {
  const told = {
    names: { 'Ada Example': 'Zita Beispiel', Bo: 'Bo' },
    roles: { mayor: 'Bürgermeisterin' },
    sides: { harbour: 'Übersee', town: 'Altstadt' },
  };
  const catalogue = new Catalogue();
  catalogue.put(toRow(statement('a', { role: 'mayor', side: 'harbour', quote: 'no tolls' }), 1));
  catalogue.put(toRow(statement('b', { speaker: 'Bo', side: 'town', quote: 'a toll' }), 1));
  catalogue.arrange([{ gen: 1, pack: 'x', updated: '', count: 2 }], new Set());
  catalogue.callSpeakers(told);
  const found = (query: Query) => [...catalogue.order(query)].map((doc) => catalogue.entry(doc).key[1]);

  it('is found by it as by the pack’s words, alone and with others', () => {
    for (const text of ['Beispiel', 'zita', 'Ada', 'Bürgermeister', 'mayor', 'toll Zita', '"Zita Beispiel"'])
      expect([text, found({ text })]).toEqual([text, ['a']]);
    expect(found({ text: 'bo' })).toEqual(['b']);
    expect(found({ text: 'Zita harbourmaster' })).toEqual([]);
    catalogue.callSpeakers({});
    expect(found({ text: 'Beispiel' })).toEqual([]);
    catalogue.callSpeakers(told);
  });

  it('is what lists are sorted by', () => {
    expect(found({ sort: 'speaker' })).toEqual(['b', 'a']);
    expect(found({ sort: 'side' })).toEqual(['b', 'a']);
  });

  it('is marked where it stands', () => {
    const s = statement('a', { role: 'mayor' });
    const hits = hitsIn(s, parseSearch('beisp mayor'), told);
    expect(hits).toEqual({ speakerTold: [[5, 10]], role: [[0, 5]] });
    expect(hasPhrases(s, [['zita', 'beispiel']], told)).toBe(true);
    expect(hasPhrases(s, [['zita', 'beispiel']])).toBe(false);
  });
});

describe('a search', () => {
  it('is taken apart into words and phrases', () => {
    expect(parseSearch('Frozen “assets of the” state')).toEqual({
      words: ['frozen', 'assets', 'of', 'the', 'state'],
      whole: ['assets', 'of', 'the'],
      phrases: [['assets', 'of', 'the']],
    });
    expect(parseSearch(' "" … ')).toEqual({ words: [], whole: [], phrases: [] });
  });

  it('marks hits at their places in the text as written', () => {
    const s = statement('x', { speaker: 'Zoë', quote: 'A café, cafés: “Zoë’s”', gist: '' });
    const hits = hitsIn(s, parseSearch('cafe zoe'));
    expect(hits.quote?.map(([from, to]) => s.quote.slice(from, to))).toEqual(['café', 'café', 'Zoë']);
    expect(hits.speaker).toEqual([[0, 3]]);
  });
});
