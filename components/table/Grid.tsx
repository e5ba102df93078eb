/** A grid of any length: only the rows in view are made; worked wholly by keyboard (ARIA grid pattern) or pointer. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { GridHead, type HeadProps } from './GridHead';
import { GridRow } from './GridRow';
import { type Cell, cellAfter } from './keys';
import { heightOf, ROW, sliceOf, topFor, topOf } from './window';

export interface Column<Row> {
  id: string;
  label: string;
  /** What the column can be sorted by. */
  sorts?: string;
  cell(row: Row): ComponentChildren;
  /** The whole text of a cell that may be too narrow for it. */
  whole?(row: Row): string;
}

export interface GridProps<Row> extends Omit<HeadProps, 'columns'> {
  label: string;
  columns: readonly Column<Row>[];
  total: number;
  /** False while more rows than `total` may turn up. */
  known: boolean;
  /** The rows and their total are still those of another query, or none. */
  busy: boolean;
  /** The row at a place; undefined while it is on its way. */
  rowAt(index: number): Row | undefined;
  keyOf(row: Row): string;
  open: string | null;
  isTicked(row: Row): boolean;
  /** Rows that come into view, the second not included: fetch them. */
  onView(first: number, end: number): void;
  /** The row at the upper edge, whenever it has changed: where to begin another time. */
  onPlace(row: number): void;
  onOpen(row: Row): void;
  /** Tick or clear the rows from one place to another, both included. */
  onTick(from: number, to: number, on: boolean): void;
  onDelete?(row: Row): void;
  /** Row to begin at. */
  start: number;
  /** A changed value begins anew, at `start`: another filter, another order. */
  epoch: string;
  children?: ComponentChildren;
}

export function Grid<Row>(props: GridProps<Row>) {
  const { total, columns } = props;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState<Cell>({ row: props.start, column: 1 });
  const [anchor, setAnchor] = useState(props.start);
  const moved = useRef(false);
  const view = { ...place, total };
  const placeOf = (element: HTMLElement) => ({ top: element.scrollTop, height: element.clientHeight - ROW / 2 });
  const measure = (): void => {
    if (box.current) setPlace(placeOf(box.current));
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  // A list begins where it was left. Until its rows are there nothing can be scrolled to, and no place is the reader's.
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    wanted.current = props.start;
    box.current?.scrollTo({ top: 0 });
    measure();
  }, [props.epoch]);
  useLayoutEffect(() => {
    const [row, element] = [wanted.current, box.current];
    if (row === null || !element || props.busy || (row >= total && !props.known)) return;
    wanted.current = null;
    const there = Math.max(0, Math.min(row, total - 1));
    setActive((cell) => ({ ...cell, row: there }));
    setAnchor(there);
    element.scrollTo({ top: topOf(there, { ...placeOf(element), total }) });
    measure();
  }, [total, props.known, props.busy, props.epoch]);
  const onScroll = (): void => {
    measure();
    if (wanted.current === null && box.current) props.onPlace(sliceOf({ ...placeOf(box.current), total }).top);
  };

  const slice = sliceOf(view);
  useLayoutEffect(() => props.onView(slice.first, slice.end));
  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus({ preventScroll: true });
  });

  const goTo = (cell: Cell): void => {
    moved.current = true;
    setActive(cell);
    box.current?.scrollTo({ top: topFor(cell.row, view) });
    measure();
  };
  const tickAt = (index: number, far: boolean): void => {
    const row = props.rowAt(index);
    if (!row) return;
    props.onTick(far ? anchor : index, index, !props.isTicked(row));
    setAnchor(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const inside = (event.target as HTMLElement).closest('[role="gridcell"]');
    if (!inside || event.altKey) return;
    const row = props.rowAt(active.row);
    const size = { rows: total, columns: columns.length + 1, page: Math.max(1, Math.floor(place.height / ROW) - 1) };
    const next = cellAfter(event, active, size);
    if (next) {
      if (event.shiftKey && next.row !== active.row) props.onTick(anchor, next.row, true);
      else setAnchor(next.row);
      goTo(next);
    } else if (event.key === ' ') tickAt(active.row, event.shiftKey);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) props.onTickAll(true);
    else if (event.key === 'Escape' && props.allTicked) props.onTickAll(false);
    else if (event.key === 'Enter' && row) props.onOpen(row);
    else if (event.key === 'Delete' && row && props.onDelete) props.onDelete(row);
    else return;
    event.preventDefault();
  };

  const indexes = Array.from({ length: slice.end - slice.first }, (_, i) => slice.first + i);
  // The row that has the focus stays, wherever one scrolls: focus must not fall out of the page.
  if (active.row < total && (active.row < slice.first || active.row >= slice.end)) indexes.push(active.row);
  const low = place.top - ROW * 10;
  const high = place.top + place.height + ROW * 10;
  const yOf = (index: number): number => Math.min(high, Math.max(low, index * ROW + slice.shift));
  return (
    <div class="grid" ref={box} onScroll={onScroll}>
      <table
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.known ? total + 1 : -1}
        aria-colcount={columns.length + 1}
        aria-multiselectable="true"
        aria-busy={props.busy}
        onKeyDown={onKeyDown}
      >
        <GridHead {...props} columns={columns} empty={total === 0} />
        <tbody style={{ height: `${heightOf(total)}px` }}>
          {indexes.map((index) => {
            const row = props.rowAt(index);
            return (
              <GridRow
                key={index}
                index={index}
                y={yOf(index)}
                row={row}
                columns={columns}
                focused={index === active.row ? active.column : null}
                open={row !== undefined && props.keyOf(row) === props.open}
                ticked={row !== undefined && props.isTicked(row)}
                onCell={(column) => setActive({ row: index, column })}
                onTick={(far) => tickAt(index, far)}
                onOpen={() => row && props.onOpen(row)}
              />
            );
          })}
        </tbody>
      </table>
      {props.children}
    </div>
  );
}
