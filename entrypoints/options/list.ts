/** The list that the table shows: filled page by page, begun anew when the filter changes; a late answer is dropped. */
import { signal } from '@preact/signals';
import type { FilterValues } from '../../components/options/Filters';
import type { CorpusDb } from '../../utils/corpus/db';
import { type Cursor, listPage } from '../../utils/corpus/list';
import type { StatementView } from '../../utils/messages';

/** Rows asked for at once. */
const PAGE = 200;

export const rows = signal<StatementView[]>([]);
export const loading = signal(false);
export const more = signal(false);

let cursor: Cursor | null = null;
let stop = new AbortController();
let current: FilterValues = {};

async function load(db: CorpusDb, first: boolean): Promise<void> {
  const { signal: aborted } = stop;
  loading.value = true;
  try {
    const page = await listPage(db, current, PAGE, cursor, aborted);
    if (aborted.aborted) return;
    cursor = page.next;
    rows.value = first ? page.rows : [...rows.value, ...page.rows];
    more.value = cursor !== null;
  } finally {
    if (!aborted.aborted) loading.value = false;
  }
  // A page can be empty before the end: a filter that hardly matches answers in slices.
  if (!aborted.aborted && more.value && rows.value.length === 0) await load(db, false);
}

/** Shows the statements that pass a filter, from the newest. */
export async function restart(db: CorpusDb, filter: FilterValues): Promise<void> {
  stop.abort();
  stop = new AbortController();
  current = filter;
  cursor = null;
  await load(db, true).catch(() => {});
}

/** The next page, unless one is on its way. */
export async function nextPage(db: CorpusDb): Promise<void> {
  if (!loading.value && more.value) await load(db, false).catch(() => {});
}
