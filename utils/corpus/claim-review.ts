/** schema.org ClaimReview ⇄ statements. A review's verdict is not taken over: we keep who said what and when. */
import type { Reading, Statement } from '../types';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
  typeof value === 'string' ? value : isObject(value) && typeof value.name === 'string' ? value.name : '';
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const object = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined));

/** The items of a list, a graph or a data feed, which may stand in each other. */
function unfolded(value: unknown, depth = 0): Record<string, unknown>[] {
  if (depth > DEEPEST) return [];
  const within = (list: readonly unknown[]) => list.flatMap((item) => unfolded(item, depth + 1));
  if (Array.isArray(value)) return within(value);
  if (!isObject(value)) return [];
  if (Array.isArray(value['@graph'])) return within(value['@graph']);
  if (Array.isArray(value.dataFeedElement))
    return within(value.dataFeedElement.filter(isObject).map((element) => element.item));
  return [value];
}

/** Lists in graphs in lists: nobody nests them deeper. */
const DEEPEST = 5;

const isReview = ({ '@type': type }: Record<string, unknown>): boolean =>
  (Array.isArray(type) ? type : [type]).includes('ClaimReview');

/** The calendar day at the beginning of a date; anything else is handed on to be refused. */
const dayOf = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 10) : (value ?? ''));

/** Readings as our own export writes them, unchecked; other people's reviews have none. */
function readingsOf(about: unknown): Record<string, unknown>[] {
  return (Array.isArray(about) ? about : []).filter(isObject).flatMap((item) => {
    if (item['@type'] !== 'PropertyValue') return [];
    const { value, minValue, maxValue, unitText, description } = item;
    const figure = given({ value, low: minValue, high: maxValue, unit: unitText, said: description });
    return [
      given({
        proposition: item.propertyID,
        stance: item.name,
        figure: Object.keys(figure).length > 0 ? figure : undefined,
        readBy: item.measurementMethod,
      }),
    ];
  });
}

function recordOf(review: Record<string, unknown>): Record<string, unknown> {
  const claim = object(first(review.itemReviewed));
  const author = first(claim.author);
  const appearance = first(claim.firstAppearance ?? claim.appearance);
  const seen = isObject(appearance) ? (appearance.url ?? appearance['@id']) : appearance;
  const { dateCreated, datePublished } = claim;
  const basis = dateCreated === undefined ? 'published' : datePublished === undefined ? 'said' : '';
  const quote = text(claim.text);
  return {
    ...given({
      id: text(review.identifier),
      role: text(object(author).jobTitle),
      side: text(object(author).affiliation),
      place: text(claim.locationCreated),
      dateBasis: basis,
    }),
    speaker: text(author),
    date: dayOf(dateCreated ?? datePublished),
    quote,
    gist: quote ? text(claim.abstract) : text(review.claimReviewed),
    readings: readingsOf(claim.about),
    source: {
      // Where the words themselves can be seen goes before where they were reviewed.
      publisher: text(object(first(object(appearance).publisher))) || text(first(review.author)),
      url: seen ?? review.url,
      ...given({ published: dayOf(object(appearance).datePublished) }),
    },
  };
}

/** The ClaimReviews in a JSON-LD value, as records to be checked; an empty list if it holds none. */
export function claimReviews(value: unknown): Record<string, unknown>[] {
  return unfolded(value).filter(isReview).map(recordOf);
}

/** Blocks of JSON-LD in the text of a web page. */
const block = /<script[^>]*\btype\s*=\s*["']?application\/ld\+json\b[^>]*>([\s\S]*?)<\/script/gi;

/** The ClaimReviews that a web page carries about itself, for a page or a piece of one that was saved or copied. */
export function reviewsInPage(html: string): Record<string, unknown>[] {
  return [...html.matchAll(block)].flatMap(([, json = '']) => {
    try {
      return claimReviews(JSON.parse(json));
    } catch {
      // A damaged block among others: those that can be read count.
      return [];
    }
  });
}

const named = (type: string, name: string | undefined): object | undefined =>
  name ? { '@type': type, name } : undefined;

const toAbout = ({ proposition, stance, figure, readBy }: Reading): object =>
  given({
    '@type': 'PropertyValue',
    propertyID: proposition,
    name: stance,
    value: figure?.value,
    minValue: figure?.low,
    maxValue: figure?.high,
    unitText: figure?.unit,
    description: figure?.said,
    measurementMethod: readBy,
  });

/** A statement as a ClaimReview, without a rating: none is ours to give. Reading it gives the statement again. */
export const toReview = (s: Statement): object => ({
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  identifier: s.id,
  url: s.source.url,
  claimReviewed: s.gist || s.quote,
  ...given({ author: named('Organization', s.source.publisher) }),
  itemReviewed: given({
    '@type': 'Claim',
    author: given({
      '@type': 'Person',
      name: s.speaker,
      jobTitle: s.role,
      affiliation: named('Organization', s.side),
    }),
    // The day it was said, the day it appeared, or both where it is not known which.
    dateCreated: s.dateBasis === 'published' ? undefined : s.date,
    datePublished: s.dateBasis === 'said' ? undefined : s.date,
    text: s.quote,
    abstract: s.quote ? s.gist : undefined,
    locationCreated: named('Place', s.place),
    about: s.readings.length > 0 ? s.readings.map(toAbout) : undefined,
    appearance: given({
      '@type': 'CreativeWork',
      url: s.source.url,
      publisher: named('Organization', s.source.publisher),
      datePublished: s.source.published,
    }),
  }),
});
