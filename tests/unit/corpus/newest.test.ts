import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import type { CorpusDb } from '../../../utils/corpus/db';
import { putStatements } from '../../../utils/corpus/edit';
import { redo, undo } from '../../../utils/corpus/history';
import { Kept } from '../../../utils/corpus/kept';
import { rangeOf, toStatement } from '../../../utils/corpus/keys';
import { openView, type View } from '../../../utils/corpus/layers';
import { newest, type Range } from '../../../utils/corpus/newest';
import { enablePack, installPack } from '../../../utils/corpus/packs';
import { Shelves } from '../../../utils/corpus/shelves';
import { evidenceSource, type Placed, type Run } from '../../../utils/corpus/source';
import type { Statement } from '../../../utils/types';
import { freshDb, label, pack, statement } from './support';

/** The plain way: every layer is read, down to `limit` rows, then put together. */
async function plainly(db: CorpusDb, view: View, range: Range, cap: number, limit: number): Promise<Placed[]> {
  const unique = new Map<string, Placed>();
  for (const layer of view.layers) {
    const { lower, upper } = rangeOf(layer.gen, range.facet, range.before, range.after);
    for (const row of await db.statements.where('at').between(lower, upper).limit(limit).toArray())
      if (!view.hidden(row.id, layer.gen) && !unique.has(row.id))
        unique.set(row.id, { ...toStatement(row), pack: layer.pack });
  }
  return [...unique.values()].sort((a, b) => b.date.localeCompare(a.date)).slice(0, cap);
}

const merged = async (db: CorpusDb, view: View, range: Range, cap: number, shelves?: Shelves): Promise<Placed[]> =>
  (await db.transaction('r', db.statements, db.shelves, () => newest(db, view, range, cap, shelves))).map(
    ({ row, layer }) => ({ ...toStatement(row), pack: layer.pack }),
  );

/** Three boards of five rows, for every layer, so that questions begin on, between and behind them. */
const small = { least: 0, board: 5, boards: 3 };

/** Few days, so that many records share one. */
const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
const propositions = fc.subarray(['p1', 'p2'], { minLength: 1 });
const record = fc.tuple(day, propositions);
const records = fc.array(fc.array(record, { maxLength: 60 }), { minLength: 1, maxLength: 5 });
const range = fc.record<Range>({
  facet: fc.constant({ by: 'p', value: 'p1' }),
  before: fc.option(day),
  after: fc.option(day),
});
const caps = fc.constantFrom(1, 3, 20, 40, 400);

const made = (id: string, [date, about]: [string, string[]]): Statement =>
  statement(id, { date, readings: about.map((proposition) => ({ proposition, stance: 'affirms' })) });

async function filled(packs: readonly (readonly [string, string[]][])[]): Promise<CorpusDb> {
  const db = await freshDb();
  for (const [i, of] of packs.entries())
    await installPack(
      db,
      pack(
        of.map((one, n) => made(`${i}-${n}`, one)),
        { id: `pack-${i}` },
      ),
      { kind: i === 0 ? 'bundled' : 'file', sha256: '', label },
    );
  return db;
}

describe('the newest of several layers', () => {
  it('are those that reading every layer to the cap gives, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(fc.tuple(range, caps), { minLength: 3, maxLength: 3 }),
        async (packs, asked) => {
          const db = await filled(packs);
          const view = await openView(db);
          const shelves = new Shelves(db, small);
          for (const [how, cap] of asked) {
            const right = await plainly(db, view, how, cap, cap);
            expect(await merged(db, view, how, cap)).toEqual(right);
            // The first time shelves are missed and laid, the second time they are read.
            for (let i = 0; i < 2; i += 1) {
              expect(await merged(db, view, how, cap, shelves)).toEqual(right);
              await shelves.lay();
            }
          }
          expect(await db.shelves.count()).toBeGreaterThan(0);
          db.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('pass over what the reader changed, deleted or has twice, and go on to what lies behind', async () => {
    const change = fc.record({ of: fc.nat(4), n: fc.nat(59), to: fc.option(record) });
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(change, { maxLength: 40 }),
        fc.array(fc.tuple(range, caps), { minLength: 3, maxLength: 3 }),
        async (packs, changes, asked) => {
          const db = await filled(packs);
          // A second pack has some of the first one's records.
          const shared = (packs[0] ?? []).slice(0, 20).map((one, n) => made(`0-${n}`, one));
          await installPack(db, pack(shared, { id: 'again' }), { kind: 'file', sha256: '', label });
          const edits = changes.flatMap(({ of, n, to }) => (to && packs[of]?.[n] ? [made(`${of}-${n}`, to)] : []));
          await putStatements(db, [...new Map(edits.map((s) => [s.id, s])).values()], label);
          const gone = changes.flatMap(({ of, n, to }) => (!to && packs[of]?.[n] ? [`${of}-${n}`] : []));
          await changeMany(db, [...new Set(gone)], { do: 'delete' });
          const view = await openView(db);
          for (const [how, cap] of asked)
            expect(await merged(db, view, how, cap)).toEqual(await plainly(db, view, how, cap, 1000));
          db.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are found behind more hidden records than are wanted', async () => {
    const old = Array.from({ length: 30 }, (_, n) =>
      made(`0-${n}`, [`2025-02-${String(28 - (n % 28)).padStart(2, '0')}`, ['p1']]),
    );
    const db = await freshDb();
    await installPack(db, pack(old), { kind: 'bundled', sha256: '', label });
    const byDate = old.toSorted((a, b) => b.date.localeCompare(a.date));
    await changeMany(
      db,
      byDate.slice(0, 25).map(({ id }) => id),
      { do: 'delete' },
    );
    const found = await merged(
      db,
      await openView(db),
      { facet: { by: 'p', value: 'p1' }, before: null, after: null },
      5,
    );
    expect(found.map(({ id }) => id)).toEqual(byDate.slice(25).map(({ id }) => id));
  });

  it('are never those of before a change, whatever was kept', async () => {
    const whole = { facet: { by: 'p', value: 'p1' }, before: null, after: null } as const;
    const act = fc.oneof(
      fc.record({ n: fc.nat(59), to: fc.option(record) }),
      fc.constantFrom('undo' as const, 'redo' as const, 'off' as const, 'on' as const),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 60 }),
        fc.array(act, { maxLength: 12 }),
        fc.array(fc.tuple(fc.option(day), fc.option(day)), { minLength: 3, maxLength: 3 }),
        async (of, acts, ranges) => {
          const db = await filled([of, of.slice(0, 5)]);
          const kept = new Kept<Run>(300);
          const shelves = new Shelves(db, small);
          for (const one of acts) {
            if (one === 'undo') await undo(db);
            else if (one === 'redo') await redo(db);
            else if (one === 'off' || one === 'on') await enablePack(db, 'pack-1', one === 'on', label);
            else if (one.to) await putStatements(db, [made(`0-${one.n}`, one.to)], label);
            else await changeMany(db, [`0-${one.n}`], { do: 'delete' });
            const source = await evidenceSource(db, kept, shelves);
            await source.earlier('p2', null, null);
            const found = await source.earlier('p1', null, null);
            await shelves.lay();
            shelves.forget();
            const view = await openView(db);
            expect(found).toEqual(await plainly(db, view, whole, 400, 1000));
            for (const [before, after] of ranges)
              expect(await source.earlier('p1', before, after)).toEqual(
                await plainly(db, view, { ...whole, before, after }, 400, 1000),
              );
          }
          db.close();
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('of a day are found among those of a later day, and read anew where these do not go far enough', async () => {
  const db = await freshDb();
  const of = (n: number): Statement => {
    const date = new Date(Date.UTC(2020, 0, 1) + Math.floor(n / 3) * 86_400_000).toISOString().slice(0, 10);
    return made(`0-${String(n).padStart(5, '0')}`, [date, n % 25 === 0 ? ['p1'] : ['p2']]);
  };
  const all = Array.from({ length: 20_050 }, (_, n) => of(n));
  await installPack(db, pack(all), { kind: 'bundled', sha256: '', label });
  const kept = new Kept<Run>();
  const view = await openView(db);
  const ask = async (before: string | null) => {
    const range = { facet: { by: 'p', value: 'p1' }, before, after: null } as const;
    const found = await (await evidenceSource(db, kept)).earlier('p1', before, null);
    expect(found).toEqual(await plainly(db, view, range, 120, 120));
  };
  const reads = vi.spyOn(db, 'transaction');
  for (const before of ['2037-01-01', '2036-06-01', '2035-01-01', '2036-12-01', null, '2024-01-01', '2020-02-01'])
    await ask(before);
  // Only the second question is answered by what is there.
  expect(reads.mock.calls.filter(([, ...tables]) => tables.includes(db.shelves))).toHaveLength(6);
  db.close();
});
