import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toPackText } from '../../../utils/corpus/export';
import { pack, statement } from '../corpus/support';

vi.mock('../../../utils/browser', () => ({
  browser: {
    runtime: {
      id: 'us',
      getURL: (path: string) => `chrome-extension://us${path}`,
      getManifest: () => ({ version: '1' }),
    },
    storage: { local: { get: async () => ({}), set: async () => undefined }, sync: { get: async () => ({}) } },
  },
}));

const text = toPackText(pack([statement('a'), statement('b')]));

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal('fetch', async () => new Response(text));
});
afterEach(() => vi.restoreAllMocks());

for (const [name, code] of [
  ['InvalidStateError', 'corpus-unavailable'],
  ['QuotaExceededError', 'corpus-quota'],
  ['VersionError', 'corpus-newer'],
])
  it(`reads on from the bundled pack when the store fails with ${name}`, async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    const { corpus } = await import('../../../entrypoints/background/corpus');
    const held = await corpus();
    expect(held.db).toBeNull();
    expect(await held.status()).toMatchObject({ ready: true, statements: 2, fault: { code } });
    expect(await (await held.source()).earlier('p1', null, null)).toHaveLength(2);
    const { handlers } = await import('../../../entrypoints/background/handlers');
    const reply = await handlers['mute.add']?.({ mute: { kind: 'passage', words: 'w', proposition: 'p1' } }, {
      id: 'us',
    } as never);
    expect(reply).toMatchObject({ ok: false, fault: { code } });
  });

it('tells when not even the bundled pack can be read, and tries again next time', async () => {
  const { corpus } = await import('../../../entrypoints/background/corpus');
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'InvalidStateError');
  });
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(corpus()).rejects.toMatchObject({ fault: { code: 'corpus-bundle' } });
  vi.stubGlobal('fetch', async () => new Response(text));
  expect((await corpus()).db).toBeNull();
});
