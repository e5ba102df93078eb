/** Is a value a statement? Every fault is named with its field and what to do about it. Pure. */
import type { Statement } from '../types';
import { checkReadings, forbiddenKey, isObject, isWhole } from './check-reading';
import type { Fail, RowFault } from './row-faults';
import { unquoted } from './unquoted';

export interface Known {
  /** Ids that readings may name; absent: any. */
  propositions?: ReadonlySet<string>;
}

/** Longest texts that a record may hold, in UTF-16 units. */
const LONGEST = {
  id: 200,
  speaker: 200,
  role: 300,
  side: 60,
  quote: 2000,
  gist: 2000,
  place: 300,
  publisher: 300,
  url: 2000,
};

/** Is a text a real calendar day between 1900 and 2100, written YYYY-MM-DD? */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text) || text > '2100-12-31') return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  // Day 0 of the next month is the last of this one.
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Is a text an http or https address, without a name and password in it? */
export function isWebAddress(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > LONGEST.url || /\s|\p{C}/u.test(text)) return false;
  try {
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

/** A stable id from who, when and what: the same record always gets the same one. */
export function idFor(speaker: string, date: string, words: string): string {
  const slug = (text: string): string =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
  let hash = 5381;
  for (const char of `${speaker}|${date}|${words}`) hash = ((hash * 33) ^ (char.codePointAt(0) as number)) >>> 0;
  return `${slug(speaker).slice(0, 40)}-${date}-${slug(words).split('-').slice(0, 4).join('-').slice(0, 40)}-${hash.toString(36)}`;
}

const UNTIDY = / {2}|[^\S ]|\p{Cc}/u;

/** One line without control characters: what tables show and keys are made of. */
const tidy = (text: string): string =>
  UNTIDY.test(text) || text.startsWith(' ') || text.endsWith(' ')
    ? text
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim()
    : text;

/** Checks one value. Returns the statement, with only the fields we know, or null when a fault was added to `faults`. */
export function checkStatement(value: unknown, row: number, known: Known, faults: RowFault[]): Statement | null {
  const before = faults.length;
  const fail: Fail = (field, code, ...args) =>
    void faults.push({ row, field, code, ...(args.length > 0 ? { args } : {}) });
  if (!isObject(value)) {
    fail('record', 'notObject');
    return null;
  }
  const given = Object.hasOwn(value, 'source') ? value.source : undefined;
  const source = isObject(given) ? given : {};
  const bad = forbiddenKey(value) ?? forbiddenKey(source);
  if (bad) fail('record', 'forbidden', bad);
  const own = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
  const fromSource = (key: string): unknown => (Object.hasOwn(source, key) ? source[key] : undefined);
  const text = (key: keyof typeof LONGEST, from: (k: string) => unknown = own): string => {
    const raw = from(key);
    if (raw === undefined || raw === null) return '';
    if (typeof raw !== 'string') fail(key, 'notText');
    else if (raw.length > LONGEST[key]) fail(key, 'tooLong', LONGEST[key]);
    else if (!isWhole(raw)) fail(key, 'damaged');
    else return tidy(raw);
    return '';
  };
  const speaker = text('speaker');
  if (speaker === '' && !faults.slice(before).some((f) => f.field === 'speaker')) fail('speaker', 'noSpeaker');
  const date = own('date');
  if (!isDay(date)) {
    if (date === undefined || date === null || date === '') fail('date', 'noDate');
    else fail('date', 'notDate', typeof date === 'object' ? '{…}' : String(date).slice(0, 40));
  }
  const [quote, gist] = [unquoted(text('quote')), text('gist')];
  if (quote === '' && gist === '' && !faults.slice(before).some((f) => f.field === 'quote' || f.field === 'gist'))
    fail('quote', 'noWords');
  if (given !== undefined && !isObject(given)) fail('source', 'notSource', '{"publisher":"…","url":"https://…"}');
  const url = fromSource('url');
  if (!isWebAddress(url)) fail('source.url', url === undefined || url === '' ? 'noLink' : 'notLink');
  const published = fromSource('published');
  if (published !== undefined && published !== '' && published !== null && !isDay(published))
    fail('source.published', 'notPublished');
  const basis = own('dateBasis');
  if (basis !== undefined && basis !== 'said' && basis !== 'published')
    fail('dateBasis', 'notBasis', 'said', 'published');
  const readings = checkReadings(own('readings'), known.propositions, fail);
  const publisher = text('publisher', fromSource);
  const id = text('id');
  const [role, side, place] = [text('role'), text('side'), text('place')];
  if (faults.length > before) return null;
  return {
    id: id || idFor(speaker, date as string, quote || gist),
    speaker,
    ...(role ? { role } : {}),
    ...(side ? { side } : {}),
    date: date as string,
    ...(basis ? { dateBasis: basis as 'said' | 'published' } : {}),
    quote,
    gist,
    readings,
    ...(place ? { place } : {}),
    source: { publisher, url: url as string, ...(isDay(published) ? { published } : {}) },
  };
}
