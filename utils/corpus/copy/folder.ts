/** Where the second copy lies: a folder of the extension's own file system, which the database's files have no part in. */

/** What the copy needs of a folder; null from `read`: there is no such file. */
export interface CopyFolder {
  read(name: string): Promise<Blob | null>;
  /** Replaces the file; what is half written takes no effect. */
  write(name: string, content: Blob): Promise<void>;
  remove(name: string): Promise<void>;
}

const NAME = 'copy';

const missing = (error: unknown): null => {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null;
  throw error;
};

/** The folder, or null where the browser has no such file system (a private window, an old browser, Node). */
export async function copyFolder(): Promise<CopyFolder | null> {
  const root = await globalThis.navigator?.storage?.getDirectory?.().catch(() => null);
  if (!root) return null;
  const folder = await root.getDirectoryHandle(NAME, { create: true });
  return {
    read: (name) => folder.getFileHandle(name).then((handle) => handle.getFile(), missing),
    async write(name, content) {
      const handle = await folder.getFileHandle(name, { create: true });
      // Written beside the file and put in its place by `close`.
      const out = await handle.createWritable();
      try {
        await out.write(content);
        await out.close();
      } catch (error) {
        await out.abort().catch(() => undefined);
        throw error;
      }
    },
    remove: (name) => folder.removeEntry(name).then(() => undefined, missing) as Promise<void>,
  };
}
