/** Made-up statements on a made-up claim, for the gallery. */
import type { CardModel } from '../../components/card/model';
import { cardOf } from '../../components/card/model';
import type { PageReply, StatementView, TimelineDot } from '../../utils/messages';
import type { Evidence, ReportPassage } from '../../utils/types';

export const statement = (
  id: string,
  { date = '2025-02-14', ...more }: Partial<StatementView> = {},
): StatementView => ({
  id,
  pack: 'sample',
  speaker: 'Ada Example',
  role: 'mayor',
  side: 'Harbour council',
  date,
  dateBasis: 'said',
  quote: 'the ferry is gone and will not come back',
  gist: 'Ada Example told the council that the ferry line had been given up.',
  readings: [{ proposition: 'ferry', stance: 'denies' }],
  place: 'Town hall',
  source: {
    publisher: 'The Harbour Gazette',
    url: 'https://gazette.example/ferry',
    published: date === '2025-02-14' ? '2025-02-15' : date,
  },
  ...more,
});

const FERRY = 'The ferry will sail again.';
const reasons: Record<Evidence['relation'], Evidence['reason']> = {
  contradicts: { code: 'apart', claim: FERRY, passage: 'affirms', statement: 'denies' },
  confirms: { code: 'alike', claim: FERRY, passage: 'affirms' },
  related: { code: 'apart', claim: FERRY, passage: 'affirms', statement: 'hedges' },
  same: { code: 'source' },
};
export const evidence = (id: string, more: Partial<Evidence> = {}): Evidence => ({
  statement: id,
  relation: 'contradicts',
  sameSpeaker: false,
  daysEarlier: 304,
  reason: reasons[more.relation ?? 'contradicts'],
  ...more,
});

const statements: StatementView[] = [
  statement('turned'),
  statement('agrees', {
    speaker: 'Bo Sample',
    role: 'harbour master',
    date: '2025-10-15',
    quote: 'in spring you will cross again',
    gist: '',
  }),
  statement('gist', {
    speaker: 'Ferry workers’ union',
    role: '',
    side: '',
    date: '2025-11-30',
    quote: '',
    gist: 'The union said that the crew would be hired again in January.',
    dateBasis: 'published',
    readings: [{ proposition: 'ferry', stance: 'affirms', readBy: 'machine' }],
  }),
  ...Array.from({ length: 4 }, (_, i) =>
    statement(`more-${i}`, {
      speaker: `Councillor ${i + 1}`,
      role: 'member of the council',
      date: `2024-0${i + 2}-10`,
    }),
  ),
  statement('open', {
    speaker: 'Cy Sample',
    date: '2025-06-01',
    quote: 'it depends on the money',
    readings: [{ proposition: 'ferry', stance: 'hedges' }],
  }),
  statement('source', { date: '2025-12-15', quote: 'the ferry will sail again in spring', gist: '' }),
];

const all: Evidence[] = [
  evidence('turned', { sameSpeaker: true }),
  evidence('agrees', { relation: 'confirms', daysEarlier: 61 }),
  evidence('gist', { relation: 'confirms', daysEarlier: 15 }),
  ...Array.from({ length: 4 }, (_, i) => evidence(`more-${i}`, { daysEarlier: 660 - 30 * i })),
  evidence('open', { relation: 'related', daysEarlier: 197 }),
  evidence('source', { relation: 'same', daysEarlier: 1 }),
];

export const passage = (more: Partial<ReportPassage> = {}): ReportPassage => ({
  id: 'p1',
  text: 'The ferry will sail again in spring, the mayor said on Monday.',
  start: 0,
  end: 62,
  kind: 'indirect',
  speaker: 'Ada Example',
  readings: [{ proposition: 'ferry', stance: 'affirms', figure: null, because: ['will sail again'] }],
  evidence: all,
  ...more,
});

/** A page's reply with these passages. */
export function reply(passages: ReportPassage[], published: string | null = '2025-12-15'): PageReply {
  const counted = (relation: string): number =>
    passages.reduce((sum, p) => sum + p.evidence.filter((e) => e.relation === relation).length, 0);
  return {
    report: {
      format: 'said-before-report',
      formatVersion: 1,
      page: {
        url: 'https://gazette.example/today',
        title: 'The ferry is to sail again',
        published,
        publishedFrom: published ? 'json-ld' : 'none',
        language: 'en',
        topical: true,
      },
      counts: {
        passages: passages.length,
        covered: passages.filter((p) => p.evidence.length > 0).length,
        contradicts: counted('contradicts'),
        confirms: counted('confirms'),
      },
      passages,
    },
    statements: Object.fromEntries(statements.map((s) => [s.id, s])),
    propositions: {
      ferry: { id: 'ferry', claim: FERRY, label: 'Ferry sails again', group: 'harbour' },
      toll: { id: 'toll', claim: 'The bridge toll will rise.', label: 'Toll rises', group: 'harbour' },
    },
  };
}

/** The card's model of one passage. */
export function model(more: Partial<ReportPassage> = {}, published: string | null = '2025-12-15'): CardModel {
  const own = passage(more);
  return cardOf(reply([own], published), own);
}

export const dots: TimelineDot[] = statements.flatMap(({ id, date, speaker, readings }) =>
  readings.map(({ stance }) => ({ statement: id, date, speaker, stance })),
);
