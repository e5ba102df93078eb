/** schema.org ClaimReview ⇄ statements. A review's verdict is not taken over: we keep who said what and when. */
import type { Statement } from '../types';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : isObject(value) && typeof value.name === 'string' ? value.name : '';
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** The ClaimReviews in a JSON-LD value, as records to be checked; an empty list if it holds none. */
export function claimReviews(value: unknown): Record<string, unknown>[] {
  const list = Array.isArray(value)
    ? value
    : isObject(value) && Array.isArray(value['@graph'])
      ? value['@graph']
      : [value];
  return list
    .filter(isObject)
    .filter((item) => item['@type'] === 'ClaimReview')
    .map((review) => {
      const claim = isObject(review.itemReviewed) ? review.itemReviewed : {};
      const appearance = first(claim.firstAppearance ?? claim.appearance);
      return {
        speaker: text(first(claim.author)),
        date: String(claim.datePublished ?? '').slice(0, 10),
        dateBasis: 'published',
        quote: '',
        gist: text(review.claimReviewed),
        readings: [],
        source: {
          publisher: text(first(review.author)) || text(first(review.publisher)),
          url: (isObject(appearance) ? appearance.url : appearance) ?? review.url,
          published: String(review.datePublished ?? '').slice(0, 10),
        },
      };
    });
}

/** Statements as a JSON-LD list of ClaimReviews, without ratings: none is ours to give. */
export function toClaimReviews(statements: readonly Statement[]): string {
  const reviews = statements.map((s) => ({
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: s.source.url,
    claimReviewed: s.gist || s.quote,
    ...(s.source.published ? { datePublished: s.source.published } : {}),
    author: { '@type': 'Organization', name: s.source.publisher },
    itemReviewed: {
      '@type': 'Claim',
      author: { '@type': 'Person', name: s.speaker },
      datePublished: s.date,
      appearance: { '@type': 'CreativeWork', url: s.source.url },
    },
  }));
  return `${JSON.stringify(reviews, null, 1)}\n`;
}
