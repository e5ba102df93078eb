/**
 * What the corpus worker does for our own pages: a service whose methods a page calls as if they were here
 * (`openCorpusService` of `entrypoints/options/service.ts`). Everything that costs time happens over there; what comes
 * back is small. Small writes go through the background by message instead; both use the same `utils/corpus`.
 */
import type { StatementView } from './messages';
import type { Fault, Pack, Reading, Result, Stance, Statement, TopicWords } from './types';

export type SortKey = 'date' | 'speaker' | 'side' | 'publisher' | 'relevance';

/** Which statements, in which order. Values of one field are alternatives; fields narrow each other. */
export interface Query {
  /** Words that must all occur (the last one may be the beginning of a word); "…" keeps words together. */
  text?: string;
  speaker?: string[];
  side?: string[];
  /** With `stance`: one reading must fit both. */
  proposition?: string[];
  stance?: Stance[];
  publisher?: string[];
  /** ISO days, both inclusive. */
  from?: string;
  to?: string;
  /** Pack ids; `mine` is the reader's own. */
  pack?: string[];
  /** Has a reading by the engine that nobody confirmed. */
  machine?: boolean;
  /** The reader said of it "never match these two". */
  muted?: boolean;
  /** What the reader added, or changed of a pack. */
  own?: ('added' | 'changed')[];
  /** Default: by relevance when there are words to look for, else the newest first. */
  sort?: SortKey;
  /** Default: descending for date and relevance, ascending for the rest. */
  descending?: boolean;
}

/** `…Told`: in the name or role as the reader's language has it, where that is another. */
export type HitField = 'speaker' | 'speakerTold' | 'role' | 'roleTold' | 'quote' | 'gist' | 'place' | 'publisher';
/** Places of words looked for, in UTF-16 units: start (inclusive) and end (exclusive). */
export type Hits = Partial<Record<HitField, [start: number, end: number][]>>;

export interface ListedStatement extends StatementView {
  own?: 'added' | 'changed';
  muted?: true;
  hits?: Hits;
}

export interface RowsPage {
  rows: ListedStatement[];
  /** Statements that pass the query. */
  total: number;
  /** False while statements are taken into the catalogue: then `total` is an estimate, or what was found so far. */
  complete: boolean;
}

export interface FacetCount {
  value: string;
  count: number;
}

/** How many statements each value would show: each facet counted with the other fields of the query in force. */
export interface Facets {
  total: number;
  speaker: FacetCount[];
  side: FacetCount[];
  proposition: FacetCount[];
  stance: FacetCount[];
  publisher: FacetCount[];
  pack: FacetCount[];
  /** By year, ascending. */
  year: FacetCount[];
  machine: number;
  muted: number;
  added: number;
  changed: number;
}

/** Statements by id, or all that pass a query. */
export type Selection = { ids: string[] } | { query: Query };

export type BulkAction =
  | { do: 'delete' }
  /** Engine's readings become the editor's. */
  | { do: 'confirm' }
  /** Never show them on pages, or show them again. */
  | { do: 'mute' }
  | { do: 'unmute' }
  | { do: 'addReading'; reading: Reading }
  | { do: 'removeReading'; proposition: string }
  /** The reader's versions of packs' records give way to the packs'. */
  | { do: 'yield' }
  | { do: 'set'; field: 'side' | 'role' | 'speaker' | 'place'; value: string };

/** One step of the history. */
export interface StepView {
  seq: number;
  /** ISO time. */
  at: string;
  /** In the reader's language. */
  label: string;
  /** `mine`, or the id of the pack that brought it. */
  by: string;
  byTitle: string;
  undone: boolean;
  /** Records concerned; null where only the pack as a whole is known. */
  count: number | null;
}

/** One step of a record's past. Null before: it did not exist; null after: it was deleted or its pack went. */
export interface PastStep extends StepView {
  before: Statement | null;
  after: Statement | null;
}

/** A record that a pack's new version and the reader both changed: null for one deleted or removed. */
export interface Conflict {
  id: string;
  mine: Statement | null;
  theirs: Statement | null;
}

/** Whose version of such records counts: one side's for all, but the other's for those named. */
export interface Choice {
  rest: 'mine' | 'theirs';
  but: string[];
}

/** Records that a pack's new version adds, changes or removes, and those that the reader changed too. */
export interface PackRecords {
  added: Statement[];
  changed: { before: Statement; after: Statement }[];
  removed: Statement[];
  /** The reader's stay in force where they don't choose otherwise. */
  conflicts: Conflict[];
}

export interface RowFaultView {
  row: number;
  field: string;
  message: string;
  todo: string;
}

export interface ImportPreview {
  /** Hand it to `runImport`, `faultyRows` or `dropImport`. */
  plan: string;
  name: string;
  kind: 'pack' | 'jsonl' | 'csv' | 'claimreview';
  added: number;
  changed: number;
  /** Records of a pack's older version that the new one lacks. */
  removed: number;
  /** Records that are there as they are. */
  same: number;
  /** Same speaker, day and words under another id. */
  copies: number;
  /** Rows that cannot be used. A pack with faulty rows cannot be imported at all. */
  faulty: number;
  /** The first of each kind, to be shown. */
  samples: PackRecords & {
    copies: { statement: Statement; of: string }[];
    faults: RowFaultView[];
  };
  /** Records of a pack that it changes and the reader changed too. */
  conflicts: number;
  /** Set for a pack: what it is, which version it would replace, and whether this very file is what is installed. */
  pack:
    | (Omit<Pack, 'topic' | 'propositions' | 'people' | 'statements'> & {
        replaces: string | null;
        installed: boolean;
        /** Do its statements go among the reader's own? Null where only a pack will do. */
        own: boolean | null;
      })
    | null;
}

export interface Progress {
  phase: 'loading' | 'reading' | 'checking' | 'writing';
  /** Rows (or bytes of the file while `loading` and `reading`). */
  done: number;
  /** 0 where nobody knows. */
  all: number;
  /** Rows a second so far. */
  rate: number;
  /** Seconds left, as far as the rate tells; 0 where it does not. */
  left: number;
}

export type ExportFormat = 'jsonl' | 'csv' | 'pack' | 'pack.gz' | 'claimreview';

export interface ExportedBlob {
  name: string;
  blob: Blob;
  count: number;
}

export interface Usage {
  /** Bytes, as the browser estimates them. */
  used: number;
  quota: number;
  statements: number;
  /** Rows kept only for undo, which the next sweep may free. */
  kept: number;
}

/** What a backup file holds. */
export interface BackupSummary {
  /** ISO time; empty where the file does not say. */
  made: string;
  /** Of all packs; those kept only for undo are not counted. */
  statements: number;
  packs: number;
  /** Of the history. */
  steps: number;
  mutes: number;
  /** It has settings; one made of a damaged store has none. */
  settings: boolean;
}

/** The browser emptied the store, and there is a second copy of what was in it. */
export interface LostCorpus {
  /** ISO time of the copy. */
  made: string;
  statements: number;
}

export interface Long {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Every method answers with a fault instead of throwing; a cancelled one with `corpus-cancelled`. */
export interface CorpusService {
  /** Opens the corpus and begins the catalogue. The fault says whether `salvage` and `rebuild` are the way out. */
  open(): Promise<Result<null>>;
  /** What speakers are called in the reader's language; whoever asks knows it, and the packs' lore is long to read. */
  callSpeakers(words: TopicWords): Promise<Result<null>>;
  /** Rows `offset` … `offset + limit` of a query. Fast from the first moment for the first page without words. */
  rows(query: Query, offset: number, limit: number): Promise<Result<RowsPage>>;
  /** Waits for the catalogue. */
  facets(query: Query): Promise<Result<Facets>>;
  /** Ids in the query's order; for "select all" prefer a `Selection` by query. */
  ids(query: Query): Promise<Result<string[]>>;
  /** Where a statement stands in a query, from 0; null if it does not pass. For next and previous. */
  position(query: Query, id: string): Promise<Result<number | null>>;
  statement(id: string): Promise<Result<ListedStatement | null>>;
  /** Other records with the same content (speaker, day, words), or the same source link and speaker. */
  duplicates(statement: Statement): Promise<Result<{ id: string; why: 'words' | 'link' }[]>>;
  past(id: string): Promise<Result<PastStep[]>>;
  /** Newest first. `undone` ones are those that redo would do. */
  history(limit: number): Promise<Result<StepView[]>>;
  /** Undoes or redoes until `seq` is the last step in force (0: all undone). */
  goTo(seq: number): Promise<Result<{ steps: number }>>;
  /** One step of the history, however many records; all or nothing. */
  bulk(selection: Selection, action: BulkAction, long?: Long): Promise<Result<{ count: number }>>;
  /** Dry run: reads and checks a file or pasted text; stores nothing. */
  planImport(source: File | { name: string; text: string }, long?: Long): Promise<Result<ImportPreview>>;
  /** The same file of a pack as a pack of its own, or (`own`) its statements among the reader's own. */
  planAs(plan: string, own: boolean, long?: Long): Promise<Result<ImportPreview>>;
  /** `choice` settles a pack's conflicts. */
  runImport(plan: string, choice: Choice, long?: Long): Promise<Result<{ count: number }>>;
  /** The faulty rows as a CSV file: row, field, fault, what to do, the row as it was. */
  faultyRows(plan: string): Promise<Result<ExportedBlob>>;
  dropImport(plan: string): Promise<Result<null>>;
  export(format: ExportFormat, selection: Selection, long?: Long): Promise<Result<ExportedBlob>>;
  /** Everything: statements, packs, mutes, history; `settings` are put in as given. */
  backup(settings: unknown, long?: Long): Promise<Result<ExportedBlob>>;
  /** Looks whether a file can be restored, and what is in it; changes nothing. */
  checkBackup(file: Blob, long?: Long): Promise<Result<BackupSummary>>;
  /** Replaces everything, or changes nothing. Answers with the settings of the backup. */
  restore(file: Blob, long?: Long): Promise<Result<{ settings: unknown; statements: number }>>;
  usage(): Promise<Result<Usage>>;
  /** What can still be read of a damaged database, as a backup file that `restore` takes. */
  salvage(long?: Long): Promise<Result<ExportedBlob & { lost: string[] }>>;
  /** The second copy as a backup file that `restore` takes. */
  ownCopy(): Promise<Result<ExportedBlob>>;
  /** Brings it back after the browser emptied the store, with what was added since on top. */
  bringBack(long?: Long): Promise<Result<{ count: number }>>;
  /** Goes on without it. */
  letGo(): Promise<Result<null>>;
  /** Deletes the database and begins anew with the bundled pack. */
  rebuild(): Promise<Result<null>>;
}

/** What the worker tells without being asked. */
export type CorpusEvent =
  /** Something changed, here or in another page: ask again. */
  | { event: 'changed' }
  /** The catalogue: how many of the statements that it is taking in are in it. */
  | { event: 'catalogue'; done: number; all: number; complete: boolean }
  | { event: 'fault'; fault: Fault };
