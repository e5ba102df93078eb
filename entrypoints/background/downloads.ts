/** What is being loaded from hosts: how far it is, told to every page of ours, and the way to stop it. By the index's address. */
import type { Long, Progress } from '../../utils/corpus-service';
import { DOWNLOADS, type DownloadNews } from '../../utils/subscriptions/news';

const running = new Map<string, Set<AbortController>>();

/** Does work that loads from an address, and tells how far it is. */
export async function downloading<T>(url: string, work: (long: Long) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const all = running.get(url) ?? new Set();
  running.set(url, all.add(stop));
  const channel = new BroadcastChannel(DOWNLOADS);
  const tell = (progress: Progress | null): void => channel.postMessage({ url, progress } satisfies DownloadNews);
  try {
    return await work({ signal: stop.signal, onProgress: tell });
  } finally {
    tell(null);
    channel.close();
    all.delete(stop);
    if (all.size === 0) running.delete(url);
  }
}

/** Stops whatever is loaded from an address; nothing of it is kept. */
export function cancelDownloads(url: string): void {
  for (const stop of running.get(url) ?? []) stop.abort();
}
