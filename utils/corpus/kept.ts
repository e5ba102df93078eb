/**
 * What pages asked of the corpus, kept while the worker lives: pages of one day ask the same questions again and again,
 * and those of the day before nearly the same.
 * It holds for one moment of the corpus, as its layers tell it, and is forgotten at the next. Pure.
 */

import type { View } from './layers';

/** Items kept, about a kilobyte each; those asked for least recently go first. */
const MOST = 8000;

export class Kept<T> {
  /** Which layers count and what they hide, at that moment. */
  view: View | null = null;
  private readonly values = new Map<string, { value: T; size: number }>();
  private size = 0;
  private moment = '';

  constructor(private readonly most = MOST) {}

  /** Says what moment it is now; what was kept of another is forgotten. */
  begin(moment: string, view: View | null = null): void {
    if (moment !== this.moment) this.clear();
    this.moment = moment;
    this.view = view;
  }

  get(moment: string, key: string): T | undefined {
    const held = moment === this.moment ? this.values.get(key) : undefined;
    if (!held) return undefined;
    this.values.delete(key);
    this.values.set(key, held);
    return held.value;
  }

  /** Keeps a value of so many items, which is not to be changed; one of a moment that is over is not kept. */
  set(moment: string, key: string, value: T, items: number): void {
    if (moment !== this.moment) return;
    const size = items + 1;
    this.size += size - this.drop(key);
    this.values.set(key, { value, size });
    for (const [oldest] of this.values) {
      if (this.size <= this.most) return;
      this.size -= this.drop(oldest);
    }
  }

  clear(): void {
    this.values.clear();
    this.size = 0;
    this.view = null;
  }

  /** What it gave back: an empty value counts too. */
  private drop(key: string): number {
    const size = this.values.get(key)?.size ?? 0;
    this.values.delete(key);
    return size;
  }
}
