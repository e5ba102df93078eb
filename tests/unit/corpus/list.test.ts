import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { newest } from '../../../utils/corpus/list';
import { installPack } from '../../../utils/corpus/packs';
import { everything, freshDb, label, pack, statement } from './support';

const few = <T>(...values: T[]) => fc.constantFrom(...values);

it('the newest are the newest of all that count, each once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(few('2025-01-01', '2025-01-02', '2025-02-01', '2026-01-01'), { maxLength: 20 }),
      fc.array(fc.nat(19), { maxLength: 6 }),
      fc.array(fc.nat(19), { maxLength: 6 }),
      fc.integer({ min: 1, max: 7 }),
      async (dates, changed, gone, limit) => {
        const all = dates.map((date, i) => statement(`s${i}`, { date }));
        const db = await freshDb();
        await installPack(db, pack(all), { kind: 'file', sha256: '', label });
        const own = [...new Set(changed)].map((i) => statement(`s${i}`, { date: '2025-01-15', gist: 'changed' }));
        if (own.length > 0) await putStatements(db, own, label);
        await deleteStatements(
          db,
          gone.map((i) => `s${i}`),
          label,
        );
        const found = await newest(db, limit);
        const plain = (await everything(db)).sort((a, b) => b.date.localeCompare(a.date));
        expect(found.map((s) => s.date)).toEqual(plain.slice(0, limit).map((s) => s.date));
        expect(new Set(found.map((s) => s.id)).size).toBe(found.length);
        for (const one of found) expect(plain).toContainEqual(one);
        db.close();
      },
    ),
    { numRuns: 100 },
  );
});
