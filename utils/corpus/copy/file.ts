/** Where the second copy lies: a file of the extension's own file system, which the database's files have no part in. */

/** What the copy needs of a file; null from `read`: there is none. */
export interface CopyFile {
  read(): Promise<Blob | null>;
  /** Replaces the file; what is half written takes no effect. */
  write(parts: AsyncIterable<string>): Promise<void>;
  remove(): Promise<void>;
}

const NAME = 'own-statements.jsonl';

const missing = (error: unknown): null => {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
};

/** The file, or null where the browser has no such file system (a private window, an old browser, Node). */
export async function copyFile(): Promise<CopyFile | null> {
  const folder = await globalThis.navigator?.storage?.getDirectory?.().catch(() => null);
  if (!folder) return null;
  return {
    read: () => folder.getFileHandle(NAME).then((handle) => handle.getFile(), missing),
    async write(parts) {
      const handle = await folder.getFileHandle(NAME, { create: true });
      // Written beside the file and put in its place by `close`.
      const out = await handle.createWritable();
      try {
        for await (const part of parts) await out.write(part);
        await out.close();
      } catch (error) {
        await out.abort().catch(() => undefined);
        throw error;
      }
    },
    remove: () => folder.removeEntry(NAME).then(() => undefined, missing) as Promise<void>,
  };
}
