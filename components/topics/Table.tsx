/** The table behind the plot: every statement, by day. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { longDay, number, shortDay } from '../../utils/dates';
import { figureText } from '../../utils/figures';
import { quoted, t, tn } from '../../utils/i18n';
import { linkTo } from '../../utils/links';
import { StanceKey } from '../plots/StanceMark';
import { linesOf, type TableLine, type TopicRow } from './model';

export interface TopicTableProps {
  rows: readonly TopicRow[];
  /** What the second column is called. */
  column: string;
  caption: string;
  hrefOfRow(id: string): string;
  hrefOfStatement(id: string): string;
  /** Statements to bring into view and mark. */
  chosen: readonly string[];
}

/** Rows that are made at first; a table of thousands is made when asked for. */
const FIRST = 150;

function Line({ line, props, marked }: { line: TableLine; props: TopicTableProps; marked: boolean }) {
  const { statement: s, stance, figure, reverses, row } = line;
  return (
    <tr class={marked ? 'marked' : undefined} data-statement={s.id}>
      <td>
        <time dateTime={s.date}>{shortDay(s.date)}</time>
      </td>
      <td>
        <a href={props.hrefOfRow(row.id)}>{row.name}</a>
        {row.about ? <span class="soft about"> {row.about}</span> : null}
      </td>
      <td>
        <StanceKey stance={stance} /> {t(`stance_${stance}`)}
        {figure ? <span class="figure">{figureText(figure)}</span> : null}
        {reverses ? (
          <span class="turned">
            <span class="tag">{t('cardReversal')}</span>{' '}
            <span class="since">{t('topicReverses', longDay(reverses.date))}</span>
          </span>
        ) : null}
      </td>
      <td>
        <a class="words" href={props.hrefOfStatement(s.id)}>
          {s.quote ? quoted(s.quote) : s.gist}
        </a>
        {s.quote && s.gist ? <span class="soft gist">{s.gist}</span> : null}
      </td>
      <td>
        <a href={linkTo(s)} target="_blank" rel="noopener noreferrer">
          {s.source.publisher || s.source.url}
        </a>
      </td>
    </tr>
  );
}

export function TopicTable(props: TopicTableProps) {
  const { rows, chosen } = props;
  const [oldestFirst, setOldestFirst] = useState(false);
  const [all, setAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const lines = linesOf(rows, oldestFirst);
  const marked = new Set(chosen);
  const shown = all || chosen.length > 0 ? lines : lines.slice(0, FIRST);
  useEffect(() => {
    if (chosen[0] === undefined) return;
    body.current?.querySelector('.marked')?.scrollIntoView({ block: 'center' });
  }, [chosen]);
  return (
    <>
      <table class="topic-table">
        <caption class="unseen">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={oldestFirst ? 'ascending' : 'descending'}>
              <button type="button" class="link" onClick={() => setOldestFirst(!oldestFirst)}>
                {t('optionsDate')} <span aria-hidden="true">{oldestFirst ? '↑' : '↓'}</span>
              </button>
            </th>
            <th scope="col">{props.column}</th>
            <th scope="col">{t('optionsStance')}</th>
            <th scope="col">{t('topicWords')}</th>
            <th scope="col">{t('topicSource')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map((line) => (
            <Line
              key={`${line.statement.id}${line.row.id}`}
              line={line}
              props={props}
              marked={marked.has(line.statement.id)}
            />
          ))}
        </tbody>
      </table>
      {shown.length < lines.length ? (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          {tn('topicAllRows', lines.length)}
        </button>
      ) : null}
      <p class="unseen" role="status">
        {chosen.length > 0 ? tn('topicChosen', chosen.length, number(chosen.length)) : ''}
      </p>
    </>
  );
}
