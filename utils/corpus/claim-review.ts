/** schema.org ClaimReview ⇄ statements. A review's verdict is not taken over: we keep who said what and when. */
import type { Statement } from '../types';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : isObject(value) && typeof value.name === 'string' ? value.name : '';
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** The items of a list, a graph or a data feed. */
function unfolded(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [value];
  if (Array.isArray(value['@graph'])) return value['@graph'];
  if (Array.isArray(value.dataFeedElement))
    return value.dataFeedElement.filter(isObject).flatMap((element) => element.item ?? []);
  return [value];
}

/** The calendar day at the beginning of a date; anything else is handed on to be refused. */
const dayOf = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 10) : (value ?? ''));

/** The ClaimReviews in a JSON-LD value, as records to be checked; an empty list if it holds none. */
export function claimReviews(value: unknown): Record<string, unknown>[] {
  return unfolded(value)
    .filter(isObject)
    .filter((item) => first(item['@type']) === 'ClaimReview')
    .map((review) => {
      const claim = isObject(review.itemReviewed) ? review.itemReviewed : {};
      const appearance = first(claim.firstAppearance ?? claim.appearance);
      const author = first(claim.author);
      const id = text(review.identifier);
      const role = isObject(author) ? text(author.jobTitle) : '';
      const seen = isObject(appearance) ? appearance.url : appearance;
      const published = dayOf(isObject(appearance) ? appearance.datePublished : undefined);
      return {
        ...(id ? { id } : {}),
        speaker: text(author),
        ...(role ? { role } : {}),
        date: dayOf(claim.datePublished),
        dateBasis: 'published',
        quote: '',
        gist: text(review.claimReviewed),
        readings: [],
        source: {
          // Where the words themselves can be seen goes before where they were reviewed.
          publisher: text(isObject(appearance) ? first(appearance.publisher) : '') || text(first(review.author)),
          url: seen ?? review.url,
          ...(published ? { published } : {}),
        },
      };
    });
}

/** Statements as a JSON-LD list of ClaimReviews, without ratings: none is ours to give. */
export function toClaimReviews(statements: readonly Statement[]): string {
  const reviews = statements.map((s) => ({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    identifier: s.id,
    url: s.source.url,
    claimReviewed: s.gist || s.quote,
    author: { '@type': 'Organization', name: s.source.publisher },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: s.speaker, ...(s.role ? { jobTitle: s.role } : {}) },
      datePublished: s.date,
      appearance: {
        '@type': 'CreativeWork',
        url: s.source.url,
        publisher: { '@type': 'Organization', name: s.source.publisher },
        ...(s.source.published ? { datePublished: s.source.published } : {}),
      },
    },
  }));
  return `${JSON.stringify(reviews, null, 1)}\n`;
}
