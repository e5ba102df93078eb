/** One row of a grid. A row that is still on its way shows where its words will be. */
import { t } from '../../utils/i18n';
import type { Column } from './Grid';

export interface GridRowProps<Row> {
  index: number;
  /** Where it is drawn, in pixels from the top of the list. */
  y: number;
  row: Row | undefined;
  columns: readonly Column<Row>[];
  /** The column of the cell that has the grid's tab stop, counted from the tick; null: another row. */
  focused: number | null;
  open: boolean;
  ticked: boolean;
  onCell(column: number): void;
  onTick(far: boolean): void;
  onOpen(): void;
}

export function GridRow<Row>(props: GridRowProps<Row>) {
  const { index, row, columns, focused, open, ticked } = props;
  const stop = (column: number): 0 | -1 => (column === focused ? 0 : -1);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={ticked}
      aria-current={open ? 'true' : undefined}
      class={row ? undefined : 'waiting'}
      style={{ transform: `translateY(${props.y}px)` }}
      onClick={(event) => {
        if ((event.target as HTMLElement).closest('.tick')) return;
        if (event.shiftKey || event.ctrlKey || event.metaKey) props.onTick(event.shiftKey);
        else props.onOpen();
      }}
    >
      <td role="gridcell" class="tick" tabIndex={stop(0)} onFocusIn={() => props.onCell(0)}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('tableTick')}
          checked={ticked}
          disabled={!row}
          onClick={(event) => props.onTick(event.shiftKey)}
        />
      </td>
      {columns.map((column, i) => (
        <td
          key={column.id}
          role="gridcell"
          class={column.id}
          title={row && column.whole?.(row)}
          tabIndex={stop(i + 1)}
          onFocusIn={() => props.onCell(i + 1)}
        >
          {row ? column.cell(row) : <span class="bar" />}
        </td>
      ))}
    </tr>
  );
}
