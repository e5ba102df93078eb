/** Which statements are ticked, and what is done to all of them at once: each time one step of the history. */
import { effect, signal } from '@preact/signals';
import { everything, nothing, type Selection as Ticks, tick } from '../../../components/table/selection';
import type { BulkAction, Selection } from '../../../utils/corpus-service';
import { number, t, tn } from '../../../utils/i18n';
import { queryOf } from '../query';
import { address } from '../route';
import { corpus, tell, tellFault } from '../state';
import { rowAt } from './rows';

export const ticks = signal<Ticks>(nothing);

export const clearTicks = (): void => {
  ticks.value = nothing;
};

/** Puts the focus where it was last in the table. */
export const focusTable = (): void =>
  document.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true });

/** Nothing is ticked any more: the row of buttons goes, and the focus with it, unless it goes back to the table. */
export function endTicks(): void {
  clearTicks();
  requestAnimationFrame(() => {
    if (!document.activeElement || document.activeElement === document.body) focusTable();
  });
}

// "All that pass" means another thing under another filter.
let under = '';
effect(() => {
  const { sort: _, descending: __, ...query } = queryOf(address.value.params);
  const now = JSON.stringify(query);
  if (now !== under) clearTicks();
  under = now;
});

/** Ticks or clears the rows between two places, both included; those that were never in view are asked for. */
export async function onTick(from: number, to: number, on: boolean): Promise<void> {
  const [first, end] = [Math.min(from, to), Math.max(from, to) + 1];
  const here = Array.from({ length: end - first }, (_, i) => rowAt(first + i)?.id);
  let ids = here.filter((id) => id !== undefined);
  if (ids.length < here.length) {
    const query = queryOf(address.value.params);
    const every = await corpus.ids(query);
    if (!every.ok) return tellFault(every.fault);
    if (JSON.stringify(query) !== JSON.stringify(queryOf(address.value.params))) return;
    ids = every.value.slice(first, end);
  }
  ticks.value = tick(ticks.value, ids, on);
}

export const tickAll = (on: boolean): void => {
  ticks.value = on ? everything : nothing;
};

/** The ticked statements as the service takes them. */
export async function selected(): Promise<Selection | null> {
  const { all, ids } = ticks.value;
  if (!all) return { ids: [...ids] };
  const query = queryOf(address.value.params);
  if (ids.size === 0) return { query };
  const every = await corpus.ids(query);
  if (every.ok) return { ids: every.value.filter((id) => !ids.has(id)) };
  tellFault(every.fault);
  return null;
}

/** Does something to the ticked statements, or to those given, and says how many there were. */
export async function bulk(action: BulkAction, given?: Selection): Promise<void> {
  const selection = given ?? (await selected());
  if (!selection) return;
  const done = await corpus.bulk(selection, action, {
    onProgress: (now) => tell(t('bulkProgress', number(now.done), number(now.all))),
  });
  if (!done.ok) return tellFault(done.fault);
  endTicks();
  tell(tn(`bulkDone_${action.do}`, done.value.count), true);
}
