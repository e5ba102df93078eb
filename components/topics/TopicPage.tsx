/** One speaker or one claim: who said what when, as a plot with a table behind it. Props in, events out. */
import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { longDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import { TopicChart } from './Chart';
import type { TopicRow } from './model';
import { TopicTable, type TopicTableProps } from './Table';

export interface TopicPageProps extends Pick<TopicTableProps, 'hrefOfRow' | 'hrefOfStatement'> {
  kind: 'speaker' | 'claim';
  title: string;
  /** Role and side of a person, or the group of a claim. */
  about: string;
  rows: readonly TopicRow[];
  /** Statements in all; more than in the rows when only the newest were read. */
  total: number;
  read: number;
  back: string;
  onSvg(plot: SVGSVGElement): void;
  onCsv(): void;
  onPrint(): void;
}

/** Rows with fewer points than this stand behind a button when there are many rows. */
const FEW = 2;
const MANY = 12;

export function TopicPage(props: TopicPageProps) {
  const { kind, rows, title, total, read } = props;
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const figure = useRef<HTMLElement>(null);
  const shown = all || rows.length <= MANY ? rows : rows.filter((row, i) => i < MANY || row.points.length > FEW * 2);
  const reversals = rows.reduce((sum, row) => sum + row.reversals, 0);
  const days = rows.flatMap((row) => row.points.map((point) => point.date)).sort();
  const facts = [
    tn('packStatements', total),
    ...(days[0] ? [t('topicSpan', longDay(days[0]), longDay(days.at(-1) as string))] : []),
    ...(reversals > 0 ? [tn('topicReversals', reversals)] : []),
  ];
  return (
    <article class={`topic ${kind}`} ref={figure}>
      <header>
        <a class="back" href={props.back}>
          {t('topicBack')}
        </a>
        <h2>{title}</h2>
        {props.about ? <p class="soft">{props.about}</p> : null}
        <p class="facts">
          {facts.map((fact) => (
            <Fragment key={fact}>
              <span>{fact}</span>{' '}
            </Fragment>
          ))}
        </p>
        {read < total ? <p class="soft">{t('topicNewest', String(read), String(total))}</p> : null}
        <div class="buttons">
          <button
            type="button"
            class="quiet"
            onClick={() => {
              const plot = figure.current?.querySelector<SVGSVGElement>('.topic-plot');
              if (plot) props.onSvg(plot);
            }}
          >
            {t('topicSvg')}
          </button>
          <button type="button" class="quiet" onClick={props.onCsv}>
            {t('optionsExportCsv')}
          </button>
          <button type="button" class="quiet" onClick={props.onPrint}>
            {t('topicPrint')}
          </button>
        </div>
      </header>
      <TopicChart rows={shown} title={title} onPoint={setChosen} />
      {shown.length < rows.length ? (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          {tn(kind === 'speaker' ? 'topicMoreClaims' : 'topicMoreSpeakers', rows.length - shown.length)}
        </button>
      ) : null}
      <TopicTable
        rows={rows}
        column={t(kind === 'speaker' ? 'optionsProposition' : 'optionsSpeaker')}
        caption={t('topicCaption', title)}
        hrefOfRow={props.hrefOfRow}
        hrefOfStatement={props.hrefOfStatement}
        chosen={chosen}
      />
      <p class="soft">{t('topicNote')}</p>
    </article>
  );
}
