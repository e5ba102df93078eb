import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeMany } from '../../../utils/corpus/bulk';
import { CorpusDb } from '../../../utils/corpus/db';
import { deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { redo, undo } from '../../../utils/corpus/history';
import { installPack, removePack } from '../../../utils/corpus/packs';
import { sweep } from '../../../utils/corpus/sweep';
import { Follower } from '../../../utils/subscriptions/follow';
import type { Result } from '../../../utils/types';
import { everything, pack, statement } from '../corpus/support';
import { Host, packOf, published, URL_ } from './support';

const HOUR = 3_600_000;
const label = { key: 'k', args: [] };
let db: CorpusDb;
let host: Host;
let now = 0;
let allowed = true;
let follower: Follower;

beforeEach(async () => {
  db = new CorpusDb(`follow-${crypto.randomUUID()}`);
  host = new Host();
  now = Date.UTC(2026, 0, 1);
  allowed = true;
  follower = new Follower({ db, fetch: host.fetch, permitted: async () => allowed, now: () => now });
  await host.publish(packOf('1', { a: 'one', b: 'two', c: 'three' }));
});
afterEach(() => db.delete());

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}
const codeOf = async (result: Promise<Result<unknown>>): Promise<string> => {
  const done = await result;
  return done.ok ? 'ok' : done.fault.code;
};
const held = async (): Promise<Record<string, string>> => {
  const gen = (await db.packs.get('followed'))?.layers[0]?.gen ?? -1;
  const rows = await db.statements.where(':id').between([gen], [gen, []]).toArray();
  return Object.fromEntries(rows.map(({ id, quote }) => [id, quote]));
};
const second = { a: 'one', b: 'two, mended', d: 'four' };

describe('subscribing', () => {
  it('an offer stores nothing; taking it stores the pack and whence it came', async () => {
    const offer = good(await follower.offer(`${URL_}#top`));
    expect([offer.url, offer.index.title, offer.replaces]).toEqual([URL_, 'Followed', null]);
    expect([await db.packs.count(), await db.meta.count()]).toEqual([0, 0]);
    good(await follower.add(URL_, false));
    expect(await held()).toEqual({ a: 'one', b: 'two', c: 'three' });
    expect(await follower.list()).toMatchObject([
      { id: 'followed', url: URL_, installed: '1', available: false, previous: null, next: '2026-01-02T00:00:00.000Z' },
    ]);
    expect(await codeOf(follower.add(URL_, false))).toBe('subscription-taken');
  });

  it('asks without credentials or referrer, follows nobody, and asks nobody without permission', async () => {
    good(await follower.add(URL_, false));
    for (const { init } of host.asked)
      expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual' });
    const before = host.asked.length;
    allowed = false;
    expect(await codeOf(follower.check('followed'))).toBe('subscription-permission');
    expect(await codeOf(follower.offer('https://other.example/index.json'))).toBe('subscription-permission');
    expect(host.asked.length).toBe(before);
  });

  it('the pack that comes with the extension cannot be taken over', async () => {
    const bundled = packOf('1', { a: 'ours' });
    await installPack(db, bundled, { kind: 'bundled', sha256: 'x', label: null });
    expect(await codeOf(follower.add(URL_, true))).toBe('subscription-bundled');
    expect(await held()).toEqual({ a: 'ours' });
  });

  it('readings may name propositions of another pack that is here, and of no other', async () => {
    const reads = { proposition: 'p', stance: 'affirms' as const };
    const made = pack([statement('r', { readings: [reads] })], { id: 'followed', version: '1', propositions: [] });
    await host.publish(made);
    expect(await codeOf(follower.add(URL_, false))).toBe('statement');
    const proposition = { id: 'p', claim: 'c', group: 'g' } as never;
    await installPack(db, pack([], { id: 'base', propositions: [proposition] }), {
      kind: 'file',
      sha256: '',
      label: null,
    });
    expect(await codeOf(follower.add(URL_, false))).toBe('ok');
  });
});

describe('a host that falls silent', () => {
  it('is told of to its last byte, and given up when the reader cancels', async () => {
    const cut = new Follower({
      db,
      permitted: async () => true,
      fetch: async (input, init = {}) =>
        String(input).endsWith('index.json')
          ? host.fetch(input, init)
          : new Response(
              new ReadableStream({
                start(stream) {
                  // Both within the time in which progress is told once.
                  for (const at of [0, 10]) stream.enqueue(host.file.slice(at, at + 10));
                  init.signal?.addEventListener('abort', () => stream.error(new Error('aborted')));
                },
              }),
            ),
    });
    const stop = new AbortController();
    const told: number[] = [];
    const taking = cut.add(URL_, false, { signal: stop.signal, onProgress: ({ done }) => told.push(done) });
    await vi.waitFor(() => expect(told.at(-1)).toBe(20), { timeout: 5000 });
    stop.abort();
    expect(await codeOf(taking)).toBe('corpus-cancelled');
    expect(await db.packs.count()).toBe(0);
  });
});

describe('what is not what it says changes nothing', () => {
  const bad: [string, () => Promise<void> | void, string][] = [
    ['another file', () => host.put(new Uint8Array([1, ...host.file])), 'subscription-toobig'],
    ['a cut file', () => host.put(host.file.slice(0, -5)), 'subscription-truncated'],
    ['a changed byte', () => void host.file.set([7], 20), 'subscription-hash'],
    ['another version inside', () => host.publish(packOf('3', second), { version: '2' }), 'subscription-mismatch'],
    [
      'another id inside',
      () => host.publish({ ...packOf('2', second), id: 'else' }, { id: 'followed' }),
      'subscription-mismatch',
    ],
  ];
  it.each(bad)('%s', async (_, spoil, expected) => {
    good(await follower.add(URL_, false));
    await host.publish(packOf('2', second));
    await spoil();
    const seen = good(await follower.check('followed'));
    expect(await codeOf(follower.changes('followed'))).toBe(expected);
    expect(await codeOf(follower.apply('followed', seen.index.sha256))).toBe(expected);
    expect(await held()).toEqual({ a: 'one', b: 'two', c: 'three' });
    expect(await db.generations.count()).toBe(1);
  });

  it('an older version, a version changed in silence, another pack, another host', async () => {
    await host.publish(packOf('2', second));
    good(await follower.add(URL_, false));
    await host.publish(packOf('1.9', { a: 'old' }));
    expect(await codeOf(follower.check('followed'))).toBe('subscription-older');
    await host.publish(packOf('2', { a: 'other' }));
    expect(await codeOf(follower.check('followed'))).toBe('subscription-sameversion');
    await host.publish({ ...packOf('3', {}), id: 'else' });
    expect(await codeOf(follower.check('followed'))).toBe('subscription-otherpack');
    await host.publish(packOf('3', second), { file: 'https://elsewhere.example/pack.json.gz' });
    expect(await codeOf(follower.check('followed'))).toBe('subscription-otherhost');
    expect(await held()).toEqual(second);
    expect(await follower.list()).toMatchObject([{ fault: { code: 'subscription-otherhost' }, available: false }]);
    await host.publish(packOf('2', second));
    expect(await follower.check('followed')).toMatchObject({ value: { fault: null } });
  });
});

describe('updates', () => {
  it('are shown first: log, added, changed, removed, and where the reader’s own changes stand', async () => {
    good(await follower.add(URL_, false));
    const mine = { b: 'two, as I know it', c: 'three, as I know it' };
    await putStatements(
      db,
      Object.entries(mine).map(([id, quote]) => statement(id, { quote })),
      label,
    );
    await host.publish(packOf('2', second));
    expect(await codeOf(follower.changes('followed'))).toBe('subscription-uptodate');
    expect(good(await follower.check('followed')).available).toBe(true);
    const shown = good(await follower.changes('followed'));
    expect(shown.counts).toEqual({ added: 1, changed: 1, removed: 1, conflicts: 2 });
    expect(shown.notes.map(({ text }) => text)).toEqual(['What is new in 2']);
    expect(shown.changed[0]?.after.quote).toBe('two, mended');
    expect(shown.conflicts.map(({ id, mine, theirs }) => [id, mine?.quote ?? null, theirs?.quote ?? null])).toEqual([
      ['b', 'two, as I know it', 'two, mended'],
      ['c', 'three, as I know it', null],
    ]);
    const asked = host.asked.length;
    good(await follower.apply('followed', shown.sha256));
    expect(host.asked.length).toBe(asked);
    expect(await held()).toEqual(second);
    const own = (await db.packs.get('mine'))?.layers[0]?.gen as number;
    expect((await db.statements.get([own, 'b']))?.quote).toBe('two, as I know it');
  });

  it('the reader chooses whose version counts, record by record or for all, in the same step', async () => {
    good(await follower.add(URL_, false));
    await putStatements(db, [statement('b', { quote: 'two, as I know it' })], label);
    await deleteStatements(db, ['c', 'a'], label);
    const { index } = await published(packOf('2', { a: 'one, mended', b: 'two, mended' }));
    await host.publish(packOf('2', { a: 'one, mended', b: 'two, mended' }));
    good(await follower.check('followed'));
    good(await follower.apply('followed', index.sha256 as string, { rest: 'theirs', but: ['a'] }));
    expect((await everything(db)).map(({ id, quote }) => [id, quote])).toEqual([['b', 'two, mended']]);
    expect((await follower.list())[0]?.conflicts).toBe(0);
    await undo(db);
    expect((await everything(db)).map(({ quote }) => quote)).toEqual(['two, as I know it']);
    expect((await db.packs.get('followed'))?.version).toBe('1');
  });

  it('what came by itself keeps its conflicts until the reader settled them', async () => {
    good(await follower.add(URL_, true));
    const mine = { b: 'two, as I know it', c: 'three, as I know it' };
    await putStatements(
      db,
      Object.entries(mine).map(([id, quote]) => statement(id, { quote })),
      label,
    );
    await host.publish(packOf('2', second));
    now += 25 * HOUR;
    expect(await follower.round()).toBe(1);
    expect((await follower.list())[0]?.conflicts).toBe(2);
    expect(good(await follower.conflicts('followed'))).toMatchObject({
      ...{ title: 'Followed', version: '2', count: 2 },
      conflicts: [
        { id: 'b', mine: { quote: 'two, as I know it' }, theirs: { quote: 'two, mended' } },
        { id: 'c', mine: { quote: 'three, as I know it' }, theirs: null },
      ],
    });
    expect(good(await follower.settle('followed', { rest: 'mine', but: ['b'] }))).toEqual({ count: 1 });
    expect((await everything(db)).find(({ id }) => id === 'b')?.quote).toBe('two, mended');
    expect((await follower.list())[0]?.conflicts).toBe(0);
    await undo(db);
    expect((await everything(db)).find(({ id }) => id === 'b')?.quote).toBe('two, as I know it');
  });

  it('a conflict is none any more when the version is gone or the reader’s change is', async () => {
    good(await follower.add(URL_, true));
    await putStatements(db, [statement('b', { quote: 'mine' })], label);
    await host.publish(packOf('2', second));
    now += 25 * HOUR;
    await follower.round();
    await undo(db);
    expect((await follower.list())[0]?.conflicts).toBe(0);
    await redo(db);
    expect((await follower.list())[0]?.conflicts).toBe(1);
    await changeMany(db, ['b'], { do: 'yield' });
    expect((await follower.list())[0]?.conflicts).toBe(0);
  });

  it('only what was shown is applied', async () => {
    good(await follower.add(URL_, false));
    await host.publish(packOf('2', second));
    good(await follower.check('followed'));
    const { sha256 } = good(await follower.changes('followed'));
    await host.publish(packOf('3', second));
    good(await follower.check('followed'));
    expect(await codeOf(follower.apply('followed', sha256))).toBe('subscription-changed');
  });

  it('are one step to undo and redo, and can be rolled back when the history has forgotten them', async () => {
    good(await follower.add(URL_, false));
    await host.publish(packOf('2', second));
    const { index } = good(await follower.check('followed'));
    good(await follower.apply('followed', index.sha256));
    await undo(db);
    expect(Object.keys(await held())).toEqual(['a', 'b', 'c']);
    expect((await follower.list())[0]?.available).toBe(true);
    await redo(db);
    await db.history.clear();
    await db.generations.toCollection().modify({ touched: 0 });
    await sweep(db);
    expect((await follower.list())[0]?.previous).toBe('1');
    good(await follower.rollBack('followed'));
    expect(await held()).toEqual({ a: 'one', b: 'two', c: 'three' });
    good(await follower.rollBack('followed'));
    expect(await held()).toEqual(second);
    await undo(db);
    expect(await held()).toEqual({ a: 'one', b: 'two', c: 'three' });
  });

  it('only one version is kept: those before it are swept', async () => {
    good(await follower.add(URL_, false));
    for (const version of ['2', '3', '4']) {
      await host.publish(packOf(version, { a: version }));
      good(await follower.apply('followed', good(await follower.check('followed')).index.sha256));
    }
    await db.history.clear();
    await sweep(db);
    expect(await db.generations.count()).toBe(2);
    expect((await follower.list())[0]?.previous).toBe('3');
  });
});

describe('by itself', () => {
  it('asks when the term is over, with the ETag; an unchanged index costs one short answer', async () => {
    good(await follower.add(URL_, true));
    const asked = host.asked.length;
    expect(await follower.round()).toBe(0);
    expect(host.asked.length).toBe(asked);
    now += 25 * HOUR;
    expect(await follower.round()).toBe(0);
    expect(host.asked.length).toBe(asked + 1);
    expect(new Headers(host.asked.at(-1)?.init.headers).has('if-none-match')).toBe(true);
    expect((await follower.list())[0]?.next).toBe(new Date(now + 24 * HOUR).toISOString());
  });

  it('applies new versions where the reader chose so, but none that was taken back', async () => {
    good(await follower.add(URL_, false));
    await host.publish(packOf('2', second));
    now += 25 * HOUR;
    expect(await follower.round()).toBe(0);
    expect((await follower.list())[0]).toMatchObject({ available: true, installed: '1' });
    good(await follower.set('followed', true));
    now += 25 * HOUR;
    expect(await follower.round()).toBe(1);
    expect(await held()).toEqual(second);
    await undo(db);
    now += 25 * HOUR;
    expect(await follower.round()).toBe(0);
    expect((await follower.list())[0]?.installed).toBe('1');
    await host.publish(packOf('3', second));
    now += 25 * HOUR;
    expect(await follower.round()).toBe(1);
  });

  it('a look by hand applies too where the reader chose so, but none that was taken back', async () => {
    good(await follower.add(URL_, false));
    await host.publish(packOf('2', second));
    expect(good(await follower.look('followed'))).toMatchObject({ available: true, installed: '1' });
    good(await follower.set('followed', true));
    expect(good(await follower.look('followed'))).toMatchObject({ available: false, installed: '2' });
    expect(await held()).toEqual(second);
    await undo(db);
    expect(good(await follower.look('followed'))).toMatchObject({ available: true, installed: '1' });
  });

  it('a pack that was removed is left alone until it is back; ended, nothing is asked any more', async () => {
    good(await follower.add(URL_, true));
    await removePack(db, 'followed', label);
    now += 25 * HOUR;
    const asked = host.asked.length;
    await follower.round();
    expect(host.asked.length).toBe(asked);
    expect((await follower.list())[0]?.installed).toBeNull();
    const [own] = await follower.list();
    good(await follower.apply('followed', own?.index.sha256 as string));
    good(await follower.end('followed'));
    expect([await follower.list(), (await db.packs.get('followed'))?.kind]).toEqual([[], 'file']);
    now += 1000 * HOUR;
    const then = host.asked.length;
    await follower.round();
    expect(host.asked.length).toBe(then);
  });

  it('a failed update is told and tried again later', async () => {
    good(await follower.add(URL_, true));
    await host.publish(packOf('2', second));
    host.file = host.file.slice(0, -1);
    now += 25 * HOUR;
    expect(await follower.round()).toBe(0);
    expect((await follower.list())[0]).toMatchObject({
      fault: { code: 'subscription-truncated' },
      next: new Date(now + 4 * HOUR).toISOString(),
    });
    await host.publish(packOf('2', second));
    now += 5 * HOUR;
    expect(await follower.round()).toBe(1);
  });

  it('what a backup says of subscriptions is checked', async () => {
    good(await follower.add(URL_, true));
    const key = 'subscription:followed';
    const { value } = (await db.meta.get(key)) as { value: Record<string, unknown> };
    await db.meta.put({ key, value: { ...value, url: 'http://elsewhere.example/index.json' } });
    expect(await follower.list()).toEqual([]);
    await db.meta.put({ key, value: { ...value, checked: 'x', failures: 'many', automatic: 'yes' } });
    expect(await follower.list()).toMatchObject([{ automatic: false, checked: '1970-01-01T00:00:00.000Z' }]);
  });
});
