/** Which rows are ticked: single ones, or all that pass the filter but some. Pure; values are never changed in place. */

export interface Selection {
  /** Everything that passes the filter is ticked but `ids`; otherwise nothing but `ids`. */
  all: boolean;
  ids: ReadonlySet<string>;
}

export const nothing: Selection = { all: false, ids: new Set() };
export const everything: Selection = { all: true, ids: new Set() };

export const isTicked = ({ all, ids }: Selection, id: string): boolean => ids.has(id) !== all;

/** How many are ticked, of `total` that pass. */
export const tickedOf = ({ all, ids }: Selection, total: number): number => (all ? total - ids.size : ids.size);

/** Ticks or clears some rows. */
export function tick(selection: Selection, rows: readonly string[], on: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of rows)
    if (on === selection.all) ids.delete(id);
    else ids.add(id);
  return { all: selection.all, ids };
}
