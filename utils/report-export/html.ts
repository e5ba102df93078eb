/** A page report as one HTML file: no script, nothing loaded, made to be printed. */
import { GENERATOR } from '../gate';
import { quoted, t, uiLanguage } from '../i18n';
import type { PageReply } from '../messages';
import { type EvidenceView, type PassageView, type ReportView, reportView } from './view';
import { colophon, dated, headline, relationLine, speakerOf, stanceLine, whenLine } from './words';

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Text that stays text inside elements and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => marks[c] as string);

const link = (words: string, url: string): string =>
  url ? `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(words)}</a>` : escapeHtml(words);

/** The address for paper: without the part that only makes a browser scroll to the words. */
const printed = (url: string): string =>
  url ? ` <span class="printed">${escapeHtml(url.replace(/#?:~:text=.*$/, ''))}</span>` : '';

/** The shapes of the relations (docs/style.md), so that colour never speaks alone. */
const shape: Record<string, string> = { contradicts: '≠', confirms: '=', related: '≈', same: '”' };

/** What a part of the document needs to know of the whole. */
type Whole = Pick<ReportView, 'published' | 'language'>;

const said = ({ language }: { language: string }): string => ` lang="${escapeHtml(language)}"`;

function item(view: EvidenceView, whole: Whole): string {
  const { statement, relation, name, role } = view;
  const [word, ...tags] = relationLine(view) as [string, ...string[]];
  return `<li class="${relation}">
<p class="top"><b class="relation"><span aria-hidden="true">${shape[relation]}</span> ${escapeHtml(word)}</b>${tags.map((tag) => ` <span class="tag">${escapeHtml(tag)}</span>`).join('')} <time datetime="${escapeHtml(statement.date)}">${escapeHtml(whenLine(view, whole.published))}</time></p>
<p><b>${escapeHtml(name)}</b>${role ? ` <span class="soft">${escapeHtml(role)}</span>` : ''}</p>
${statement.quote ? `<blockquote${said(whole)}>${escapeHtml(quoted(statement.quote))}</blockquote>` : ''}
${statement.gist ? `<p class="gist"${said(whole)}>${escapeHtml(statement.gist)}</p>` : ''}
<p class="soft">${view.reason.map(({ text, given, language = whole.language }) => (given ? `<span${said({ language })}>${escapeHtml(text)}</span>` : escapeHtml(text))).join('')}</p>
<p class="source">${link(statement.source.publisher || statement.source.url, view.link)}${printed(view.link)}</p>
</li>`;
}

const list = (items: readonly EvidenceView[], whole: Whole): string =>
  `<ul>${items.map((view) => item(view, whole)).join('\n')}</ul>`;

function section(passage: PassageView, whole: Whole): string {
  return `<section id="${escapeHtml(passage.id)}">
<h2>${escapeHtml(speakerOf(passage))}</h2>
<blockquote class="passage"${said(whole)}>${escapeHtml(passage.text)}</blockquote>
${passage.claims.map((c) => `<p class="claim"><span class="soft">${escapeHtml(stanceLine(passage, c.stance))}</span> <span${said(c)}>${escapeHtml(c.claim)}</span></p>`).join('\n')}
${passage.items.length > 0 ? list(passage.items, whole) : `<p class="soft">${escapeHtml(t('popupNothingEarlier'))}</p>`}
${passage.sources.length > 0 ? `<h3>${escapeHtml(t('cardSource'))}</h3>${list(passage.sources, whole)}` : ''}
</section>`;
}

/**
 * The report of a page as an HTML document. `styles` is its stylesheet (ours, never a page's); `made` the ISO day on
 * which it is written; `direction` the interface's writing direction.
 */
export function reportHtml(reply: PageReply, made: string, styles: string, direction: 'ltr' | 'rtl' = 'ltr'): string {
  const view = reportView(reply);
  const title = view.title || t('reportTitle');
  return `<!doctype html>
<html lang="${escapeHtml(uiLanguage())}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${GENERATOR}">
<title>${escapeHtml(`${title} · ${t('name')}`)}</title>
<style>${styles.replace(/<\/style/gi, '<\\/style')}</style>
</head>
<body>
<header>
<p class="soft">${escapeHtml(t('reportTitle'))}</p>
<h1>${escapeHtml(title)}</h1>
${view.url ? `<p class="address">${link(view.url, view.url)}</p>` : ''}
<p class="headline">${escapeHtml(headline(view))}</p>
<p class="soft">${escapeHtml(dated(view))}</p>
</header>
<main>
${view.passages.map((passage) => section(passage, view)).join('\n')}
</main>
<footer class="soft">${escapeHtml(colophon(made))}</footer>
</body>
</html>
`;
}
