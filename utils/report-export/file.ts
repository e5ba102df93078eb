/** A page report as a file: name, type and text. */
import { t } from '../i18n';
import type { PageReply } from '../messages';
import { writtenReport } from '../reason-words';
import { reportHtml } from './html';
import { reportMarkdown } from './markdown';

export type ReportFormat = 'json' | 'markdown' | 'html';
export const reportFormats: readonly ReportFormat[] = ['json', 'markdown', 'html'];

const kinds = {
  json: { extension: 'json', type: 'application/json' },
  markdown: { extension: 'md', type: 'text/markdown' },
  html: { extension: 'html', type: 'text/html' },
} as const;

export interface ReportFile {
  name: string;
  type: string;
  text: string;
}

/** A name for the file: day of the article and host, without anything a file system refuses. */
export function reportName({ report }: PageReply, extension: string): string {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(report.page.url)?.[1] ?? 'page';
  return `said-before-${report.page.published ?? t('popupUndatedFile')}-${host.replace(/[^\p{L}\p{N}.-]/gu, '')}.${extension}`;
}

/** The report in a format. JSON is the contract of docs/formats.md, to the letter. */
export function reportFile(
  reply: PageReply,
  format: ReportFormat,
  options: { made: string; styles: string; direction?: 'ltr' | 'rtl' },
): ReportFile {
  const { extension, type } = kinds[format];
  const text =
    format === 'json'
      ? `${JSON.stringify(writtenReport(reply.report), null, 2)}\n`
      : format === 'markdown'
        ? reportMarkdown(reply, options.made)
        : reportHtml(reply, options.made, options.styles, options.direction);
  return { name: reportName(reply, extension), type, text };
}
