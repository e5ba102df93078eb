/** The rows of the table: asked for in pages as they come into view, kept until the list changes. */
import { signal } from '@preact/signals';
import type { ListedStatement, Query } from '../../../utils/corpus-service';
import { corpus, storeFault } from '../state';

/** Rows asked for at once. */
const PAGE = 100;
/** Questions under way at once: a fast scroll must not queue up what is out of view again. */
const ASKED = 2;
/** What was found so far is looked at again after so long, ms. */
const AGAIN = 1500;
/** Pages kept. */
const KEPT = 60;

export interface List {
  total: number;
  /** `total` is what it will stay. */
  known: boolean;
  /** The query whose rows these are, as JSON; null: nothing has come yet. */
  of: string | null;
  pages: ReadonlyMap<number, readonly ListedStatement[]>;
}

export const list = signal<List>({ total: 0, known: false, of: null, pages: new Map() });

let query: Query = {};
/** Counts queries: an answer to an earlier one is dropped. */
let turn = 0;
/** Counts changes of the corpus: an answer from before the last is shown, and asked for again. */
let changes = 0;
let view = { first: 0, end: PAGE };
const pending = new Set<number>();
/** Pages that show what was before a change, until they are asked for again. */
let stale = new Set<number>();

export const rowAt = (index: number): ListedStatement | undefined =>
  list.value.pages.get(Math.floor(index / PAGE))?.[index % PAGE];

function kept(pages: Map<number, readonly ListedStatement[]>): Map<number, readonly ListedStatement[]> {
  if (pages.size <= KEPT) return pages;
  const middle = view.first / PAGE;
  const near = [...pages].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, KEPT);
  return new Map(near);
}

async function load(page: number): Promise<void> {
  const [mine, since] = [turn, changes];
  pending.add(page);
  const answer = await corpus.rows(query, page * PAGE, PAGE);
  if (mine !== turn) return;
  pending.delete(page);
  if (answer.ok) {
    const { rows, total, complete } = answer.value;
    if (since === changes) stale.delete(page);
    else stale.add(page);
    const pages = new Map(list.value.pages).set(page, rows);
    list.value = { total, known: complete, of: JSON.stringify(query), pages: kept(pages) };
    if (!complete && page === 0) setTimeout(() => mine === turn && !list.value.known && lookAgain(), AGAIN);
  } else storeFault.value = answer.fault;
  if (answer.ok) fetchView();
}

function fetchView(): void {
  const last = Math.max(view.first, Math.min(view.end, list.value.of === null ? PAGE : list.value.total) - 1);
  for (let page = Math.floor(view.first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
    if (pending.size >= ASKED) return;
    if (pending.has(page) || (list.value.pages.has(page) && !stale.has(page))) continue;
    void load(page);
  }
}

/** Rows that are shown may not be all, or no longer the first: asks for those in view again. */
function lookAgain(): void {
  // The first rows by day are right from the beginning.
  if (Object.keys(query).length === 0) return;
  stale = new Set(list.value.pages.keys());
  fetchView();
}

/** Tells which rows are in view. */
export function show(first: number, end: number): void {
  view = { first, end };
  fetchView();
}

/** Another query: from the beginning; the same one: again what is in view. Rows stay until the new ones are there. */
export function ask(next: Query): void {
  const other = JSON.stringify(next) !== JSON.stringify(query);
  query = next;
  changes += 1;
  stale = new Set(list.value.pages.keys());
  if (other) {
    turn += 1;
    pending.clear();
    view = { first: 0, end: PAGE };
  }
  fetchView();
}
