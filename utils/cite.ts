/** Citations to paste: speaker, words, day, publisher and link. Pure. */
import { longDay } from './dates';
import { quoted, t } from './i18n';
import { linkTo, publisherOf } from './links';
import type { Statement } from './types';

export interface Citation {
  text: string;
  markdown: string;
  html: string;
}

const inHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const inMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
const address = (url: string): string => url.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** One statement as plain text, Markdown and HTML; words of ours instead of a quotation are said to be ours. */
export function cite(statement: Statement): Citation {
  const { speaker, role, date, dateBasis, quote, gist, source } = statement;
  const words = quote ? quoted(quote) : t('citeGist', gist);
  const by = role ? `, ${role}` : '';
  const day = t(dateBasis === 'published' ? 'citePublished' : 'citeSaid', longDay(date));
  // In some languages a date ends in a full stop of its own.
  const stop = day.endsWith('.') ? '' : '.';
  const publisher = publisherOf(source);
  const link = linkTo(statement);
  return {
    text: `${words} — ${speaker}${by}, ${day}${stop} ${publisher}, ${link}`,
    markdown: `${inMarkdown(words)} — **${inMarkdown(speaker)}**${inMarkdown(by)}, ${inMarkdown(day)}${stop} [${inMarkdown(publisher)}](${address(link)})`,
    html: `<blockquote cite="${inHtml(source.url)}"><p>${inHtml(words)}</p></blockquote><p>— <b>${inHtml(speaker)}</b>${inHtml(by)}, <time datetime="${inHtml(date)}">${inHtml(day)}</time>${stop} <a href="${inHtml(link)}">${inHtml(publisher)}</a></p>`,
  };
}
