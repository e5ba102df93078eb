import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileAddress, indexAddress, originsOf } from '../../../utils/subscriptions/address';
import { dueNow, nextLook, nextOf } from '../../../utils/subscriptions/due';
import { readIndex } from '../../../utils/subscriptions/read-index';
import type { Subscription } from '../../../utils/subscriptions/types';
import { compareVersions } from '../../../utils/subscriptions/versions';
import { packOf, published } from './support';

const code = (result: { ok: boolean; fault?: { code: string } }): string =>
  result.ok ? 'ok' : (result.fault?.code ?? '');

describe('addresses', () => {
  it.each([
    ['https://a.example/index.json', 'ok'],
    ['  https://a.example/index.json#part ', 'ok'],
    ['http://localhost:8080/index.json', 'ok'],
    ['http://127.0.0.1/index.json', 'ok'],
    ['http://a.example/index.json', 'subscription-unsafe'],
    ['http://localhost.a.example/index.json', 'subscription-unsafe'],
    ['http://127.0.0.1.a.example/', 'subscription-unsafe'],
    ['file:///etc/index.json', 'subscription-unsafe'],
    ['data:application/json,{}', 'subscription-unsafe'],
    ['javascript:alert(1)', 'subscription-unsafe'],
    ['https://user:secret@a.example/', 'subscription-password'],
    ['index.json', 'subscription-address'],
    ['', 'subscription-address'],
  ])('%s → %s', (address, expected) => expect(code(indexAddress(address))).toBe(expected));

  it('the pack lies on the host of its index, and nowhere else', () => {
    const base = 'https://a.example/packs/index.json';
    expect(fileAddress('p.json.gz', base)).toEqual({ ok: true, value: 'https://a.example/packs/p.json.gz' });
    for (const other of [
      'https://b.example/p.gz',
      '//b.example/p.gz',
      'http://a.example/p.gz',
      'https://a.example:8443/p',
    ])
      expect(code(fileAddress(other, base))).toBe('subscription-otherhost');
    expect(originsOf('http://localhost:8080/a')).toBe('http://localhost/*');
  });
});

describe('versions', () => {
  it.each([
    ['1.9', '1.10', -1],
    ['2026.3.1', '2026.03.01', 0],
    ['2026-02-28', '2026-03-01', -1],
    ['v2', 'v1.9', 1],
    ['2.0-beta', '2.0', -1],
    ['2.0', '2.0.1', -1],
  ])('%s against %s: %i', (a, b, expected) => {
    expect(Math.sign(compareVersions(a, b))).toBe(expected);
    expect(Math.sign(compareVersions(b, a))).toBe(-expected || 0);
  });

  it('is an order', () => {
    const version = fc
      .array(fc.oneof(fc.nat(20).map(String), fc.constantFrom('a', 'beta')), { maxLength: 4 })
      .map((p) => p.join('.'));
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('index', () => {
  const good = async (): Promise<Record<string, unknown>> => (await published(packOf('1', { a: 'x' }))).index;

  it('is read, with what it leaves out filled in', async () => {
    const read = readIndex(JSON.stringify({ ...(await good()), expiresHours: undefined, changes: undefined }));
    expect(read).toMatchObject({ ok: true, value: { id: 'followed', expiresHours: 168, changes: [], homepage: '' } });
    const often = readIndex(JSON.stringify({ ...(await good()), expiresHours: 0.01 }));
    expect(often).toMatchObject({ value: { expiresHours: 4 } });
  });

  it.each([
    ['id', 'mine'],
    ['id', 'Not An Id'],
    ['title', ''],
    ['version', 'none'],
    ['date', '2026-02-30'],
    ['homepage', 'javascript:alert(1)'],
    ['expiresHours', -1],
    ['expiresHours', '24'],
    ['size', 0],
    ['size', 1.5],
    ['sha256', 'abc'],
    ['file', ''],
    ['changes', [{ version: '1' }]],
    ['changes', 'none'],
    ['unpacked', { size: 300 << 20, sha256: 'a'.repeat(64) }],
    ['formatVersion', 0],
  ])('a wrong “%s” (%j) is named', async (key, value) => {
    expect(readIndex(JSON.stringify({ ...(await good()), [key]: value }))).toMatchObject({
      ok: false,
      fault: { code: 'subscription-index' },
    });
  });

  it('says what it is instead', async () => {
    expect(code(readIndex('<html>'))).toBe('subscription-notjson');
    expect(code(readIndex('[]'))).toBe('subscription-notindex');
    expect(code(readIndex('{"__proto__":{"format":"said-before-pack-index"}}'))).toBe('subscription-notindex');
    expect(code(readIndex(JSON.stringify(packOf('1', {}))))).toBe('subscription-packitself');
    expect(code(readIndex(JSON.stringify({ ...(await good()), formatVersion: 2 })))).toBe('subscription-newerformat');
    expect(code(readIndex(JSON.stringify({ ...(await good()), size: 65 << 20 })))).toBe('subscription-toobig');
  });

  it('anything at all is a fault or an index, never an exception', () => {
    fc.assert(fc.property(fc.json(), (text) => void expect(typeof readIndex(text).ok).toBe('boolean')));
  });
});

describe('terms', () => {
  const now = Date.UTC(2026, 0, 1);
  const own = (id: string, next: number): Subscription => ({ id, next: new Date(next).toISOString() }) as Subscription;

  it('after failures soon, then later, never beyond the term', () => {
    const hours = [0, 1, 2, 3, 9].map((n) => (Date.parse(nextLook(now, 24, n)) - now) / 3_600_000);
    expect(hours).toEqual([24, 4, 8, 16, 24]);
  });

  it('only packs in use are due; a clock set back stops nothing', () => {
    const all = [own('a', now - 1), own('b', now + 1000), own('c', now - 1), own('d', now + 1e12)];
    expect(dueNow(all, now, (id) => id !== 'c').map(({ id }) => id)).toEqual(['a', 'd']);
    expect(nextOf(all, (id) => id === 'b')).toBe(now + 1000);
    expect(nextOf(all, () => false)).toBeNull();
  });
});
