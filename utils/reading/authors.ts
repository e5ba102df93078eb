/** Whose words a sentence gives where another's verb or a text stands between. */
import type { AttributionCue } from './cues';
import { indexAt } from './subject';
import type { Mention } from './types';
import type { Word } from './words';

/** "a poll by X", "the latest count from Y": a text that gives numbers speaks for the body that made it, where nobody else does. */
export function documentCue(words: readonly Word[], author: Mention): AttributionCue {
  return {
    speaker: author.entity,
    verb: indexAt(words, author) - 1,
    subject: author,
    span: author,
    kind: 'according',
    tag: true,
    embedded: false,
    pronoun: false,
    modal: false,
  };
}

const texts =
  /^(?:poll|survey|count|tally|estimate|assessment|study|report|statement|readout|communique|letter|note|proposal|counterproposal)s?$/;
/** What may stand between a text and who made it: "a poll published on Wednesday by". */
const making =
  /^(?:published|released|issued|conducted|carried|out|done|made|on|this|last|earlier|week|month|year|\p{Ll}+day)$/u;
/** In words. */
const MAKING = 4;

/** The body behind "poll by", "survey from", "count by the", "statement issued on Monday by". */
export const authorOf = (words: readonly Word[], mentions: readonly Mention[]): Mention | undefined =>
  mentions.find((m) => {
    const at = indexAt(words, m);
    if (m.entity.kind !== 'institution' || at < 2) return false;
    const by = words[at - 1]?.low === 'the' ? at - 2 : at - 1;
    if (!/^(?:by|from)$/.test(words[by]?.low ?? '') || words[by]?.quoted) return false;
    let text = by - 1;
    while (text > by - MAKING - 1 && making.test(words[text]?.low ?? '')) text -= 1;
    return texts.test(words[text]?.low ?? '');
  });

/** "a survey by X found that …": is what follows the author what the text itself tells? */
export function finds(words: readonly Word[], author: Mention): boolean {
  const verb = words.findIndex((w) => w.start >= author.end);
  return /^(?:found|finds|showed|shows|says|said|suggests|suggested|put|puts)$/.test(words[verb]?.low ?? '');
}

/** "the agency quoted X as saying": X speaks, not who quotes. */
export function quotedAsSaying(
  words: readonly Word[],
  verb: number,
  mentions: readonly Mention[],
): Mention | undefined {
  if (!/^(?:quoted|quotes|quoting|cited|cites|citing)$/.test((words[verb] as Word).low)) return undefined;
  const as = words.findIndex(
    (w, j) => j > verb + 1 && j <= verb + 12 && w.low === 'as' && /ing$/.test(words[j + 1]?.low ?? ''),
  );
  if (as < 0) return undefined;
  const [from, to] = [(words[verb] as Word).end, (words[as] as Word).start];
  return mentions.findLast((m) => m.start >= from && m.end <= to);
}
