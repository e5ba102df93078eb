/** A page report as Markdown (CommonMark). */
import { quoted, t } from '../i18n';
import type { PageReply } from '../messages';
import { type EvidenceView, type PassageView, reportView } from './view';
import { colophon, dated, headline, relationLine, speakerOf, stanceLine, whenLine } from './words';

/** Text that stays text: marks of Markdown and of HTML are escaped, line breaks become spaces. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** A link; without an address its words alone. Characters that would end the address are percent-encoded. */
export function linkMarkdown(words: string, url: string): string {
  if (!url) return escapeMarkdown(words);
  const safe = url.replace(/[\s<>()\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
  return `[${escapeMarkdown(words)}](${safe})`;
}

function item(view: EvidenceView, published: string | null): string {
  const { statement, name, role } = view;
  const lines = [
    `- **${relationLine(view).map(escapeMarkdown).join(', ')}** · ${escapeMarkdown(name)}${role ? ` (${escapeMarkdown(role)})` : ''}, ${whenLine(view, published)}`,
    ...(statement.quote ? [`  ${escapeMarkdown(quoted(statement.quote))}`] : []),
    ...(statement.gist ? [`  ${escapeMarkdown(statement.gist)}`] : []),
    `  *${escapeMarkdown(view.reason.map(({ text }) => text).join(''))}*`,
    `  ${linkMarkdown(statement.source.publisher || statement.source.url, view.link)}`,
  ];
  return lines.join('  \n');
}

function section(passage: PassageView, published: string | null, index: number): string {
  const parts = [
    `## ${index + 1}. ${escapeMarkdown(speakerOf(passage))}`,
    `> ${escapeMarkdown(passage.text)}`,
    passage.claims
      .map((c) => `${escapeMarkdown(stanceLine(passage, c.stance))} ${escapeMarkdown(c.claim)}`)
      .join('  \n'),
    passage.items.length === 0
      ? t('popupNothingEarlier')
      : passage.items.map((view) => item(view, published)).join('\n'),
  ];
  if (passage.sources.length > 0)
    parts.push(`### ${t('cardSource')}`, passage.sources.map((view) => item(view, published)).join('\n'));
  return parts.filter(Boolean).join('\n\n');
}

/** The report of a page as a Markdown document. `made` is the ISO day on which it is written. */
export function reportMarkdown(reply: PageReply, made: string): string {
  const view = reportView(reply);
  return `${[
    `# ${escapeMarkdown(view.title || t('reportTitle'))}`,
    ...(view.url ? [linkMarkdown(view.url, view.url)] : []),
    `**${headline(view)}.** ${dated(view)}`,
    ...view.passages.map((passage, index) => section(passage, view.published, index)),
    '---',
    colophon(made),
  ].join('\n\n')}\n`;
}
