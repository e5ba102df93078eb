/** Blocks of a topical article that are about something else: they are not read. Pure. */
import { passesGate } from '../gate';
import type { Article } from '../types';
import type { Topic } from './topic';

type Blocks = Article['blocks'];

/** Blocks on either side that are looked at; at the ends of an article as many more on the other side. */
const AROUND = 12;
/** Share of them that names the topic, below which the surroundings are about something else. */
const SHARE = 0.2;
/** A block that stands between two that name the topic, both no further away than this, belongs to them. */
const BETWEEN = 2;

/** A block on another conflict: it has a word of one and none of the topic's own. */
function elsewhere(block: string, topic: Topic): boolean {
  if (topic.elsewhere.length === 0) return false;
  const low = block.toLowerCase();
  if (!topic.elsewhere.some((word) => low.includes(word))) return false;
  return !topic.gates.some((gate) => gate[0]?.terms.some((term) => low.includes(term.toLowerCase())));
}

/** For each block, whether so few of those around it name the topic that they are about something else, and it names nothing itself. */
function remote(blocks: Blocks, topic: Topic): boolean[] {
  if (topic.names.terms.length === 0) return blocks.map(() => false);
  const names = blocks.map((block) => passesGate(block.text, [topic.names]));
  const upTo = [0];
  for (const named of names) upTo.push((upTo.at(-1) as number) + Number(named));
  const count = (from: number, end: number): number => {
    const [low, high] = [Math.max(0, from), Math.min(names.length, end)];
    return (upTo[high] as number) - (upTo[low] as number);
  };
  return names.map((named, i) => {
    if (named) return false;
    if (count(i - BETWEEN, i) > 0 && count(i + 1, i + 1 + BETWEEN) > 0) return false;
    const from = Math.max(0, Math.min(i - AROUND, names.length - 2 * AROUND - 1));
    const end = Math.min(names.length, from + 2 * AROUND + 1);
    return count(from, end) / (end - from) < SHARE;
  });
}

/**
 * Numbers of the blocks of a topical article that are beside its topic: on another conflict, or where hardly a
 * paragraph around names the topic (one paragraph of it in a long page on something else; a live blog of many subjects).
 */
export function besideTopic(blocks: Blocks, topic: Topic): Set<number> {
  const far = remote(blocks, topic);
  return new Set(blocks.flatMap((block, i) => (far[i] || elsewhere(block.text, topic) ? [i] : [])));
}
