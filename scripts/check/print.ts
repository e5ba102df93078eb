/** Reports for people: what the command line prints without --json. */
import { earlierBy } from '../../utils/dates';
import { linkTo, publisherOf } from '../../utils/links';
import { reasonText } from '../../utils/reason-words';
import type { BuiltReport } from '../../utils/report';
import type { Evidence, Proposition, ReportPassage, Statement } from '../../utils/types';

const items = 5;

/** "2025-07-14, 5 months earlier", and what the day is where it is not the one on which it was said. */
function whenOf(evidence: Evidence, { date, dateBasis }: Statement, dated: boolean): string {
  const basis = dateBasis === 'published' ? ' (day of publication)' : '';
  return `${date}${basis}${dated ? `, ${earlierBy(evidence.daysEarlier)}` : ''}`;
}

const sourceOf = (statement: Statement): string =>
  [publisherOf(statement.source), linkTo(statement)].filter(Boolean).join(', ');

function itemLines(evidence: Evidence, s: Statement, dated: boolean): string {
  // The quote may carry another of the statement's claims than the one compared; the gist tells all of them.
  const words = [s.quote && `“${s.quote}”`, s.gist].filter(Boolean).join('  ');
  const reversal = evidence.sameSpeaker && evidence.relation === 'contradicts' ? ' (reversal)' : '';
  const sign = evidence.relation === 'contradicts' ? '≠' : '=';
  return `     ${sign} ${whenOf(evidence, s, dated)}  ${s.speaker}${reversal}: ${words}\n       ${reasonText(evidence.reason)} ${sourceOf(s)}`;
}

/** Statements on a passage; on a page without a date (`dated` false) none of them is called earlier. */
function evidenceLines(passage: ReportPassage, statements: Record<string, Statement>, dated: boolean): string[] {
  const of = ({ statement }: Evidence): Statement => statements[statement] as Statement;
  const source = passage.evidence.find((e) => e.relation === 'same');
  const shown = passage.evidence.filter((e) => e.relation === 'contradicts' || e.relation === 'confirms');
  const lines = shown.slice(0, items).map((e) => itemLines(e, of(e), dated));
  if (shown.length === 0) lines.push(dated ? '     no earlier statement known' : '     no other statement known');
  if (shown.length > items) lines.push(`     and ${shown.length - items} more`);
  if (source) lines.push(`     source of this quote: ${of(source).date}  ${sourceOf(of(source))}`);
  return lines;
}

/** A report as readable text. */
export function printReport(
  file: string,
  { report, statements }: BuiltReport,
  propositions: ReadonlyMap<string, Proposition>,
): string {
  const { page, counts, passages } = report;
  const dated = page.published !== null;
  const head = [
    `${page.title || file}`,
    page.published
      ? `published ${page.published} (${page.publishedFrom})`
      : 'article date unknown: nothing can be called earlier',
  ];
  if (!page.topical)
    return [
      ...head,
      page.language === '' || page.language.startsWith('en')
        ? 'Not about a topic of the packs: nothing was looked for.'
        : `Language "${page.language}": only English is read.`,
      '',
    ].join('\n');
  head.push(
    counts.passages === 0
      ? 'Nothing known: no claim of the packs was found.'
      : `${counts.passages} claims found, ${counts.covered} with ${dated ? 'earlier' : 'other'} statements (${counts.contradicts} contradict, ${counts.confirms} confirm)`,
  );
  const body = passages.flatMap((p) => [
    '',
    `${p.id.padEnd(4)} ${p.speaker ?? 'the reporter'}: ${p.text}`,
    ...p.readings.map(
      (r) =>
        `     ${r.stance} “${propositions.get(r.proposition)?.claim ?? r.proposition}”${r.figure?.said ? ` [${r.figure.said}]` : ''}  (${r.because.join(' … ')})`,
    ),
    ...evidenceLines(p, statements, dated),
  ]);
  return [...head, ...body, ''].join('\n');
}
