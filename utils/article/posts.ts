/** Posts of a live blog, and articles that infinite scroll put behind the first: parts of a page with a time of their own. */
import type { BlockCache } from './cache';
import { parseDay } from './date';
import { all } from './dom';

/** The largest number of posts that are looked at one by one. */
const MOST = 5000;
/** So many words make an article of its own rather than a post or a teaser. */
const ARTICLE = 150;

/** Names of times that are an update's; WordPress calls one time "published updated". */
const stale = (names: string): boolean => /updat|modif/i.test(names) && !/publish/i.test(names);

/** The day of a post: its first time that is neither an update's nor part of a quotation. */
function dayOf(post: Element, today: string): string | null {
  const times = all(post, 'time[datetime], [itemprop="datePublished"]').filter((t) => !t.closest('blockquote'));
  const time = times.find((t) => !stale(`${t.getAttribute('class') ?? ''} ${t.getAttribute('itemprop') ?? ''}`));
  return parseDay((time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? '').slice(0, 25), today);
}

/** Days of a LiveBlogPosting's updates by the fragment of their addresses: posts often show the hour alone. */
function announced(document: Document, today: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const script of all(document, 'script[type="application/ld+json"]')) {
    const source = script.textContent ?? '';
    if (!source.includes('liveBlogUpdate')) continue;
    try {
      for (const node of [JSON.parse(source)].flat())
        for (const update of [node?.liveBlogUpdate ?? []].flat()) {
          const id = String(update?.url ?? update?.['@id'] ?? '').split('#')[1];
          const day = parseDay(String(update?.datePublished ?? ''), today);
          if (id && day) out.set(decodeURIComponent(id), day);
        }
    } catch {
      // Broken JSON-LD is common: the posts' own times are still there.
    }
  }
  return out;
}

/** Elements of one kind side by side, each with exactly one time: posts without any markup that says so. */
function repeated(container: Element): Element[] {
  const times = all(container, 'time[datetime]').slice(0, MOST);
  if (times.length < 3) return [];
  const units = new Map<Element, Element[]>();
  const counts = new Map<Element, number>();
  for (const time of times)
    for (let up = time.parentElement; up && up !== container; up = up.parentElement)
      counts.set(up, (counts.get(up) ?? 0) + 1);
  for (const time of times) {
    let unit: Element = time;
    for (let up = unit.parentElement; up && up !== container && counts.get(up) === 1; up = up.parentElement) unit = up;
    const { parentElement: parent } = unit;
    if (parent && unit !== time) units.set(parent, [...(units.get(parent) ?? []), unit]);
  }
  return [...units.values()].flatMap((list) => (list.length >= 3 ? list : []));
}

/**
 * The ISO day of every post under `container`; null for an article that is to be passed over, because it stands behind
 * another and does not say when it appeared: what is earlier than the page may be later than it.
 */
export function postsOf(
  document: Document,
  container: Element,
  today: string,
  cache: BlockCache,
): Map<Element, string | null> {
  const posts = new Map<Element, string | null>();
  const marked = all(container, '[itemprop~="liveBlogUpdate"], [itemtype*="BlogPosting"]');
  const nested = all(container, 'article').filter((a) => a !== container);
  // One alone is the article itself in a blog's markup.
  const likely = [...(marked.length > 1 ? marked : []), ...nested, ...repeated(container)].slice(0, MOST);
  for (const post of likely) {
    const day = dayOf(post, today);
    if (day) posts.set(post, day);
  }
  for (const [id, day] of announced(document, today)) {
    const post = document.getElementById(id);
    if (post && container.contains(post)) posts.set(post, day);
  }
  const long = nested.filter(
    (a) => all(a, 'p').reduce((sum, p) => sum + cache.wordsOf(p), 0) >= ARTICLE && !a.parentElement?.closest('article'),
  );
  for (const article of long.slice(1)) if (!posts.has(article)) posts.set(article, null);
  return posts;
}
