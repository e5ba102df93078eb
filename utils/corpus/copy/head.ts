/** What the copy consists of: its first file names all others, and is written last. */
import type { Step } from '../rows';
import type { CopyFolder } from './folder';

const NAME = 'head.json';
const FORMAT = 'said-before-copy';

/** A step as it stood: enough to tell whether it was taken back, done again or forgotten since. */
export type StepMark = [seq: number, at: string, undone: 0 | 1];
export const markOf = ({ seq, at, undone }: Step): StepMark => [seq, at, undone];

/** One gzipped file of backup lines. */
export interface Part {
  name: string;
  /**
   * `rows`: some rows of a generation, in the order of their ids; `later`: rows of the reader's as they became since;
   * `changes`: what steps changed; `tables`: the small tables.
   */
  kind: 'rows' | 'later' | 'changes' | 'tables';
  rows: number;
  /** Of `rows`: which generation, and how it is known from another with its number. */
  gen?: number;
  pack?: string;
  of?: string;
  /** The last id in it; null: the generation ends here. */
  last?: string | null;
  /** Of `changes`: which steps. */
  steps?: string[];
}

export interface CopyHead {
  format: typeof FORMAT;
  /** ISO time. */
  made: string;
  /** Of the state that `parts` are a copy of; empty while there is none yet. */
  stamp: string;
  /** The reader's statements, and whether there is anything of the reader's at all. */
  statements: number;
  own: boolean;
  steps: StepMark[];
  /** In the order in which they are to be read. */
  parts: Part[];
  /** Written for the next state, which is not whole yet: a worker that is killed goes on from there. */
  begun: Part[];
  /** Number of the next file. */
  next: number;
}

/** A copy of nothing. */
export const emptyHead = (): CopyHead => ({
  ...{ format: FORMAT, made: '', stamp: '', statements: 0, own: false },
  ...{ steps: [], parts: [], begun: [], next: 1 },
});

/** The head of the copy; null where there is none, or it is none of ours. */
export async function headOf(folder: CopyFolder): Promise<CopyHead | null> {
  try {
    const head = JSON.parse((await (await folder.read(NAME))?.text()) ?? '') as CopyHead;
    return head.format === FORMAT && Array.isArray(head.parts) && Array.isArray(head.begun) ? head : null;
  } catch {
    return null;
  }
}

/** Puts the head in place: from here on the copy is what it says. */
export const writeHead = (folder: CopyFolder, head: CopyHead): Promise<void> =>
  folder.write(NAME, new Blob([JSON.stringify(head)]));
