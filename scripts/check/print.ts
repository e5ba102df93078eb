/** Reports for people: what the command line prints without --json. */
import { reasonText } from '../../utils/reason-words';
import type { BuiltReport } from '../../utils/report';
import type { Proposition, ReportPassage, Statement } from '../../utils/types';

const items = 5;

function evidenceLines(passage: ReportPassage, statements: Record<string, Statement>): string[] {
  const shown = passage.evidence.filter((e) => e.relation === 'contradicts' || e.relation === 'confirms');
  if (shown.length === 0) return ['     no earlier statement known'];
  const lines = shown.slice(0, items).map((e) => {
    const s = statements[e.statement] as Statement;
    const words = s.quote ? `“${s.quote}”` : s.gist;
    return `     ${e.relation === 'contradicts' ? '≠' : '='} ${s.date}  ${s.speaker}${e.sameSpeaker && e.relation === 'contradicts' ? ' (reversal)' : ''}: ${words}\n       ${reasonText(e.reason)} ${s.source.publisher}, ${s.source.url}`;
  });
  return shown.length > items ? [...lines, `     and ${shown.length - items} more`] : lines;
}

/** A report as readable text. */
export function printReport(
  file: string,
  { report, statements }: BuiltReport,
  propositions: ReadonlyMap<string, Proposition>,
): string {
  const { page, counts, passages } = report;
  const head = [
    `${page.title || file}`,
    page.published
      ? `published ${page.published} (${page.publishedFrom})`
      : 'article date unknown: nothing can be called earlier',
  ];
  if (!page.topical)
    return [
      ...head,
      page.language === 'en'
        ? 'Not about a topic of the packs: nothing was looked for.'
        : `Language "${page.language}": only English is read.`,
      '',
    ].join('\n');
  head.push(
    counts.passages === 0
      ? 'Nothing known: no claim of the packs was found.'
      : `${counts.passages} claims found, ${counts.covered} with earlier statements (${counts.contradicts} contradict, ${counts.confirms} confirm)`,
  );
  const body = passages.flatMap((p) => [
    '',
    `${p.id.padEnd(4)} ${p.speaker ?? 'the reporter'}: ${p.text}`,
    ...p.readings.map(
      (r) =>
        `     ${r.stance} “${propositions.get(r.proposition)?.claim ?? r.proposition}”${r.figure?.said ? ` [${r.figure.said}]` : ''}  (${r.because.join(' … ')})`,
    ),
    ...evidenceLines(p, statements),
  ]);
  return [...head, ...body, ''].join('\n');
}
