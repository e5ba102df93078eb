/** From an address to an index, from an index to a pack: each is what it says it is, or a fault. */
import { sha256 } from '../corpus/packs';
import { readPack } from '../corpus/read-pack';
import type { Pack, Result } from '../types';
import { fileAddress } from './address';
import { subscriptionFault } from './faults';
import { type Ask, get } from './get';
import { MOST } from './limits';
import { readIndex } from './read-index';
import type { PackIndex } from './types';

/** How hosts are asked. */
export type Asking = Pick<Ask, 'fetch' | 'patience' | 'signal' | 'onBytes'>;

/** The index at an address with its ETag; null when it is what `etag` stands for. */
export async function getIndex(
  url: string,
  etag: string,
  asking: Asking,
): Promise<Result<{ index: PackIndex; etag: string } | null>> {
  const got = await get({ ...asking, url, etag, limit: MOST.index });
  if (!got.ok || !got.value) return got as Result<null>;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(got.value.bytes);
  } catch {
    return subscriptionFault('NotJson');
  }
  const index = readIndex(text);
  if (!index.ok) return index;
  const file = fileAddress(index.value.file, url);
  return file.ok ? { ok: true, value: { index: index.value, etag: got.value.etag } } : file;
}

/**
 * The pack that an index names. Its bytes must have the index's SHA-256, either as they lie on the host or unpacked:
 * some hosts unpack `.gz` on the way. `known` are propositions of other packs that its readings may name.
 */
export async function getPack(
  index: PackIndex,
  url: string,
  known: ReadonlySet<string>,
  asking: Asking,
): Promise<Result<Pack>> {
  const file = fileAddress(index.file, url);
  if (!file.ok) return file;
  const limit = Math.max(index.size, index.unpacked?.size ?? 0);
  const got = await get({
    ...asking,
    ...{ url: file.value, limit },
    // A host that packs on the way does not tell the length; the index does, of what it unpacks to or of the file.
    onBytes: (done, all) => asking.onBytes?.(done, all || (done > index.size ? limit : index.size)),
  });
  if (!got.ok) return got;
  const bytes = got.value?.bytes ?? new Uint8Array(0);
  const hash = await sha256(bytes);
  if (hash !== index.sha256 && hash !== index.unpacked?.sha256)
    return bytes.length < index.size
      ? subscriptionFault('Truncated', new URL(url).hostname)
      : subscriptionFault('Hash');
  const pack = await readPack(bytes, known);
  if (!pack.ok) return pack;
  const { id, version } = pack.value;
  return id === index.id && version === index.version ? pack : subscriptionFault('Mismatch');
}
