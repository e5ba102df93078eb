/** Links that land on a statement's words, and citations to paste. Pure. */
import type { Statement } from './types';

/** Words before the first mark that pages set in different ways: fragments match literally, so quotes and apostrophes are avoided. */
const plain = /^[\p{L}\p{N}]+$/u;

/** A text directive for a quotation, or "" when no stretch of four plain words can be found in it. */
export function textDirective(quote: string): string {
  const words = quote.split(/\s+/);
  let best: string[] = [];
  let run: string[] = [];
  for (const word of [...words, '’']) {
    if (plain.test(word)) run.push(word);
    else {
      if (run.length > best.length) best = run;
      run = [];
    }
  }
  if (best.length < 4) return '';
  return `:~:text=${encodeURIComponent(best.slice(0, 8).join(' ')).replaceAll('-', '%2D')}`;
}

/** The source's address, jumping to the words where the browser can. */
export function linkTo(statement: Pick<Statement, 'quote' | 'source'>): string {
  const directive = textDirective(statement.quote);
  if (!directive) return statement.source.url;
  const [base, hash] = statement.source.url.split('#');
  return `${base}#${hash ?? ''}${directive}`;
}

export interface Citation {
  text: string;
  markdown: string;
  html: string;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Speaker, words, day, publisher and link, as plain text, Markdown and HTML. */
export function cite(statement: Statement): Citation {
  const { speaker, date, quote, gist, source } = statement;
  const said = quote ? `“${quote}”` : gist;
  const link = linkTo(statement);
  return {
    text: `${speaker}, ${date}: ${said} (${source.publisher}, ${source.url})`,
    markdown: `${speaker}, ${date}: ${said} ([${source.publisher}](${link}))`,
    html: `${escaped(speaker)}, ${date}: ${escaped(said)} (<a href="${escaped(link)}">${escaped(source.publisher)}</a>)`,
  };
}
