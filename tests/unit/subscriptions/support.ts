/** A host in memory: what it answers can be changed at any time, and what it was asked is noted. */
import { gzipSync } from 'fflate';
import { sha256 } from '../../../utils/corpus/packs';
import type { Pack } from '../../../utils/types';
import { pack, statement } from '../corpus/support';

export const URL_ = 'https://packs.example/p/index.json';

/** A pack of records, by version. */
export const packOf = (version: string, words: Record<string, string>): Pack =>
  pack(
    Object.entries(words).map(([id, quote]) => statement(id, { quote })),
    { id: 'followed', title: 'Followed', version },
  );

/** Index and file of a pack, as bytes. */
export async function published(
  made: Pack,
  more: Record<string, unknown> = {},
): Promise<{ index: Record<string, unknown>; file: Uint8Array }> {
  const file = gzipSync(new TextEncoder().encode(JSON.stringify(made)), { mtime: 0 });
  const index = {
    format: 'said-before-pack-index',
    formatVersion: 1,
    ...{ id: made.id, title: made.title, version: made.version, date: '2026-01-01' },
    expiresHours: 24,
    size: file.length,
    sha256: await sha256(file),
    file: 'pack.json.gz',
    changes: [{ version: made.version, date: '2026-01-01', text: `What is new in ${made.version}` }],
    ...more,
  };
  return { index, file };
}

export class Host {
  readonly asked: { url: string; init: RequestInit }[] = [];
  index: unknown = null;
  file: Uint8Array = new Uint8Array();

  async publish(made: Pack, more: Record<string, unknown> = {}): Promise<void> {
    const { index, file } = await published(made, more);
    this.index = index;
    this.file = file;
  }

  /** Puts another file under the index that is there. */
  put(file: Uint8Array): void {
    this.file = file;
  }

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    this.asked.push({ url, init });
    if (!url.endsWith('index.json')) return new Response(this.file as Uint8Array<ArrayBuffer>);
    const text = JSON.stringify(this.index);
    const etag = `"${await sha256(new TextEncoder().encode(text))}"`;
    const same = new Headers(init.headers).get('if-none-match') === etag;
    return same ? new Response(null, { status: 304 }) : new Response(text, { headers: { etag } });
  };
}
