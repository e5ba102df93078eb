/**
 * Rows that were read for pages, kept while the worker lives: pages of one day ask for the same ranges again and again.
 * A list is known by its layer as it was when it was read, so a change makes it another one. Pure.
 */
import type { StatementRow } from './rows';

/** Rows kept, about a kilobyte each; those asked for least recently go first. */
const MOST = 8000;

export class KeptRows {
  private readonly lists = new Map<string, readonly StatementRow[]>();
  private size = 0;

  constructor(private readonly most = MOST) {}

  get(key: string): readonly StatementRow[] | undefined {
    const rows = this.lists.get(key);
    if (!rows) return undefined;
    this.lists.delete(key);
    this.lists.set(key, rows);
    return rows;
  }

  /** Keeps a list, which is not to be changed. */
  set(key: string, rows: readonly StatementRow[]): void {
    this.size += rows.length + 1 - this.drop(key);
    this.lists.set(key, rows);
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
    const rows = this.lists.get(key);
    this.lists.delete(key);
    return rows ? rows.length + 1 : 0;
  }
}
