/**
 * The language of cues. A pattern is a row of elements that must follow one another in a sentence:
 *
 *   word          that word or one of its forms ("accept" also meets "accepted")
 *   =word         that form only
 *   a|b|c         one of them; `rule_out` is a phrase of words side by side, its first word in any form
 *   @class        a word class of the pack (topic.json) or of English (english.ts)
 *   %x            a polar class: `x+` as it stands, `x-` turns the stance round, `x~` makes it a hedge
 *   #num #count #money #percent   a number
 *   word?         may be missing
 *   ~  ~7         up to 4 (7) other words may stand here
 *   !word         none of the words between the neighbours may be this one
 *                 (after a class of claimants no other claimant may stand in the gap: the subject stays the subject)
 *   A & B         both, in any order, in one sentence and one voice
 *   by:@class     the claimant belongs to the class; takes no place
 *
 * In front of a pattern, `(raw)` takes it as it stands: no negation or doubt around it is looked for; `(sure)` lets
 * doubt ("may", "if") pass but still turns with a negation.
 */

export interface Element {
  /** Labels, one of which must stand here. */
  any: string[];
  /** So many words may stand between the element before and this one. */
  gap: number;
  optional: boolean;
  /** Labels that must not stand in the gap. */
  not: string[];
  /** Set for a class of claimants: no other claimant may stand between it and the next element. */
  agent?: boolean;
}

export interface Sequence {
  elements: Element[];
  /** Claimant's labels, one of which is needed. */
  by: string[];
}

export interface Pattern {
  source: string;
  parts: Sequence[];
  raw: boolean;
  sure: boolean;
  /** 1 as it stands, -1 turned round, 0 made a hedge: from the side of a polar class. */
  turn: 1 | -1 | 0;
}

const GAP = 4;

/** A fault in a pattern, with the pattern in its message. */
export class PatternError extends Error {
  constructor(pattern: string, what: string) {
    super(`cue "${pattern}": ${what}`);
    this.name = 'PatternError';
  }
}

function labelsOf(text: string, phrases: Set<string>): string[] {
  return text.split('|').flatMap((alternative) => {
    // Sides are named as people's records write them.
    const word = alternative.startsWith('side:') ? alternative : alternative.toLowerCase();
    if (word.includes('_') && !/^[@%#]/.test(word)) {
      phrases.add(word);
      return [`_${word}`];
    }
    return [word];
  });
}

function parseSequence(text: string, source: string, phrases: Set<string>): Sequence {
  const elements: Element[] = [];
  const by: string[] = [];
  let gap = 0;
  let not: string[] = [];
  for (const piece of text.split(/\s+/).filter(Boolean)) {
    if (/^~\d*$/.test(piece)) gap += piece === '~' ? GAP : Number(piece.slice(1));
    else if (piece.startsWith('by:')) by.push(...piece.slice(3).split('|'));
    else if (piece.startsWith('!')) not.push(...labelsOf(piece.slice(1), phrases));
    else {
      const optional = piece.length > 1 && piece.endsWith('?');
      const body = optional ? piece.slice(0, -1) : piece;
      if (/[()&]|~(?!$|\|)/.test(body)) throw new PatternError(source, `"${piece}" is not an element`);
      elements.push({ any: labelsOf(body, phrases), gap, optional, not });
      gap = 0;
      not = [];
    }
  }
  if (elements.length === 0 && by.length === 0) throw new PatternError(source, 'no element in it');
  if (not.length > 0) throw new PatternError(source, '"!" needs an element after it');
  return { elements, by };
}

/**
 * Parses one cue; a polar class in it gives one pattern a side. `phrases` collects the `a_b` phrases met, which the
 * topic turns into classes of their own. Throws PatternError with the cue and what is wrong.
 */
export function parsePattern(source: string, phrases: Set<string>): Pattern[] {
  const flags = /^\((\w+)\)\s*/.exec(source);
  if (flags && flags[1] !== 'raw' && flags[1] !== 'sure') throw new PatternError(source, `unknown flag "${flags[1]}"`);
  const body = flags ? source.slice(flags[0].length) : source;
  const polar = [...body.matchAll(/%(\w+)/g)];
  if (polar.length > 1) throw new PatternError(source, 'only one polar class may stand in a cue');
  const sides: [string, 1 | -1 | 0][] = polar[0]
    ? [
        ['+', 1],
        ['-', -1],
        ['~', 0],
      ]
    : [['', 1]];
  return sides.map(([side, turn]) => ({
    source,
    raw: flags?.[1] === 'raw',
    sure: flags?.[1] === 'sure',
    turn,
    parts: body
      .replace(/%(\w+)/, (_, name: string) => `@${name}${side}`)
      .split(/\s&\s/)
      .map((part) => parseSequence(part, source, phrases)),
  }));
}
