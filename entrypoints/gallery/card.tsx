/** The card in all its states. */
import { Card, type CardProps } from '../../components/card/Card';
import css from '../../components/card/card.css?inline';
import type { ClaimTimeline } from '../../components/card/model';
import { cardOf } from '../../components/card/model';
import tokens from '../../components/tokens.css?inline';
import { ShadowBox } from '../../components/ui/ShadowBox';
import { t } from '../../utils/i18n';
import { wrongMatchText } from '../../utils/wrong-match';
import frame from './gallery.css?inline';
import { dots, evidence, model, passage, reply, statement } from './sample';
import { type GalleryState, idle } from './state';

const styles = `${tokens}\n${css}\n${frame}`;
const line: ClaimTimeline = { id: 'ferry', stance: 'affirms', dots };

function view(props: Partial<CardProps> = {}, width = 400) {
  const all: CardProps = {
    model: model(),
    timelines: [line],
    showRelated: false,
    pinned: false,
    notice: null,
    wrong: null,
    onPin: idle,
    onClose: idle,
    onCopy: idle,
    onMute: idle,
    onWrong: idle,
    onNotAbout: idle,
    onAll: idle,
    ...props,
  };
  return (
    <ShadowBox css={styles} class="stage-card">
      <div style={{ inlineSize: `${width}px` }} role="dialog" aria-label={t('cardTitle')}>
        <Card {...all} />
      </div>
    </ShadowBox>
  );
}

const inside = (root: ParentNode): ShadowRoot => root.querySelector('.stage-card')?.shadowRoot as ShadowRoot;
const press = (root: ParentNode, selector: string): void => inside(root).querySelector<HTMLElement>(selector)?.click();

const two = passage({
  readings: [
    { proposition: 'ferry', stance: 'affirms', figure: null, because: ['will sail again'] },
    { proposition: 'toll', stance: 'denies', figure: null, because: ['no higher toll'] },
  ],
  evidence: [
    evidence('turned', { sameSpeaker: true }),
    evidence('agrees', { relation: 'confirms', daysEarlier: 61 }),
    ...['more-0', 'more-1', 'more-2'].map((id) =>
      evidence(id, {
        daysEarlier: 600,
        reason: { code: 'apart', claim: 'The bridge toll will rise.', passage: 'denies', statement: 'affirms' },
      }),
    ),
  ],
});
const lines: ClaimTimeline[] = [line, { ...line, id: 'toll', stance: 'denies' }];
const long = passage({
  speaker: 'The Honourable Representative of the Harbour Workers’ Cooperative, Maximiliane Musterfrau-Beispielhaft',
  evidence: [
    evidence('long', {
      reason: {
        code: 'apart',
        claim:
          'The ferry will sail again, which is a long claim, and it goes on for more than two lines so that it must wrap.',
        passage: 'affirms',
        statement: 'denies',
      },
    }),
  ],
});
const longReply = reply([long]);
longReply.statements.long = statement('long', {
  speaker: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  role: 'society of subordinate officials of the head office management of the electrical services',
  quote:
    'we have always said and shall always say that nobody who lives on this shore must wait longer than anybody who lives on the other one',
  source: {
    publisher: 'An Exceptionally Long-Named Newspaper of Record and Its Evening Edition',
    url: 'https://a.example/',
  },
});

const state = (id: string, shown: () => ReturnType<typeof view>, more: Partial<GalleryState> = {}): GalleryState => ({
  id: `card-${id}`,
  width: 400,
  css: [tokens, frame],
  view: shown,
  ...more,
});

export const cardStates: GalleryState[] = [
  state('full', () => view()),
  state('all', () => view({ showRelated: true }), { act: (root) => press(root, '.more') }),
  state('list', () => view(), { act: (root) => press(root, 'summary') }),
  state('day', () => view({ timelines: [] }), { act: (root) => press(root, '.when') }),
  state('menu', () => view({ timelines: [] }), { act: (root) => press(root, '.menu button') }),
  state('pinned', () => view({ pinned: true, timelines: [], notice: { text: 'Copied with its source.' } })),
  state('undated', () => view({ model: model({}, null) })),
  state('related-only', () =>
    view({ model: model({ evidence: [evidence('open', { relation: 'related' })] }), timelines: [] }),
  ),
  state('occasion', () => {
    const own = passage({ evidence: [] });
    const answer = reply([own]);
    const { ferry } = answer.propositions;
    if (ferry) answer.propositions.ferry = { ...ferry, windowDays: 30 };
    return view({ model: cardOf(answer, own) });
  }),
  state('source-only', () =>
    view({ model: model({ evidence: [evidence('source', { relation: 'same', daysEarlier: 1 })] }), timelines: [] }),
  ),
  state('hidden', () =>
    view({
      model: model({ readings: [], evidence: [] }),
      timelines: [],
      pinned: true,
      notice: { text: 'Taken as not about “The ferry will sail again”.', undo: idle },
    }),
  ),
  state('left-out', () => {
    const own = passage();
    return view({
      model: cardOf(reply([own]), own, { contradicts: true, confirms: false, related: false }),
      timelines: [],
    });
  }),
  state('two-claims', () => view({ model: cardOf(reply([two]), two), timelines: lines })),
  state('second-claim', () => view({ model: cardOf(reply([two]), two), timelines: lines }), {
    act: (root) => press(root, '[role=tab][aria-selected=false]'),
  }),
  state('nobody', () =>
    view({ model: model({ speaker: null, evidence: [evidence('agrees', { relation: 'confirms' })] }), timelines: [] }),
  ),
  state('long', () => view({ model: cardOf(longReply, long), timelines: [] })),
  state('wrong', () => {
    const own = passage();
    const wrong = {
      page: reply([own]).report.page,
      passage: own,
      claims: model().claims,
      match: model().items[0] ?? null,
      version: '1.0',
    };
    return view({ wrong: { text: wrongMatchText(wrong), onText: idle, onCopy: idle, onSave: idle, onBack: idle } });
  }),
  state('narrow', () => view({}, 288), { width: 288 }),
  state('rtl', () => view({ timelines: [] }), { rtl: true }),
];
