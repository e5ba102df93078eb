/** Mentions that belong together: "a spokesman for the ministry", "the mayor of the capital, X". */
import type { Mention } from './types';
import { titled, type Word } from './words';

/** "United States President X", "a foreign ministry source": the country or body in front says whose they are, and does not speak. */
function isOf(body: Mention | undefined, mention: Mention, words: readonly Word[]): boolean {
  if (body?.entity.kind !== 'institution') return false;
  const between = words.filter((w) => w.start >= body.end && w.end <= mention.start);
  if (mention.entity.kind === 'person')
    return mention.how === 'name' && between.length > 0 && between.every((w) => titled.test(w.low));
  return between.length === 0 && unnamedOnes.test(mention.entity.name);
}

const unnamedOnes = /^(?:source|diplomat|envoy|adviser|aide|negotiator)s? \(unnamed\)$/;

/** "a White House spokesman", "a spokesman for the ministry": the body speaks. */
export function joinSpokesmen(words: readonly Word[], mentions: Mention[]): Mention[] {
  const out: Mention[] = [];
  for (const mention of mentions) {
    const last = out.at(-1);
    const between = last ? words.filter((w) => w.start >= last.end && w.end <= mention.start) : [];
    const spokes = (m: Mention | undefined): boolean => /^spokes\w+ \(unnamed\)$/.test(m?.entity.name ?? '');
    if (last?.entity.kind === 'institution' && spokes(mention) && between.every((w) => /^['’]s$/.test(w.text)))
      last.end = mention.end;
    else if (
      last &&
      spokes(last) &&
      mention.entity.kind === 'institution' &&
      /^(?:for|of|at|from)(?: the)?$/.test(between.map((w) => w.low).join(' '))
    ) {
      last.end = mention.end;
      last.entity = mention.entity;
    } else if (isOf(last, mention, words)) out[out.length - 1] = mention;
    else out.push(mention);
  }
  return out;
}

/** "deputy head, X", "mayor of the capital, X": what may stand between a description and the name. */
export const apposed = (gap: readonly Word[]): boolean =>
  gap.length <= 9 &&
  gap.at(-1)?.text === ',' &&
  (gap.length === 2 || /^(?:of|at|for|in|to|with)$/.test(gap[0]?.low ?? '')) &&
  gap
    .slice(0, -1)
    .every(
      (w) =>
        w.text !== ',' &&
        !w.quoted &&
        /^(?:['’]s|\p{L}[\p{L}-]*)$/u.test(w.text) &&
        !/^(?:and|who|that|is|are|was|were|has|had|have|will|would|said|told)$/.test(w.low),
    );
