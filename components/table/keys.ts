/** Where a key leads in a grid (the ARIA grid pattern). Pure. */

export interface Cell {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down pass. */
  page: number;
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

const within = (value: number, count: number): number => Math.min(Math.max(0, value), Math.max(0, count - 1));

/** The cell that a key goes to, or null when it is no key for moving. */
export function cellAfter(pressed: Pressed, { row, column }: Cell, { rows, columns, page }: GridSize): Cell | null {
  const far = pressed.ctrlKey || pressed.metaKey;
  const to = (r: number, c: number): Cell => ({ row: within(r, rows), column: within(c, columns) });
  switch (pressed.key) {
    case 'ArrowDown':
      return to(far ? rows : row + 1, column);
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'ArrowRight':
      return to(row, far ? columns : column + 1);
    case 'ArrowLeft':
      return to(row, far ? 0 : column - 1);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    case 'Home':
      return to(far ? 0 : row, 0);
    case 'End':
      return to(far ? rows : row, columns);
    default:
      return null;
  }
}
