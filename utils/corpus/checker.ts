/** Checks records one after the other and keeps what is good, what is wrong, and which ids are taken. */
import type { Statement } from '../types';
import { checkStatement, type Known } from './check-statement';
import type { RawRecord } from './records';
import type { RowFault } from './row-faults';

const asText = (value: unknown): string => {
  try {
    return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 10_000);
  } catch {
    // Nested deeper than can be written again.
    return '';
  }
};

export class Checker {
  private readonly statements: Statement[] = [];
  private readonly rows = new Map<string, number>();

  constructor(
    private readonly known: Known,
    readonly faults: RowFault[] = [],
  ) {}

  check(records: readonly RawRecord[]): void {
    for (const record of records) {
      const before = this.faults.length;
      const statement = checkStatement(record.value, record.row, this.known, this.faults);
      if (statement) this.keep(statement, record.row);
      for (const fault of this.faults.slice(before)) fault.original ??= asText(record.cells?.join(',') ?? record.value);
    }
  }

  private keep(statement: Statement, row: number): void {
    const first = this.rows.get(statement.id);
    if (first === undefined) {
      this.rows.set(statement.id, row);
      this.statements.push(statement);
      return;
    }
    this.faults.push({ row, field: 'id', code: 'usedId', args: [statement.id, first] });
  }

  /** The good statements in the order of the file, the faults in the order of their rows. */
  result(): { statements: Statement[]; faults: RowFault[] } {
    return { statements: this.statements, faults: this.faults.sort((a, b) => a.row - b.row) };
  }
}
