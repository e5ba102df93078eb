/** A made-up passage and its card, for the preview. */
import { t, uiLanguage } from '../../../utils/i18n';
import type { StatementView } from '../../../utils/messages';
import type { Settings } from '../../../utils/settings';
import type { Reason } from '../../../utils/types';
import type { CardItem, CardModel } from '../../card/model';

export type SampleKind = 'contradicts' | 'confirms' | 'mixed';

export interface SampleSentence {
  text: string;
  kind: SampleKind | null;
}

/** The sample's sentences; those with a kind are passages with earlier statements. */
export const sampleText = (): SampleSentence[] => [
  { text: t('previewSentenceOne'), kind: 'mixed' },
  { text: t('previewSentenceTwo'), kind: 'contradicts' },
  { text: t('previewSentenceThree'), kind: 'confirms' },
  { text: t('previewSentenceFour'), kind: null },
];

/** The kind of mark that a passage gets under these settings, or null for none. */
export function shownKind(kind: SampleKind | null, { show, quiet }: Settings): SampleKind | null {
  if (kind === null || quiet) return null;
  if (kind !== 'mixed') return show[kind] ? kind : null;
  if (show.contradicts && show.confirms) return 'mixed';
  return show.contradicts ? 'contradicts' : show.confirms ? 'confirms' : null;
}

function item(relation: 'contradicts' | 'confirms', daysEarlier: number, date: string, quote: string): CardItem {
  const statement: StatementView = {
    id: `sample-${relation}`,
    pack: 'sample',
    speaker: t('previewSpeaker'),
    role: t('previewRole'),
    date,
    quote,
    gist: '',
    readings: [],
    source: { publisher: t('previewPublisher'), url: 'https://gazette.example/ferry' },
  };
  const claim = t('previewClaim');
  const reason: Reason =
    relation === 'contradicts'
      ? { code: 'apart', claim, passage: 'affirms', statement: 'denies' }
      : { code: 'alike', claim, passage: 'affirms' };
  return {
    evidence: { statement: statement.id, relation, sameSpeaker: true, daysEarlier, reason },
    statement,
    reversal: relation === 'contradicts',
    machine: false,
    name: t('previewSpeaker'),
    role: t('previewRole'),
    side: '',
    language: uiLanguage(),
    claim: 'sample',
  };
}

/** The card of one sample passage. */
export function sampleCard(sentence: SampleSentence, { show }: Settings): CardModel {
  const both = [
    item('contradicts', 304, '2025-02-14', t('previewQuoteContradicts')),
    item('confirms', 61, '2025-10-15', t('previewQuoteConfirms')),
  ].filter(({ evidence: { relation } }) => sentence.kind === 'mixed' || sentence.kind === relation);
  const of = (relation: 'contradicts' | 'confirms') => both.filter((one) => one.evidence.relation === relation);
  const left = (relation: 'contradicts' | 'confirms') => (show[relation] ? [] : of(relation));
  return {
    page: {
      url: 'https://gazette.example/today',
      title: t('previewStory'),
      published: '2025-12-15',
      publishedFrom: 'json-ld',
      language: uiLanguage(),
      topical: true,
    },
    passage: {
      id: 'sample',
      text: sentence.text,
      start: 0,
      end: sentence.text.length,
      kind: 'indirect',
      speaker: t('previewSpeaker'),
      readings: [],
      evidence: both.map(({ evidence }) => evidence),
    },
    speaker: t('previewSpeaker'),
    claims: [
      {
        id: 'sample',
        claim: t('previewClaim'),
        label: t('previewClaim'),
        language: uiLanguage(),
        pack: t('previewClaim'),
        stance: 'affirms',
        because: [],
      },
    ],
    items: both.filter(({ evidence: { relation } }) => show[relation as 'contradicts']),
    left: { contradicts: left('contradicts'), confirms: left('confirms') },
    related: [],
    sources: [],
    counts: { contradicts: of('contradicts').length, confirms: of('confirms').length },
    published: '2025-12-15',
  };
}
