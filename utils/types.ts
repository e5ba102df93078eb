/** The words every room shares: what a statement, a proposition, a pack, an article and a report are. Formats: docs/formats.md. */

import type { ModelData } from './reading/model/data';
import type { Sides } from './reading/model/sides';

export type Stance = 'affirms' | 'denies' | 'hedges';
export type Relation = 'contradicts' | 'confirms' | 'related' | 'same';

/** A number as said, normalised to a proposition's unit: either one value or a range. */
export interface Figure {
  value?: number;
  low?: number;
  high?: number;
  unit?: string;
  /** The words as they stand in the text. */
  said?: string;
}

/** One speaker's stance on one proposition. */
export interface Reading {
  proposition: string;
  stance: Stance;
  figure?: Figure | null;
  /** Set while only the engine, and no editor, has read the statement. */
  readBy?: 'machine';
}

export interface Source {
  publisher: string;
  url: string;
  /** ISO day on which the source appeared. */
  published?: string;
}

/** An earlier statement: who said what, when, and where it can be checked. */
export interface Statement {
  id: string;
  speaker: string;
  role?: string;
  side?: string;
  /** ISO day. */
  date: string;
  dateBasis?: 'said' | 'published';
  quote: string;
  gist: string;
  readings: Reading[];
  place?: string;
  source: Source;
}

export interface FigureKind {
  kind: string;
  unit: string;
  /** A running total: later and larger is no contradiction. */
  growing?: boolean;
}

/** What a proposition is called in one language. */
export interface ClaimWords {
  claim: string;
  label?: string;
  /** What its figure counts. */
  kind?: string;
}

/** A claim sentence of the pack, toward which a passage or statement takes a stance. */
export interface Proposition {
  id: string;
  group: string;
  claim: string;
  /** A few words for narrow places, such as a filter. */
  label?: string;
  windowDays?: number;
  opposes?: string[];
  figure?: FigureKind;
  /** Its words in other languages than the pack's, by BCP 47 tag: what readers are shown; nothing is read by them. */
  languages?: Record<string, ClaimWords>;
  /** How the engine recognises it; see docs/adding-a-proposition.md. Absent: readings come from editors only. */
  cues?: Cues;
}

/** The cue grammar of one proposition; patterns are explained in docs/adding-a-proposition.md. */
export interface Cues {
  /** Take the cues of another proposition, with classes exchanged. */
  like?: string;
  swap?: Record<string, string>;
  affirms?: string[];
  denies?: string[];
  hedges?: string[];
  /** Where one of these matches, no reading is given. */
  never?: string[];
  /** Where none of these matches, a model's reading is believed only if the sentence before is read so too. */
  about?: string[];
}

export interface Title {
  title: string;
  from?: string;
  to?: string;
}

/** A person, institution or group that can make a claim. */
export interface Entity {
  id: string;
  name: string;
  kind: 'person' | 'institution' | 'group';
  gender?: 'm' | 'f';
  side?: string;
  spellings?: string[];
  short?: string[];
  ambiguous?: string[];
  titles?: Title[];
  heads?: string[];
  /** The name is that of a place too. */
  place?: boolean;
}

/** Words of statements in one language, by the words that the statements have. */
export interface TopicWords {
  sides?: Record<string, string>;
  roles?: Record<string, string>;
  /** Names of speakers. */
  names?: Record<string, string>;
}

/** What makes a page topical, and the word classes that cues use. */
export interface TopicData {
  /** Each list must be met by at least `least` different hits or mentions on the page. */
  gate: { terms: string[]; least: number }[];
  /** Words of other conflicts: a paragraph that has them and none of the first gate list is passed over. */
  elsewhere: string[];
  /** `@name` in a cue: words or short phrases. */
  classes: Record<string, string[]>;
  /** Labels and propositions of the parties that stand for one another: the same words get the same label. */
  sides?: Sides;
  /** Names, roles and sides of speakers in other languages, by BCP 47 tag: for showing only. */
  languages?: Record<string, TopicWords>;
  /** Trained models; propositions that none reads are read by their cues alone. */
  models?: ModelData[];
}

/** Words of a pack about itself in another language than its own. */
export interface PackWords {
  title: string;
}

export interface Pack {
  format: 'said-before-pack';
  formatVersion: 1;
  id: string;
  title: string;
  version: string;
  date: string;
  language: string;
  license: string;
  publisher: string;
  homepage: string;
  /** What the pack is called in other languages, by BCP 47 tag: for showing only. */
  languages?: Record<string, PackWords>;
  topic?: TopicData;
  propositions: Proposition[];
  people: Entity[];
  statements: Statement[];
}

export type DateBasis = 'json-ld' | 'meta' | 'time' | 'url' | 'text' | 'given' | 'none';
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'quote' | 'item' | 'caption';

/** One block of an article: a paragraph, heading, list item or quotation. */
export interface Block {
  text: string;
  kind: BlockKind;
  /** ISO day of a live-blog post that is dated on its own. */
  published?: string;
}

/** An article as plain data: what `utils/article` finds and `utils/reading` reads. */
export interface Article {
  url: string;
  title: string;
  /** ISO day, or null when the page gives none that can be trusted. */
  published: string | null;
  publishedFrom: DateBasis;
  /** BCP 47 primary subtag, such as "en". */
  language: string;
  blocks: Block[];
}

export type PassageKind = 'direct' | 'indirect' | 'reporter';

export interface PassageReading {
  proposition: string;
  stance: Stance;
  figure: Figure | null;
  /** The words that led to the reading. */
  because: string[];
}

/** A sentence, or part of one, in which somebody takes a stance; offsets in UTF-16 units of the article's text. */
export interface Passage {
  id: string;
  text: string;
  start: number;
  end: number;
  kind: PassageKind;
  speaker: string | null;
  readings: PassageReading[];
}

/** What an earlier statement on an opposing proposition means for the passage's. */
export type Effect = 'excludes' | 'supports' | 'leaves';

/** Why an earlier statement is shown, without words: `claim` and `kind` are the pack's; both stances are toward `claim`. */
export type Reason =
  | { code: 'source' }
  | { code: 'figures'; kind: string; passage: Figure; statement: Figure }
  | { code: 'alike'; claim: string; passage: Stance }
  | { code: 'apart'; claim: string; passage: Stance; statement: Stance }
  | { code: 'opposed'; claim: string; passage: Stance; statement: Effect };

export interface Evidence {
  statement: string;
  relation: Relation;
  sameSpeaker: boolean;
  daysEarlier: number;
  reason: Reason;
}

/** Evidence as files have it: the reason is one line of words. */
export type WrittenEvidence = Omit<Evidence, 'reason'> & { reason: string };

export interface ReportPassage extends Passage {
  /** ISO day of the live-blog post that the passage stands in, where it is another than the page's: its evidence is older than that. */
  published?: string;
  evidence: Evidence[];
}

export interface PageReport {
  format: 'said-before-report';
  formatVersion: 1;
  page: {
    url: string;
    title: string;
    published: string | null;
    publishedFrom: DateBasis;
    language: string;
    topical: boolean;
  };
  counts: { passages: number; covered: number; contradicts: number; confirms: number };
  passages: ReportPassage[];
}

/** A report as files have it (docs/formats.md). */
export type WrittenReport = Omit<PageReport, 'passages'> & {
  passages: (Omit<ReportPassage, 'evidence'> & { evidence: WrittenEvidence[] })[];
};

/** A direct quotation of the page, topical or not. */
export interface Quotation {
  text: string;
  speaker: string | null;
  start: number;
  end: number;
}

/** Something that can go wrong at a border, as a value. `todo` says what the user can do about it. */
export interface Fault {
  code: string;
  message: string;
  todo?: string;
}
export type Result<T> = { ok: true; value: T } | { ok: false; fault: Fault };
