/** Numbers in running text: digits, words, ranges, approximations, money, shares. Values only; units are judged by `figures.ts`. */

export interface NumberSpan {
  start: number;
  end: number;
  low: number;
  high: number;
  kind: 'percent' | 'money' | 'count';
  /** ISO 4217 code of money, where given. */
  currency?: string;
  /** The number is an ordinal, year or part of a date or a name, not an amount. */
  idle?: boolean;
}

const small: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
};
const scales: Record<string, number> = {
  hundred: 1e2,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const fractions: [RegExp, number][] = [
  [/\b(?:one|a)[ -]fifth\b|\bone in five\b|\bfifth of\b/giu, 20],
  [/\b(?:one|a)[ -]quarter\b|\bone in four\b/giu, 25],
  [/\b(?:one|a)[ -]third\b|\bone in three\b/giu, 33],
  [/\btwo[ -]thirds\b/giu, 67],
  [/\bthree[ -]quarters\b/giu, 75],
  [/\b(?:one|a)[ -]half of\b|\bhalf of\b|\bhalf the\b/giu, 50],
];
/** What one of them holds: most texts hold none. */
const anyFraction = /half|fifth|quarter|third|one in /i;
const word = `(?:${Object.keys(small).join('|')})`;
const amount = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|${word}(?:[- ]${word})?)`;
const scale = '(?:[ -]?(?:hundred|thousand|millions?|billion|trillion)|[ ]?(?:bn|mn|tn|[kmb])(?![\\p{L}\\p{N}]))';
const sign = '(?:US\\$|\\$|€|£|US dollars? )';
const joiner = '(?:\\s?(?:[–—-]|to|or|and)\\s?)';
const unit =
  '(?:\\s?%|[ -]?per[ -]?cent(?:age points)?\\b|\\s(?:US |American )?dollars?\\b|\\s?euros?\\b|\\s?pounds\\b)';
const shape = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${sign})?(${amount})(${scale}(?:\\s${scale})?)?(?:(${joiner})(${sign})?(${amount})(${scale})?)?(${unit})?(?![\\p{L}\\p{N}])`,
  'giu',
);
/** What every number holds: most texts hold none. */
const anyNumber = new RegExp(`\\d|(?<![A-Za-z0-9])${word}`, 'iu');
const currencies: [RegExp, string][] = [
  [/\$|dollar/i, 'USD'],
  [/€|euro/i, 'EUR'],
  [/£|pound/i, 'GBP'],
];

function plain(text: string): number | null {
  const low = text.toLowerCase();
  if (/^\d/.test(low)) return Number(low.replaceAll(',', ''));
  const parts = low.split(/[- ]/).map((part) => small[part]);
  if (parts.some((part) => part === undefined)) return null;
  if (parts.length === 2 && !((parts[0] as number) >= 20 && (parts[1] as number) < 10)) return null;
  return parts.reduce<number>((sum, part) => sum + (part as number), 0);
}

function times(text: string | undefined): number {
  if (!text) return 1;
  return text
    .toLowerCase()
    .split(/[ -]/)
    .filter(Boolean)
    .reduce((product, part) => product * (scales[part] ?? 1), 1);
}

const month =
  /^(?:\s|,)?\s?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;
const monthBefore =
  /(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)\s$/;

/** All numbers of a text, in order and without overlaps. Linear in the text. */
export function findNumbers(text: string): NumberSpan[] {
  const out: NumberSpan[] = [];
  for (const m of anyNumber.test(text) ? text.matchAll(shape) : []) {
    const start = m.index;
    const end = start + m[0].length;
    const one = plain(m[2] ?? '');
    if (one === null) continue;
    const money = currencies.find(([sort]) => sort.test(`${m[1] ?? ''}${m[5] ?? ''}${m[8] ?? ''}`));
    const percent = /%|cent/i.test(m[8] ?? '');
    const two = m[6] ? plain(m[6]) : null;
    // "two or three": one number as a range; "5 and 7" are two things, unless money or a share says otherwise.
    const range = two !== null && !(/and/.test(m[4] ?? '') && !/between\s$/i.test(text.slice(0, start)));
    const lowScale = times(m[3]) === 1 && m[7] ? times(m[7]) : times(m[3]);
    const low = one * lowScale;
    const high = range ? (two as number) * (m[7] ? times(m[7]) : times(m[3])) : low;
    const bare = !m[3] && !m[7] && !money && !percent;
    const year = bare && !range && /^(?:19|20)\d\d$/.test(m[2] ?? '');
    const idle =
      year ||
      (bare && (month.test(text.slice(end, end + 14)) || monthBefore.test(text.slice(Math.max(0, start - 11), start))));
    if (range && high < low) continue;
    out.push({
      start,
      end:
        range || two === null
          ? end
          : start +
            m[0].length -
            (m[4]?.length ?? 0) -
            (m[5]?.length ?? 0) -
            (m[6]?.length ?? 0) -
            (m[7]?.length ?? 0) -
            (m[8]?.length ?? 0),
      low,
      high,
      kind: percent ? 'percent' : money ? 'money' : 'count',
      ...(money ? { currency: money[1] } : {}),
      ...(idle ? { idle: true } : {}),
    });
  }
  const shares = anyFraction.test(text)
    ? fractions.flatMap(([sort, share]) =>
        [...text.matchAll(sort)].map(
          (m): NumberSpan => ({ start: m.index, end: m.index + m[0].length, low: share, high: share, kind: 'percent' }),
        ),
      )
    : [];
  // "one in three": the amounts within a share are none of their own.
  const apart = out.filter((n) => !shares.some((share) => n.start < share.end && share.start < n.end));
  return [...apart, ...shares].sort((a, b) => a.start - b.start);
}
