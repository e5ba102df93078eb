/** Whether a sentence speaks of a proposition at all: a network also answers to words that only resemble the claim's. */
import { findSequence, type LabelIndex, possible } from './match';
import type { Pattern } from './patterns';

/** Does one of the patterns stand in the sentence? True where there are none: then nothing is known of it. */
export const speaksOf = (index: LabelIndex, patterns: readonly Pattern[] | undefined): boolean =>
  !patterns ||
  patterns.some(({ parts }) => parts.every((part) => possible(index, part) && findSequence(index, part).length > 0));
