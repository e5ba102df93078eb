/** Is a value a statement? Every fault is named with its field and what to do about it. Pure. */
import type { Figure, Reading, Stance, Statement } from '../types';

/** One fault of one row; rows count from 1, as a text editor counts lines. */
export interface RowFault {
  row: number;
  field: string;
  message: string;
  todo: string;
}

export interface Known {
  /** Ids that readings may name; absent: any. */
  propositions?: ReadonlySet<string>;
}

/** Longest texts that a record may hold, in characters. */
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
const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];

/** Is a text a real calendar day between 1900 and 2100, written YYYY-MM-DD? */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    !Number.isNaN(time) &&
    new Date(time).toISOString().slice(0, 10) === text &&
    text >= '1900-01-01' &&
    text <= '2100-12-31'
  );
}

/** Is a text an http or https address? */
export function isWebAddress(text: unknown): text is string {
  if (typeof text !== 'string' || text.length > LONGEST.url) return false;
  try {
    return /^https?:$/.test(new URL(text).protocol);
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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function checkFigure(value: unknown): Figure | string {
  if (!isObject(value)) return 'is no figure';
  const { low, high, value: one } = value;
  if (one !== undefined && !isNumber(one)) return 'has a value that is no number';
  if ((low !== undefined && !isNumber(low)) || (high !== undefined && !isNumber(high)))
    return 'has a low or high that is no number';
  if (one === undefined && low === undefined && high === undefined) return 'has neither a value nor low and high';
  if (isNumber(low) && isNumber(high) && low > high) return 'has a low above its high';
  const text = (key: 'unit' | 'said'): Partial<Figure> =>
    typeof value[key] === 'string' ? { [key]: (value[key] as string).slice(0, 200) } : {};
  return {
    ...(isNumber(one) ? { value: one } : {}),
    ...(isNumber(low) ? { low } : {}),
    ...(isNumber(high) ? { high } : {}),
    ...text('unit'),
    ...text('said'),
  };
}

function checkReadings(
  value: unknown,
  known: Known,
  fail: (field: string, message: string, todo: string) => void,
): Reading[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    fail('readings', 'is not a list.', 'Write [{"proposition":"…","stance":"affirms"}].');
    return [];
  }
  return value.flatMap((item, i): Reading[] => {
    const field = `readings[${i}]`;
    if (!isObject(item) || typeof item.proposition !== 'string' || item.proposition === '') {
      fail(`${field}.proposition`, 'is missing.', 'Name the id of a proposition.');
      return [];
    }
    if (known.propositions && !known.propositions.has(item.proposition)) {
      fail(
        `${field}.proposition`,
        `"${item.proposition.slice(0, 60)}" is not known.`,
        'Use the id of a proposition of an installed pack.',
      );
      return [];
    }
    if (!stances.includes(item.stance as Stance)) {
      fail(`${field}.stance`, 'is none of affirms, denies, hedges.', 'Use one of these three words.');
      return [];
    }
    const reading: Reading = { proposition: item.proposition, stance: item.stance as Stance };
    if (item.figure !== undefined && item.figure !== null) {
      const figure = checkFigure(item.figure);
      if (typeof figure === 'string')
        fail(`${field}.figure`, `${figure}.`, 'Give {"value":…} or {"low":…,"high":…} in the unit of the proposition.');
      else reading.figure = figure;
    }
    if (item.readBy === 'machine') reading.readBy = 'machine';
    return [reading];
  });
}

/** Checks one value. Returns the statement, with only the fields we know, or null when a fault was added to `faults`. */
export function checkStatement(value: unknown, row: number, known: Known, faults: RowFault[]): Statement | null {
  const before = faults.length;
  const fail = (field: string, message: string, todo: string): void => void faults.push({ row, field, message, todo });
  if (!isObject(value)) {
    fail('record', 'is no JSON object.', 'Write one record {…} a line.');
    return null;
  }
  const own = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
  const text = (key: keyof typeof LONGEST, from: (k: string) => unknown = own): string => {
    const raw = from(key);
    if (raw === undefined || raw === null) return '';
    if (typeof raw !== 'string') {
      fail(key, 'is not text.', 'Put it in quotation marks.');
      return '';
    }
    if (raw.length > LONGEST[key]) fail(key, `is longer than ${LONGEST[key]} characters.`, 'Shorten it.');
    return [...raw]
      .filter((c) => (c.codePointAt(0) as number) > 31 || c === '\n' || c === '\t')
      .join('')
      .trim();
  };
  const speaker = text('speaker');
  if (speaker === '' && !faults.slice(before).some((f) => f.field === 'speaker'))
    fail('speaker', 'is missing.', 'Say who made the statement.');
  const date = own('date');
  if (!isDay(date))
    fail(
      'date',
      date === undefined || date === '' ? 'is missing.' : `"${String(date).slice(0, 40)}" is not a day.`,
      'Write it as YYYY-MM-DD.',
    );
  const [quote, gist] = [text('quote'), text('gist')];
  if (quote === '' && gist === '') fail('quote', 'and gist are both empty.', 'Give the words or what was said.');
  const given = own('source');
  const source = isObject(given) ? given : {};
  const fromSource = (key: string): unknown => (Object.hasOwn(source, key) ? source[key] : undefined);
  const url = fromSource('url');
  if (!isWebAddress(url))
    fail(
      'source.url',
      url === undefined || url === '' ? 'is missing.' : 'is not an http or https address.',
      'Give the link where the statement can be checked.',
    );
  const published = fromSource('published');
  if (published !== undefined && published !== '' && published !== null && !isDay(published))
    fail('source.published', 'is not a day.', 'Write it as YYYY-MM-DD or leave it out.');
  const basis = own('dateBasis');
  if (basis !== undefined && basis !== 'said' && basis !== 'published')
    fail('dateBasis', 'is neither "said" nor "published".', 'Use one of the two or leave it out.');
  const readings = checkReadings(own('readings'), known, fail);
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
