/**
 * What lies in the database. A *generation* is a set of statements written together under one number; a pack is a row
 * that says which generations count, as layers. So a pack is replaced, dropped, imported or brought back by changing
 * one row, however many statements it has. Rows no longer named by a pack or by the history are swept later.
 */
import type { Entity, Pack, Proposition, Statement, TopicData } from '../types';

/** The pack that holds what the reader added or changed. Its records shadow those of other packs with the same id. */
export const MINE = 'mine';

/** A stored statement. Its key is [gen, id]. */
export interface StatementRow extends Statement {
  gen: number;
  /** Entries of the one index: see `keys.ts`. */
  at: string[];
  /** Set to `gen` when the row shadows a record of a layer below. */
  over?: number;
  /** The reader deleted the record below. */
  gone?: true;
}

/** Some of the newest rows of a layer on one proposition: see `shelves.ts`. */
export interface ShelfRow {
  /** As an index entry of the oldest of its rows, with a number behind it. */
  key: string;
  /** In the index's order, without their entries in it. */
  rows: StatementRow[];
}

/** One generation of a pack. */
export interface Layer {
  gen: number;
  /** What the pack's number of statements grows by with this layer. */
  count: number;
  /** Rows written, where that differs: changes and deletions. */
  rows?: number;
}

export type PackKind = 'bundled' | 'file' | 'subscribed' | 'mine';

export interface PackRow
  extends Omit<Pack, 'format' | 'formatVersion' | 'topic' | 'propositions' | 'people' | 'statements'> {
  kind: PackKind;
  enabled: boolean;
  /** Lowest first: a later layer shadows an earlier one. Only `mine` has more than one. */
  layers: Layer[];
  /** Of the file it came from, hex. */
  sha256: string;
  /** When this version was taken in, ISO time. */
  updated: string;
  /** Of a subscribed pack: the version before this one, kept for the way back. */
  previous?: Omit<PackRow, 'previous'>;
}

/** Ledger of generations: those left `staged` belong to an import that did not finish, the `dead` are being deleted. */
export interface GenerationRow {
  gen: number;
  pack: string;
  state: 'staged' | 'whole' | 'dead';
  /** Time of the last chunk, in ms. */
  touched: number;
  /** Lock of whoever writes it, while it is staged: see `owner.ts`. */
  owner?: string;
}

/** What reading needs of a pack's generation, apart from the statements. */
export interface LoreRow {
  gen: number;
  topic: TopicData | null;
  propositions: Proposition[];
  people: Entity[];
}

export interface MuteRow {
  id: string;
  kind: 'passage' | 'pair';
  words: string;
  /** The proposition of a passage mute, the statement of a pair mute. */
  target: string;
  added: string;
}

/** One row before and after a step; null where it did not exist. */
export type Change =
  | { table: 'statements'; before: StatementRow | null; after: StatementRow | null }
  | { table: 'packs'; before: PackRow | null; after: PackRow | null }
  | { table: 'mutes'; before: MuteRow | null; after: MuteRow | null };

/** One step of the history, without the rows it changed: so the list of steps stays light. */
export interface Step {
  seq: number;
  /** ISO time. */
  at: string;
  /** 1 after it was taken back. */
  undone: 0 | 1;
  /** Catalogue key of what was done, with its substitutions. */
  label: { key: string; args: string[] };
  /** Statements changed one by one, or known before a layer changed them; at most `MOST_IDS`. */
  ids: string[];
  /** Generations that the step names: they are kept as long as the step is. */
  gens: number[];
  /** Whose doing: `mine`, or the pack that came, went or was switched. */
  by: string;
  byTitle: string;
  /** Records concerned; null for a pack that was switched, removed or brought back. */
  count: number | null;
}

/** What a step changed: what undo takes back and redo does again as a whole. */
export interface StepChanges {
  seq: number;
  changes: Change[];
}

export interface MetaRow {
  key: string;
  value: unknown;
}
