/** The pack that comes with the extension: put in at install, replaced when the extension brings another. */
import type { CorpusDb } from '../../utils/corpus/db';
import { CorpusError } from '../../utils/corpus/faults';
import { installPack, sha256 } from '../../utils/corpus/packs';
import { readPack } from '../../utils/corpus/read-pack';
import type { Pack } from '../../utils/types';

/** Path of the bundled pack within the extension. */
export const BUNDLED = '/packs/ukraine-peace-talks/pack.json';

/** Bytes of the bundled pack. */
export type Fetch = () => Promise<Uint8Array>;

/** What was offered last, and by which version of the extension. */
interface Offered {
  extension: string;
  pack: string;
  sha256: string;
}

/** The bundled pack, parsed. Throws a CorpusError when the extension's own file is damaged. */
export async function bundledPack(bytes: Uint8Array): Promise<Pack> {
  const pack = await readPack(bytes);
  if (!pack.ok) throw new CorpusError(pack.fault);
  return pack.value;
}

/**
 * Sees to it that the bundled pack is in the corpus. While the extension's version is the one that last offered it, the
 * file is not even read, unless `anew` (at install and update). A pack that the reader removed, or an update taken back,
 * stays so until the content changes. Returns true when the corpus was changed.
 */
export async function ensureBundled(db: CorpusDb, fetch: Fetch, extension: string, anew = false): Promise<boolean> {
  const offered = (await db.meta.get('bundled'))?.value as Offered | undefined;
  if (offered?.extension === extension && !anew) return false;
  const bytes = await fetch();
  const hash = await sha256(bytes);
  let changed = false;
  let id = offered?.pack ?? '';
  if (offered?.sha256 !== hash) {
    const pack = await bundledPack(bytes);
    id = pack.id;
    const held = await db.packs.get(id);
    const removed = offered !== undefined && !held;
    // A worker that was killed between the two writes has the pack already.
    if (held?.sha256 !== hash && !removed) {
      const label = held ? { key: 'stepPackUpdated', args: [pack.title, pack.version] } : null;
      await installPack(db, pack, { kind: 'bundled', sha256: hash, label });
      changed = true;
    }
  }
  await db.meta.put({ key: 'bundled', value: { extension, pack: id, sha256: hash } satisfies Offered });
  return changed;
}
