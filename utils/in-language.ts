/** Propositions, and names, roles and sides of speakers, in the reader's language, where their pack has them in it; else as the pack has them. Pure. */
import type { ClaimWords, Pack, Proposition, Reason, TopicData, TopicWords } from './types';

/** What a pack is called, in the reader's language where it has a name in it. */
export const packNameOf = ({ title, languages }: Pick<Pack, 'title' | 'languages'>, tag: string): string =>
  entryFor(languages, tag)?.[1].title ?? title;

/** What of a statement's speaker a topic may have in other languages. */
export const speakerWords = ['names', 'roles', 'sides'] as const;

/** Words with the BCP 47 tag of their language. */
export type Told = ClaimWords & { language: string };

/** The tags under which words for a reader of `tag` may stand: "de-AT", then "de". */
const tagsFor = (tag: string): string[] => [...new Set([tag, tag.split('-')[0] as string])];

/** The entry of the reader's language, or undefined where there is none. */
export function entryFor<T>(languages: Readonly<Record<string, T>> | undefined, tag: string): [string, T] | undefined {
  const found = languages && tagsFor(tag).find((one) => Object.hasOwn(languages, one));
  return found === undefined ? undefined : [found, languages?.[found] as T];
}

/** A proposition's words for a reader of `tag`, or undefined where only the pack's own are there. */
export function toldIn(languages: Proposition['languages'], tag: string): Told | undefined {
  const [language, words] = entryFor(languages, tag) ?? [];
  return words && language ? { ...words, language } : undefined;
}

/** The proposition with its words exchanged; without a `label` in that language the claim stands in its place. */
export function inLanguage(proposition: Proposition, tag: string): Proposition {
  const told = toldIn(proposition.languages, tag);
  if (!told) return proposition;
  const { label: _, figure, ...rest } = proposition;
  return {
    ...rest,
    claim: told.claim,
    ...(told.label ? { label: told.label } : {}),
    ...(figure ? { figure: { ...figure, kind: told.kind ?? figure.kind } } : {}),
  };
}

/** What a proposition is called, and in which language; `fallback` is the tag of the pack's own words. */
export function namesOf(
  { claim, label, told }: Pick<Proposition, 'claim' | 'label'> & { told?: Told },
  fallback: string,
): { claim: string; label: string; language: string } {
  const words = told ?? { claim, label, language: fallback };
  return { claim: words.claim, label: (words.label ?? words.claim).replace(/\.$/, ''), language: words.language };
}

/** The words for the claim or the figure that a reason names. */
export function toldOf(
  reason: Reason,
  propositions: Readonly<Record<string, Pick<Proposition, 'claim' | 'figure'> & { told?: Told }>>,
): Told | undefined {
  if (reason.code === 'source') return undefined;
  const named = Object.values(propositions).find(({ claim, figure }) =>
    reason.code === 'figures' ? figure?.kind === reason.kind : claim === reason.claim,
  );
  return named?.told;
}

/** Words of several topics as one; a later one's stands in the place of an earlier one's. */
export const joined = (words: readonly TopicWords[]): Required<TopicWords> =>
  Object.fromEntries(
    speakerWords.map((kind) => [kind, Object.assign({}, ...words.map((one) => one[kind]))]),
  ) as Required<TopicWords>;

/** The names, roles and sides that topics have in the reader's language. */
export function termsIn(
  topics: readonly { topic?: Pick<TopicData, 'languages'> | undefined }[],
  tag: string,
): Required<TopicWords> {
  return joined(topics.flatMap(({ topic }) => entryFor(topic?.languages, tag)?.[1] ?? []));
}

/** A name, role or side as the reader's language has it, or as it is. */
export const termOf = (terms: Readonly<Record<string, string>> | undefined, text: string): string =>
  terms && Object.hasOwn(terms, text) ? (terms[text] as string) : text;

/** Does a role, in the pack's words, name the side already, as it is or as an adjective ("Utopian president" of Utopia)? */
export function tellsSide(role: string | undefined, side: string): boolean {
  const stem = side.slice(0, Math.max(4, side.length - 2)).toLowerCase();
  return (
    (role ?? '').includes(side) ||
    (side.length > 5 &&
      (role ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
        .some((word) => word.startsWith(stem)))
  );
}

/** Who a speaker was, in the reader's language: the role, and the side where the role does not tell it. Either may be ''. */
export function whoOf(
  { role = '', side = '' }: { role?: string | undefined; side?: string | undefined },
  terms: TopicWords = {},
): { role: string; side: string } {
  return { role: termOf(terms.roles, role), side: tellsSide(role, side) ? '' : termOf(terms.sides, side) };
}

/** The same as one line. */
export const whoLine = (...who: Parameters<typeof whoOf>): string =>
  Object.values(whoOf(...who))
    .filter(Boolean)
    .join(' · ');
