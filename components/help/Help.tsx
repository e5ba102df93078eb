/** How matching works, its limits with what was measured, and what is never done. Props in. */
import { longDay, number } from '../../utils/dates';
import { t, uiLanguage } from '../../utils/i18n';
import { RelationIcon } from '../icons';
import { StanceKey } from '../plots/StanceMark';

export interface Figures {
  /** ISO day of the measurement. */
  day: string;
  sets: readonly {
    name: string;
    precision: number;
    shown: number;
    recall: number;
    labelled: number;
    /** Share of right speakers; null where none were labelled. */
    speaker: number | null;
    voices: number;
  }[];
}

export interface HelpProps {
  figures: Figures;
  /** Keyboard commands as they are set in this browser ("": not set), with what they do. */
  keys: readonly { keys: string; does: string }[];
  /** Address of the welcome page. */
  welcome: string;
}

const sections = ['How', 'Relations', 'Limits', 'Neutral', 'Private', 'Keys', 'Formats'] as const;
type Section = (typeof sections)[number];

/** Sets that are about reading pages, in the order in which they are told; those whose errors were read are none of them. */
const told: readonly string[] = ['plain', 'own', 'examples'];

const List = ({ keys, ordered }: { keys: readonly string[]; ordered?: boolean }) => {
  const items = keys.map((key) => <li key={key}>{t(key)}</li>);
  return ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

function Relations() {
  return (
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('helpRelation')}</th>
          <th scope="col">{t('helpRelationWhen')}</th>
        </tr>
      </thead>
      <tbody>
        {(['contradicts', 'confirms', 'related', 'same'] as const).map((relation) => (
          <tr key={relation}>
            <th scope="row">
              <span class={`relation ${relation}`}>
                <RelationIcon relation={relation} />
                {t(`helpRelation_${relation}`)}
              </span>
            </th>
            <td>{t(`helpRelation_${relation}_when`)}</td>
          </tr>
        ))}
        {(['affirms', 'denies', 'hedges'] as const).map((stance) => (
          <tr key={stance}>
            <th scope="row">
              <StanceKey stance={stance} /> {t(`stance_${stance}`)}
            </th>
            <td>{t(`helpStance_${stance}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Measured({ figures }: { figures: Figures }) {
  const percent = (share: number): string =>
    new Intl.NumberFormat(uiLanguage(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const sets = told.flatMap((name) => figures.sets.filter((set) => set.name === name));
  if (sets.length === 0) return null;
  return (
    <>
      <p>{t('helpMeasured', longDay(figures.day))}</p>
      <table class="plain-table figures">
        <thead>
          <tr>
            <th scope="col">{t('helpSet')}</th>
            <th scope="col">{t('helpPrecision')}</th>
            <th scope="col">{t('helpRecall')}</th>
            <th scope="col">{t('helpVoice')}</th>
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <tr key={set.name}>
              <th scope="row" class="set">
                {t(`helpSet_${set.name}`)}
              </th>
              <td data-label={t('helpPrecision')}>{t('helpOf', percent(set.precision), number(set.shown))}</td>
              <td data-label={t('helpRecall')}>{t('helpOf', percent(set.recall), number(set.labelled))}</td>
              <td data-label={t('helpVoice')}>
                {set.speaker === null ? '–' : t('helpOf', percent(set.speaker), number(set.voices))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Keys({ keys }: Pick<HelpProps, 'keys'>) {
  return (
    <table class="plain-table">
      <tbody>
        {keys.map((line) => (
          <tr key={line.does}>
            <th scope="row">{line.keys === '' ? t('welcomeNoKey') : <kbd>{line.keys}</kbd>}</th>
            <td>{line.does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Body({ name, ...props }: HelpProps & { name: Section }) {
  switch (name) {
    case 'How':
      return <List keys={['helpHow1', 'helpHow2', 'helpHow3', 'helpHow4', 'helpHow5']} ordered />;
    case 'Relations':
      return <Relations />;
    case 'Limits':
      return (
        <>
          <List keys={['helpLimits1', 'helpLimits2', 'helpLimits3', 'helpLimits4']} />
          <Measured figures={props.figures} />
        </>
      );
    case 'Neutral':
      return <List keys={['helpNeutral1', 'helpNeutral2', 'helpNeutral3']} />;
    case 'Private':
      return <List keys={['helpPrivate1', 'helpPrivate2', 'helpPrivate3', 'helpPrivate4']} />;
    case 'Keys':
      return (
        <>
          <Keys keys={props.keys} />
          <p class="soft">{t('welcomeKeysNote')}</p>
        </>
      );
    case 'Formats':
      return <List keys={['helpFormats1', 'helpFormats2', 'helpFormats3']} />;
  }
}

export function Help(props: HelpProps) {
  return (
    <div class="sheet help">
      <h2>{t('optionsTab_help')}</h2>
      <p>
        <a href={props.welcome}>{t('helpWelcome')}</a>
      </p>
      {sections.map((name) => (
        <section key={name} id={name.toLowerCase()}>
          <h3>{t(`help${name}`)}</h3>
          <Body name={name} {...props} />
        </section>
      ))}
    </div>
  );
}
