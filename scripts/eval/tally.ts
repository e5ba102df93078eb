/** Counts of readings labelled, found, shown and right, by proposition, and the list of what went wrong. */

interface Row {
  gold: number;
  found: number;
  shown: number;
  right: number;
}

const share = (n: number, d: number): string => (d === 0 ? '  –  ' : (n / d).toFixed(3));

/** Precision is right of shown, recall found of labelled. */
export class Tally {
  private readonly rows = new Map<string, Row>();
  private readonly errors: string[] = [];
  private voices = 0;
  private voicesRight = 0;

  constructor(
    private readonly name: string,
    private readonly list: boolean,
  ) {}

  private row(id: string): Row {
    const row = this.rows.get(id) ?? { gold: 0, found: 0, shown: 0, right: 0 };
    this.rows.set(id, row);
    return row;
  }

  /** One reading that the labels ask for; `got` is the stance found instead, if any. */
  labelled(id: string, stance: string, got: string | null, found: boolean, what: string): void {
    const row = this.row(id);
    row.gold += 1;
    if (found) row.found += 1;
    else this.errors.push(`MISSED\t${id} ${stance}${got ? ` (read as ${got})` : ''}\t${what}`);
  }

  /** One reading that the engine shows. */
  shown(id: string, right: boolean, what: string): void {
    const row = this.row(id);
    row.shown += 1;
    if (right) row.right += 1;
    else this.errors.push(`WRONG\t${id} ${what}`);
  }

  /** The speaker of a reading that was found. */
  voice(right: boolean, what: string): void {
    this.voices += 1;
    if (right) this.voicesRight += 1;
    else this.errors.push(`SPEAKER\t${what}`);
  }

  /** Totals as one object: precision and recall between 0 and 1. */
  totals(): Row {
    const sum: Row = { gold: 0, found: 0, shown: 0, right: 0 };
    for (const row of this.rows.values()) for (const key of Object.keys(sum) as (keyof Row)[]) sum[key] += row[key];
    return sum;
  }

  print(): void {
    if (this.list) for (const error of this.errors.sort()) console.log(error);
    console.log(`\n== ${this.name}`);
    for (const [id, row] of [...this.rows].sort((a, b) => b[1].gold - a[1].gold))
      console.log(
        `${id.padEnd(28)} labelled ${String(row.gold).padStart(3)}  found ${String(row.found).padStart(3)}  shown ${String(row.shown).padStart(3)}  right ${String(row.right).padStart(3)}`,
      );
    const sum = this.totals();
    console.log(
      `precision ${share(sum.right, sum.shown)} of ${sum.shown}   recall ${share(sum.found, sum.gold)} of ${sum.gold}   speaker ${share(this.voicesRight, this.voices)} of ${this.voices}`,
    );
  }
}
