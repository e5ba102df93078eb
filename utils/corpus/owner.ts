/**
 * Whose unfinished work is it, and is the owner alive? A Web Lock is let go by the browser when the page or worker that
 * holds it dies, however it dies.
 */

/** The name of a lock. */
export type Owner = string;

const PREFIX = 'said-before:';

/** Node has no locks before version 24, and tests run there; then age alone decides. */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

/** Does work under a lock of its own, whose name it gets; null where there are no locks. */
export async function whileOwning<T>(work: (owner: Owner | null) => Promise<T>): Promise<T> {
  const manager = locks();
  if (!manager) return work(null);
  const owner = PREFIX + crypto.randomUUID();
  return manager.request(owner, () => work(owner)) as Promise<T>;
}

/** Names of the owners that live; null where that cannot be told. */
export async function livingOwners(): Promise<ReadonlySet<Owner> | null> {
  const held = (await locks()?.query())?.held;
  return held ? new Set(held.flatMap(({ name }) => name ?? [])) : null;
}
