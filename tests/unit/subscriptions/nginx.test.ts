import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CorpusDb } from '../../../utils/corpus/db';
import type { Progress } from '../../../utils/corpus-service';
import { Follower } from '../../../utils/subscriptions/follow';
import { get } from '../../../utils/subscriptions/get';
import { readSubscriptions } from '../../../utils/subscriptions/store';
import type { Result } from '../../../utils/types';
import { hasNginx, Nginx } from './nginx';
import { packOf, published } from './support';

if (!hasNginx) console.warn('nginx is not installed: the tests against it are left out (apt-get install nginx-light).');

const codeOf = async (result: Promise<Result<unknown>>): Promise<string> => {
  const done = await result;
  return done.ok ? 'ok' : done.fault.code;
};

describe.skipIf(!hasNginx)('against nginx', () => {
  let nginx: Nginx;
  let db: CorpusDb;
  let follower: Follower;
  let times = 0;

  beforeAll(async () => {
    nginx = await Nginx.start();
  });
  afterAll(() => nginx?.stop());
  beforeEach(() => {
    db = new CorpusDb(`nginx-${crypto.randomUUID()}`);
    const patience = { silence: 1500, all: 3000 };
    follower = new Follower({ db, fetch, permitted: async () => true, patience });
  });
  afterEach(() => db.delete());

  async function publish(
    version: string,
    words: Record<string, string>,
    more: Record<string, unknown> = {},
  ): Promise<void> {
    const { index, file } = await published(packOf(version, words), more);
    // nginx makes its ETag of size and second: within one second only another size shows that a file changed.
    times += 1;
    nginx.put({ 'pack.json.gz': file, 'index.json': JSON.stringify(index) + ' '.repeat(times) });
  }
  const stored = async (): Promise<number> => (await db.packs.get('followed'))?.layers[0]?.count ?? 0;
  const last = () => nginx.asked().at(-1);

  it('subscribes, is told "unchanged" by ETag, updates', async () => {
    await publish('1', { a: 'one' });
    expect(await codeOf(follower.add(nginx.url('/index.json'), false))).toBe('ok');
    expect(await codeOf(follower.check('followed'))).toBe('ok');
    await new Promise((later) => setTimeout(later, 50));
    expect(last()).toMatchObject({ path: '/index.json', status: '304', cookie: '-', referrer: '-' });
    await publish('2', { a: 'one', b: 'two' });
    const seen = await follower.check('followed');
    if (!seen.ok) throw new Error(seen.fault.code);
    expect(await codeOf(follower.apply('followed', seen.value.index.sha256))).toBe('ok');
    expect(await stored()).toBe(2);
  });

  it('tells how many bytes of how many there are, and stops when told to, keeping nothing', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`r${i}`, crypto.randomUUID()]));
    await publish('1', many);
    const seen: Progress[] = [];
    const stop = new AbortController();
    const onProgress = (now: Progress): void => {
      seen.push(now);
      if (now.phase === 'loading' && now.done > 0) stop.abort();
    };
    const url = nginx.url('/throttled/index.json');
    expect(await codeOf(follower.add(url, false, { onProgress, signal: stop.signal }))).toBe('corpus-cancelled');
    const size = nginx.size('pack.json.gz');
    expect(seen[0]).toMatchObject({ phase: 'loading', all: size });
    expect(seen.at(-1)?.done).toBeLessThan(size);
    expect([await db.packs.count(), await db.statements.count(), await db.meta.count()]).toEqual([0, 0, 0]);
    const whole: Progress[] = [];
    expect(await codeOf(follower.add(nginx.url('/index.json'), false, { onProgress: (now) => whole.push(now) }))).toBe(
      'ok',
    );
    expect(whole.findLast(({ phase }) => phase === 'loading')).toMatchObject({ done: size, all: size });
    expect(whole.at(-1)).toMatchObject({ phase: 'writing', done: 3000, all: 3000 });
  });

  it('takes an index that is compressed on the way, with its weak ETag', async () => {
    await publish('1', { a: 'one' });
    expect(await codeOf(follower.add(nginx.url('/zipped/index.json'), false))).toBe('ok');
    const [own] = await readSubscriptions(db);
    expect(own?.etag).toMatch(/^W\//);
    expect(await codeOf(follower.check('followed'))).toBe('ok');
    await new Promise((later) => setTimeout(later, 50));
    expect(last()?.status).toBe('304');
  });

  it('takes a pack that the host sends unpacked when the index knows the unpacked file too', async () => {
    const made = packOf('1', { a: 'one' });
    const plain = new TextEncoder().encode(JSON.stringify(made));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', plain));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    await publish('1', { a: 'one' });
    expect(await codeOf(follower.add(nginx.url('/unpacked/index.json'), false))).toMatch(/toobig|hash/);
    expect(await stored()).toBe(0);
    await publish('1', { a: 'one' }, { unpacked: { size: plain.length, sha256 } });
    expect(await codeOf(follower.add(nginx.url('/unpacked/index.json'), false))).toBe('ok');
    expect(await stored()).toBe(1);
  });

  it.each([
    ['/slow/index.json', 'subscription-slow'],
    ['/away/index.json', 'subscription-redirect'],
    ['/moved/index.json', 'subscription-redirect'],
    ['/error/index.json', 'subscription-status'],
    ['/nothing.json', 'subscription-missing'],
    ['/broken/index.json', 'subscription-truncated'],
    ['/broken/endless', 'subscription-toobig'],
  ])('%s → %s, nothing stored', async (path, expected) => {
    await publish('1', { a: 'one' });
    const before = nginx.asked().length;
    expect(await codeOf(follower.add(nginx.url(path), false))).toBe(expected);
    expect([await db.packs.count(), await db.meta.count(), await db.generations.count()]).toEqual([0, 0, 0]);
    // Nobody was followed: the one question is all there is.
    expect(nginx.asked().length).toBeLessThanOrEqual(before + 1);
  });

  it('an index or a pack above its limit is not read to its end', async () => {
    nginx.put({ 'index.json': ' '.repeat(65 << 10) });
    expect(await codeOf(follower.add(nginx.url('/index.json'), false))).toBe('subscription-toobig');
    nginx.put({ 'index.json': ' '.repeat(600 << 10) });
    expect(await codeOf(follower.add(nginx.url('/zipped/index.json'), false))).toBe('subscription-toobig');
    await publish('1', { a: 'one' });
    nginx.put({ 'pack.json.gz': new Uint8Array(1 << 20) });
    expect(await codeOf(follower.add(nginx.url('/index.json'), false))).toBe('subscription-toobig');
  });

  it('a pack cut off or changed under its index leaves what is stored', async () => {
    await publish('1', { a: 'one' });
    expect(await codeOf(follower.add(nginx.url('/index.json'), true))).toBe('ok');
    const next = await published(packOf('2', { a: 'one', b: 'two' }));
    const wrong = [next.file.slice(0, -10), next.file.map((byte, i) => (i === 30 ? byte ^ 1 : byte))];
    const codes: string[] = [];
    for (const file of wrong) {
      nginx.put({ 'pack.json.gz': file, 'index.json': JSON.stringify(next.index) });
      const seen = await follower.check('followed');
      if (seen.ok) codes.push(await codeOf(follower.apply('followed', seen.value.index.sha256)));
    }
    expect(codes).toEqual(['subscription-truncated', 'subscription-hash']);
    expect(await stored()).toBe(1);
    nginx.put({ 'pack.json.gz': next.file });
    expect(await codeOf(follower.apply('followed', next.index.sha256 as string))).toBe('ok');
  });

  it('a host that is gone is told', async () => {
    const url = 'http://127.0.0.1:9/index.json';
    expect(await codeOf(get({ url, limit: 10, fetch }))).toBe('subscription-unreachable');
  });
});
