/** What the background is loading from hosts, as it tells it: how far each is, by the index's address. */
import { signal } from '@preact/signals';
import type { Progress } from '../../utils/corpus-service';
import { send } from '../../utils/messaging';
import { DOWNLOADS, type DownloadNews } from '../../utils/subscriptions/news';

export const downloads = signal<ReadonlyMap<string, Progress>>(new Map());

/** Listens for as long as it is shown. Returns what ends it. */
export function followDownloads(): () => void {
  const channel = new BroadcastChannel(DOWNLOADS);
  channel.onmessage = ({ data }: MessageEvent<DownloadNews>) => {
    const next = new Map(downloads.value);
    if (data.progress) next.set(data.url, data.progress);
    else next.delete(data.url);
    downloads.value = next;
  };
  return () => {
    channel.close();
    downloads.value = new Map();
  };
}

export const cancelDownload = (url: string): void => void send('subscription.cancel', { url });
