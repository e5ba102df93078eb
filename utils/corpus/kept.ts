/**
 * What pages asked of the corpus, kept while the worker lives: pages of one day ask the same questions again and again.
 * It holds for one moment of the corpus, as its layers tell it, and is forgotten at the next. Pure.
 */
import type { ActiveLayer } from './layers';

/** Items kept, about a kilobyte each; lists asked for least recently go first. */
const MOST = 8000;

/** One text for one moment: a layer has other rows only when its pack was changed. */
export const momentOf = (layers: readonly ActiveLayer[]): string => JSON.stringify(layers);

export class Kept<T> {
  private readonly lists = new Map<string, readonly T[]>();
  private size = 0;
  private moment = '';

  constructor(private readonly most = MOST) {}

  /** Says what moment it is now; what was kept of another is forgotten. */
  begin(moment: string): void {
    if (moment !== this.moment) this.clear();
    this.moment = moment;
  }

  get(moment: string, key: string): readonly T[] | undefined {
    const list = moment === this.moment ? this.lists.get(key) : undefined;
    if (!list) return undefined;
    this.lists.delete(key);
    this.lists.set(key, list);
    return list;
  }

  /** Keeps a list, which is not to be changed; one of a moment that is over is not kept. */
  set(moment: string, key: string, list: readonly T[]): void {
    if (moment !== this.moment) return;
    this.size += list.length + 1 - this.drop(key);
    this.lists.set(key, list);
    for (const [oldest] of this.lists) {
      if (this.size <= this.most) return;
      this.size -= this.drop(oldest);
    }
  }

  clear(): void {
    this.lists.clear();
    this.size = 0;
  }

  /** What it gave back: an empty list counts too. */
  private drop(key: string): number {
    const list = this.lists.get(key);
    this.lists.delete(key);
    return list ? list.length + 1 : 0;
  }
}
