/** An invented passage with invented earlier statements, so that the real card can be tried before any page was read. */
import { t, uiLanguage } from '../../utils/i18n';
import type { PageReply, StatementView, TimelineDot } from '../../utils/messages';
import type { Stance } from '../../utils/types';

const PROPOSITION = 'sample';
const PUBLISHED = '2026-03-10';

/** Days and stances of the sample's plot. */
const plot: readonly [string, Stance][] = [
  ['2024-02-03', 'affirms'],
  ['2024-09-20', 'affirms'],
  ['2025-02-11', 'hedges'],
  ['2025-05-12', 'denies'],
  ['2025-07-08', 'denies'],
  ['2026-01-20', 'affirms'],
];

/** The sample's report. `source` is the address that stands for the articles it would link to. */
export function sampleReply(source: string): PageReply {
  const statement = (id: string, date: string, stance: Stance, who: string, role: string): StatementView => ({
    id,
    pack: '',
    speaker: t(who),
    role: t(role),
    date,
    dateBasis: 'said',
    quote: t(`${id}Quote`),
    gist: '',
    readings: [{ proposition: PROPOSITION, stance }],
    source: { publisher: t('sampleSource'), url: source, published: date },
  });
  const statements = [
    statement('sampleBefore', '2025-07-08', 'denies', 'sampleMayor', 'sampleMayorRole'),
    statement('sampleEngineer', '2026-01-20', 'affirms', 'sampleEngineerName', 'sampleEngineerRole'),
  ];
  return {
    report: {
      format: 'said-before-report',
      formatVersion: 1,
      page: {
        url: source,
        title: t('sampleTitle'),
        published: PUBLISHED,
        publishedFrom: 'given',
        // The invented story is told in the reader's language.
        language: uiLanguage(),
        topical: true,
      },
      counts: { passages: 1, covered: 1, contradicts: 1, confirms: 1 },
      passages: [
        {
          id: 'sample',
          text: t('samplePassage'),
          start: 0,
          end: t('samplePassage').length,
          kind: 'direct',
          speaker: t('sampleMayor'),
          readings: [{ proposition: PROPOSITION, stance: 'affirms', figure: null, because: [t('sampleBecause')] }],
          evidence: [
            {
              statement: 'sampleBefore',
              relation: 'contradicts',
              sameSpeaker: true,
              daysEarlier: 245,
              reason: { code: 'apart', claim: t('sampleClaim'), passage: 'affirms', statement: 'denies' },
            },
            {
              statement: 'sampleEngineer',
              relation: 'confirms',
              sameSpeaker: false,
              daysEarlier: 49,
              reason: { code: 'alike', claim: t('sampleClaim'), passage: 'affirms' },
            },
          ],
        },
      ],
    },
    statements: Object.fromEntries(statements.map((s) => [s.id, s])),
    propositions: { [PROPOSITION]: { id: PROPOSITION, claim: t('sampleClaim'), group: '' } },
  };
}

/** The statements of the sample's plot. */
export const sampleDots = (): TimelineDot[] =>
  plot.map(([date, stance], i) => ({ statement: `sample${i}`, date, speaker: t('sampleMayor'), stance }));
