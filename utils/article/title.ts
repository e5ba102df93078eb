/** The article's title, without the name of the site. */

const clean = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** og:title, else the headline, else the document's title; a site name behind " | ", " - " or " – " is cut off. */
export function findTitle(document: Document, headline: string | undefined): string {
  const og = clean(document.querySelector('meta[property="og:title"], meta[name="og:title"]')?.getAttribute('content'));
  const title = og || clean(headline) || clean(document.title);
  const site = clean(document.querySelector('meta[property="og:site_name"]')?.getAttribute('content'));
  if (site && title.toLowerCase().endsWith(site.toLowerCase()))
    return title.slice(0, -site.length).replace(/[\s|\-–—:·]+$/, '') || title;
  const parts = title.split(/\s+[|–—-]\s+/);
  const last = parts.at(-1) as string;
  return parts.length > 1 && last.split(' ').length <= 4 && title.length - last.length > 20 && !og
    ? title.slice(0, title.length - last.length).replace(/[\s|\-–—]+$/, '')
    : title;
}
