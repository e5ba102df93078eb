import { beforeEach, expect, it, vi } from 'vitest';
import type { RowsPage } from '../../../utils/corpus-service';

/** Questions to the corpus under way: the test answers them in the order it likes. */
const asked: { offset: number; answer(total: number, complete: boolean): Promise<void> }[] = [];
const rows = vi.fn(
  (_: unknown, offset: number, limit: number) =>
    new Promise((ready) => {
      asked.push({
        offset,
        async answer(total, complete) {
          const ids = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => `${offset + i}`);
          ready({ ok: true, value: { rows: ids.map((id) => ({ id })), total, complete } as unknown as RowsPage });
          await Promise.resolve();
          await Promise.resolve();
        },
      });
    }),
);
vi.mock('../../../entrypoints/options/state', () => ({ corpus: { rows }, storeFault: { value: null } }));

const next = (offset: number) => {
  const at = asked.findIndex((one) => one.offset === offset);
  expect(at, `rows from ${offset} are asked for`).toBeGreaterThanOrEqual(0);
  return asked.splice(at, 1)[0] as (typeof asked)[number];
};

let list: typeof import('../../../entrypoints/options/statements/rows');
beforeEach(async () => {
  asked.length = 0;
  vi.resetModules();
  list = await import('../../../entrypoints/options/statements/rows');
});

it('gets rows far down though the first page comes after word that the catalogue is whole', async () => {
  list.ask({});
  const first = next(0);
  // The catalogue is whole: everything is asked for again, but the first page is still under way.
  list.ask({});
  await first.answer(863, false);
  list.show(292, 320);
  await next(200).answer(863, true);
  await next(300).answer(863, true);
  expect(list.rowAt(300)?.id).toBe('300');
});

it('gets rows far down that were asked for before the catalogue was whole', async () => {
  list.ask({});
  await next(0).answer(863, false);
  list.show(292, 320);
  const [early, later] = [next(200), next(300)];
  list.ask({});
  await early.answer(863, true);
  await later.answer(863, true);
  expect(list.rowAt(300)?.id).toBe('300');
});

it('says whose rows it has: those of the query before stay until the new ones are there', async () => {
  list.ask({});
  await next(0).answer(863, true);
  expect(list.list.value.of).toBe('{}');
  list.ask({ text: 'x' });
  expect(list.list.value).toMatchObject({ of: '{}', total: 863 });
  await next(0).answer(5, true);
  expect(list.list.value).toMatchObject({ of: '{"text":"x"}', total: 5 });
});
