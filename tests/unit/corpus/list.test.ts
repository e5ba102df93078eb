import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putStatements } from '../../../utils/corpus/edit';
import { type Cursor, type Filter, listPage, passes } from '../../../utils/corpus/list';
import { installPack } from '../../../utils/corpus/packs';
import { freshDb, label, pack, statement } from './support';

const few = <T>(...values: T[]) => fc.constantFrom(...values);
const row = fc
  .record({ day: few('2025-01-01', '2025-01-02', '2025-02-01'), speaker: few('A', 'Ab', 'B'), side: few('X', 'Y') })
  .chain((base) =>
    fc
      .record({ p: few('p1', 'p2'), stance: few('affirms' as const, 'denies' as const) })
      .map((r) => ({ ...base, ...r })),
  );
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    speaker: few('A', 'B', 'C'),
    proposition: few('p1', 'p2'),
    stance: few('affirms', 'denies'),
    side: few('X', 'Y'),
    from: few('2025-01-02'),
    to: few('2025-01-02', '2025-01-20'),
    text: few('words 1', 'WORDS'),
  },
  { requiredKeys: [] },
);

it('pages give what a plain filter gives, newest first, each once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      filters,
      fc.integer({ min: 1, max: 7 }),
      async (rows, filter, size) => {
        const all = rows.map(({ day, speaker, side, p, stance }, i) =>
          statement(`s${i}`, { date: day, speaker, side, quote: `words ${i}`, readings: [{ proposition: p, stance }] }),
        );
        const db = await freshDb();
        const half = all.length >> 1;
        await installPack(db, pack(all.slice(0, half)), { kind: 'file', sha256: '', label });
        if (half < all.length) await putStatements(db, all.slice(half), label);
        const listed = [];
        let cursor: Cursor | null = null;
        do {
          const page: Awaited<ReturnType<typeof listPage>> = await listPage(db, filter, size, cursor);
          expect(page.rows.length).toBeLessThanOrEqual(size);
          listed.push(...page.rows);
          cursor = page.next;
        } while (cursor);
        expect(listed.map((s) => s.id).sort()).toEqual(
          all
            .filter((s) => passes(s, filter))
            .map((s) => s.id)
            .sort(),
        );
        expect(listed.map((s) => s.date)).toEqual(
          listed
            .map((s) => s.date)
            .toSorted()
            .toReversed(),
        );
        db.close();
      },
    ),
    { numRuns: 100 },
  );
});
