/** What attribution hands on to the reading of propositions. All offsets count UTF-16 units of the article's text (blocks joined with "\n"). */
import type { Entity, PassageKind } from '../types';

export interface Span {
  start: number;
  end: number;
}

/** Somebody named, titled or meant by a pronoun. `entity` is a known one, or one made for a name met only on this page. */
export interface Mention extends Span {
  entity: Entity;
  /** 'name' | 'title' | 'pronoun' */
  how: 'name' | 'title' | 'pronoun';
}

/** A stretch of a sentence that one voice speaks. The segments of a sentence cover it without gaps, in order. */
export interface Segment extends Span {
  kind: PassageKind;
  /** Who claims it; null for the reporter or when unknown. */
  speaker: Entity | null;
  /** The words that attribute it ("Trump said"), or null. */
  attribution: string | null;
}

export interface Sentence extends Span {
  block: number;
  segments: Segment[];
  mentions: Mention[];
}

export interface AttributedQuotation extends Span {
  text: string;
  speaker: Entity | null;
}

export interface Attributed {
  text: string;
  sentences: Sentence[];
  quotations: AttributedQuotation[];
}
