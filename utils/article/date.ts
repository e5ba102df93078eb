/** The day an article was published, as the page states it. A wrong date is worse than none: doubt gives null. */
import type { DateBasis } from '../types';

export interface FoundDate {
  day: string | null;
  from: DateBasis;
}

const months = 'january february march april may june july august september october november december'.split(' ');
const DAY = 86_400_000;

/** An ISO day if year, month and day exist and lie between 1995 and `today` plus one day (time zones). */
function day(year: number, month: number, date: number, today: string): string | null {
  if (year < 1995 || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return null;
  return time <= Date.parse(today) + DAY ? iso : null;
}

/** The calendar day in a machine or human date, in the page's own time zone; null for anything else. */
export function parseDay(text: string, today: string): string | null {
  const value = text.trim();
  const iso =
    /^(\d{4})-(\d\d)-(\d\d)(?:[T\s]|$)/.exec(value) ??
    /^(\d{4})\/(\d\d)\/(\d\d)\b/.exec(value) ??
    /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?$/.exec(value);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), today);
  if (/^\d{13}$/.test(value) || /^\d{10}$/.test(value)) {
    const at = new Date(Number(value) * (value.length === 10 ? 1000 : 1));
    return day(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), today);
  }
  return spoken(value, today);
}

const month = `(${months.map((m) => `${m.slice(0, 3)}(?:${m.slice(3)})?`).join('|')}|sept)`;
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${month}\\.?,?\\s+(\\d{4})\\b`, 'i');
const monthFirst = new RegExp(
  `\\b${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:at\\s+[\\d:]+\\s*[ap]\\.?m\\.?,?\\s+)?(\\d{4})\\b`,
  'i',
);
const numberOf = (name: string): number => months.findIndex((m) => m.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** "15 December 2025", "Dec. 15, 2025". Numbers alone (12/11/2025) are read differently on two sides of an ocean: null. */
function spoken(text: string, today: string): string | null {
  const a = dayFirst.exec(text);
  if (a) return day(Number(a[3]), numberOf(a[2] as string), Number(a[1]), today);
  const b = monthFirst.exec(text);
  return b ? day(Number(b[3]), numberOf(b[1] as string), Number(b[2]), today) : null;
}

interface LdNode {
  '@type'?: unknown;
  '@graph'?: unknown;
  datePublished?: unknown;
  mainEntity?: unknown;
  headline?: unknown;
  url?: unknown;
}

const story =
  /(?:NewsArticle|ReportageNewsArticle|Article|BlogPosting|LiveBlogPosting|AnalysisNewsArticle|OpinionNewsArticle|Report)$/;

function* nodesOf(value: unknown, depth = 0): Generator<LdNode> {
  if (depth > 4 || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item, depth + 1);
    return;
  }
  const node = value as LdNode;
  yield node;
  yield* nodesOf(node['@graph'], depth + 1);
  yield* nodesOf(node.mainEntity, depth + 1);
}

const typesOf = (node: LdNode): string[] => [node['@type']].flat().filter((t): t is string => typeof t === 'string');

function fromJsonLd(document: Document, today: string): string | null {
  const found: { day: string; story: boolean }[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const source = (script.textContent ?? '').replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '');
    for (const node of parsed(source)) {
      const value = [node.datePublished].flat()[0];
      const iso = typeof value === 'string' ? parseDay(value, today) : null;
      if (iso) found.push({ day: iso, story: typesOf(node).some((t) => story.test(t)) });
    }
  }
  return (found.find((f) => f.story) ?? found[0])?.day ?? null;
}

function parsed(source: string): LdNode[] {
  try {
    return [...nodesOf(JSON.parse(source))];
  } catch {
    // Broken JSON-LD is common; the date alone can still be read when the block plainly describes one story.
    const dates = [...source.matchAll(/"datePublished"\s*:\s*"([^"]+)"/g)].map((m) => m[1]);
    return new Set(dates).size === 1 ? [{ '@type': 'NewsArticle', datePublished: dates[0] }] : [];
  }
}

const metaNames = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datePublished',
  'publishdate',
  'publish-date',
  'pubdate',
  'publication_date',
  'publish_date',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'dcterms.issued',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'published-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'cxenseparse:pmc-publish_date',
  'originalpublicationdate',
  'article_date_original',
  'citation_publication_date',
  'rbpubdate',
  'ptime',
  'iso-8601-publish-date',
  'bt:pubdate',
  'vr:published_time',
  'shareaholic:article_published_time',
  'last-published',
  'articlepublicationdate',
  'dateCreated',
];

function fromMeta(document: Document, today: string): string | null {
  const byName = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    // Some systems write "value" for "content".
    const content = meta.getAttribute('content') ?? meta.getAttribute('value');
    const key = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    if (key && content && !byName.has(key)) byName.set(key, content);
  }
  for (const name of metaNames) {
    const value = byName.get(name.toLowerCase());
    const iso = value ? parseDay(value, today) : null;
    if (iso) return iso;
  }
  return null;
}

function fromTime(document: Document, today: string): string | null {
  const marked = document.querySelector('[itemprop="datePublished"], time[pubdate]');
  const value = marked && (marked.getAttribute('datetime') ?? marked.getAttribute('content') ?? marked.textContent);
  const iso = value ? parseDay(value, today) : null;
  if (iso) return iso;
  const scope = document.querySelector('article') ?? document.querySelector('main') ?? document.body;
  const times = [...(scope?.querySelectorAll('time[datetime]') ?? [])].filter(
    (t) =>
      !/updat|modif/i.test(
        `${t.className} ${t.parentElement?.className ?? ''} ${t.parentElement?.textContent?.slice(0, 20) ?? ''}`,
      ),
  );
  return times[0] ? parseDay(times[0].getAttribute('datetime') as string, today) : null;
}

/** A day in the address: /2025/12/15/, /2025-12-15/, -20251215. */
export function fromUrl(url: string, today: string): string | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]+/i, '').split(/[?#]/)[0] as string;
  const m =
    /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/._-]|$)/.exec(path) ??
    /[/_-]((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?:[/._-]|$)/.exec(path);
  if (m) return day(Number(m[1]), Number(m[2]), Number(m[3]), today);
  const named = /\/((?:19|20)\d\d)\/([a-z]{3})\/(\d{1,2})\//i.exec(path);
  return named && numberOf(named[2] as string) > 0
    ? day(Number(named[1]), numberOf(named[2] as string), Number(named[3]), today)
    : null;
}

/** A date in the lines around the headline: short lines only, and none that speaks of an update. */
function fromText(head: readonly string[], today: string): string | null {
  for (const line of head) {
    if (line.length > 140 || /updated|modified|copyright|©/i.test(line.split(/publish/i)[0] ?? '')) continue;
    const found = spoken(line, today);
    if (found) return found;
  }
  return null;
}

const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY;

/**
 * The day of publication and where it came from, or null and "none". Sources in order: JSON-LD, meta, marked-up time,
 * address, text near the headline. Where the address names a day more than two before a machine-readable one, the page
 * was re-dated and the address is believed: a page taken for newer than it is would show statements that came after it.
 */
export function findDate(document: Document, url: string, head: readonly string[], today: string): FoundDate {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  const address = fromUrl(url, today) ?? fromUrl(canonical, today);
  const sources: [DateBasis, () => string | null][] = [
    ['json-ld', () => fromJsonLd(document, today)],
    ['meta', () => fromMeta(document, today)],
    ['time', () => fromTime(document, today)],
  ];
  for (const [from, read] of sources) {
    const found = read();
    if (!found) continue;
    return address && address < found && apart(address, found) > 2
      ? { day: address, from: 'url' }
      : { day: found, from };
  }
  if (address) return { day: address, from: 'url' };
  const text = fromText(head, today);
  return text ? { day: text, from: 'text' } : { day: null, from: 'none' };
}
