/** What the catalogue keeps of each document besides its words: numbers in columns. Pure. */
import type { Stance } from '../../types';
import type { StatementRow } from '../rows';
import { Growing, Names } from './growing';

export const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];

/** Bits of the column `flags`. */
export const MACHINE = 1;
export const GONE = 2;
export const OVER = 4;

/** 2025-03-01 → 20250301. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

export class Columns {
  readonly gen = new Growing(1024);
  readonly day = new Growing(1024);
  readonly speaker = new Growing(1024);
  readonly role = new Growing(1024);
  readonly side = new Growing(1024);
  readonly publisher = new Growing(1024);
  readonly flags = new Growing(1024);
  /** Where a document's readings begin in `readings`; they end where the next one's begin. */
  readonly first = new Growing(1024);
  /** Proposition × 4 + stance. */
  readonly readings = new Growing(1024);
  readonly speakers = new Names();
  readonly roles = new Names();
  readonly sides = new Names();
  readonly publishers = new Names();
  readonly propositions = new Names();

  constructor() {
    this.first.push(0);
  }

  get size(): number {
    return this.gen.length;
  }

  /** Adds the next document. */
  add(row: StatementRow): void {
    this.gen.push(row.gen);
    this.day.push(dayNumber(row.date));
    this.speaker.push(this.speakers.number(row.speaker));
    this.role.push(this.roles.number(row.role ?? ''));
    this.side.push(this.sides.number(row.side ?? ''));
    this.publisher.push(this.publishers.number(row.source.publisher));
    let flags = (row.gone ? GONE : 0) | (row.over === undefined ? 0 : OVER);
    for (const { proposition, stance, readBy } of row.readings) {
      this.readings.push(this.propositions.number(proposition) * 4 + stances.indexOf(stance));
      if (readBy === 'machine') flags |= MACHINE;
    }
    this.flags.push(flags);
    this.first.push(this.readings.length);
  }
}
