/** Is an earlier statement the very utterance that a passage reports? */
import type { Passage, Relation, Statement } from '../types';
import { containment, likeness, shared, wordSet, wordsOf } from './similar';

/** An utterance is often reported a day or two late; more apart is another occasion. */
export const SAME_DAYS = 4;
const SAME_WORDS = 0.6;
const SAME_LIKENESS = 0.5;
/** In content words. Less than this in common is chance. */
const LEAST = 3;

/** Reported within two days, and saying the same of the same claim, an account in other words is of the same utterance. */
export const NEXT_DAY = 2;
const TOLD_WORDS = 0.5;
const TOLD_LIKENESS = 0.2;
/** Share of the gist's content words that a long passage has, and how many at least. */
const TOLD_GIST = 0.35;
const LEAST_GIST = 4;

/** So many content words in a row of words that is quoted whole are not said twice. */
const REPEATED = 5;

/** Words without their endings: "believes" and "believed" are one. */
const stems = (words: ReadonlySet<string>): Set<string> =>
  new Set([...words].map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/u, '') : word)));

const plain = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** Words in quotation marks within a passage. */
const quoted = (text: string): string[] => [...text.matchAll(/[“"]([^“”"]+)[”"]/gu)].map((match) => match[1] as string);

/** Does a passage quote, whole, three words or more that stand in the statement's quote? */
function quotesIt(passage: Passage, quote: string): boolean {
  const said = plain(quote);
  return quoted(passage.text).some((words) => {
    return wordsOf(words).length >= LEAST && said.includes(plain(words));
  });
}

/**
 * Are the words that a page quotes ones of the statement's: three words or more of them in their order, all of them, or
 * most of its content words?
 */
export function givesWordsOf(words: string, { quote }: Statement): boolean {
  const [given, said] = [plain(words), plain(quote)];
  const [own, wanted] = [wordSet(words), wordSet(quote)];
  if (wordsOf(words).length >= LEAST && own.size >= 2 && said.includes(given)) return true;
  return shared(wanted, own) >= LEAST && (given.includes(said) || containment(wanted, own) >= SAME_WORDS);
}

/** Share of a quote's content words with which a passage of its speaker tells of it, reported within two days. */
const RETOLD = 0.4;

/** Does a passage by the statement's speaker tell of it, in some of its words, whatever stance either takes? */
export function tellsOf(text: string, { quote }: Statement, days: number): boolean {
  const said = wordSet(quote);
  return days <= NEXT_DAY && shared(said, wordSet(text)) >= Math.max(LEAST, RETOLD * said.size);
}

/** A claim that is named, not told anew: "X's claim that …", "remarks including a suggestion that …". */
const named =
  /^(?:(?:\p{Lu}[\p{L}.-]* ){0,4}\p{Lu}[\p{L}.-]*['’]s? |[Aa]n? |[Tt]he |(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) )?(?:[a-z]+ )?(?:claim|suggestion|assertion|insistence|allegation|contention|accusation|boast)s? that\b/u;
/** What is named so was said before, mostly within a fortnight; further back the speaker said it more than once. */
const RECALLED_DAYS = 14;

/**
 * Is the statement the passage's own utterance? Both are by one speaker; `days` lie between the statement and the page,
 * `relation` is what their readings say. Words much the same within four days; an account of it within two; or, whenever
 * it was, a passage that quotes all of the statement's words. What a passage only recalls was said up to a fortnight ago.
 */
export function isSame(passage: Passage, statement: Statement, days: number, relation: Relation): boolean {
  const words = wordSet(passage.text);
  const quote = wordSet(statement.quote);
  if (quote.size >= REPEATED && passage.kind === 'direct' && plain(passage.text).includes(plain(statement.quote)))
    return true;
  if (days <= RECALLED_DAYS && relation === 'confirms' && named.test(passage.text)) return true;
  if (days > SAME_DAYS) return false;
  const inCommon = shared(quote, words);
  const account = wordSet(statement.gist);
  const gist = likeness(account, words);
  if (inCommon >= LEAST && containment(quote, words) >= SAME_WORDS) return true;
  if (gist >= SAME_LIKENESS) return true;
  if (days > NEXT_DAY || relation !== 'confirms') return false;
  const [ownStems, quoteStems] = [stems(words), stems(quote)];
  const told = shared(quoteStems, ownStems);
  return (
    quotesIt(passage, statement.quote) ||
    gist >= TOLD_LIKENESS ||
    (shared(account, words) >= LEAST_GIST && containment(account, words) >= TOLD_GIST) ||
    (told >= 2 && told >= TOLD_WORDS * quoteStems.size)
  );
}
