/** The table of statements: only the rows in view exist, so that its length costs nothing. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, uiLanguage } from '../../utils/i18n';
import type { StatementView } from '../../utils/messages';

/** Height of a row in CSS pixels; the stylesheet holds it to that. */
const ROW = 56;
/** Rows made beyond the view, so that scrolling shows no gap. */
const EXTRA = 8;

export interface TableProps {
  rows: readonly StatementView[];
  /** There are more to be had. */
  more: boolean;
  loading: boolean;
  selected: string | null;
  claimOf(proposition: string): string;
  onSelect(id: string): void;
  onMore(): void;
}

const shortDay = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString(uiLanguage(), {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });

function Row({
  row,
  index,
  selected,
  claimOf,
  onSelect,
  onKey,
}: { row: StatementView; index: number; selected: boolean; onKey(event: KeyboardEvent): void } & Pick<
  TableProps,
  'claimOf' | 'onSelect'
>) {
  return (
    <tr aria-rowindex={index + 2} aria-selected={selected} style={{ transform: `translateY(${index * ROW}px)` }}>
      <td class="date">{shortDay(row.date)}</td>
      <td class="speaker">{row.speaker}</td>
      <td class="words">
        <button type="button" onClick={() => onSelect(row.id)} onKeyDown={onKey}>
          {row.quote ? `“${row.quote}”` : row.gist}
        </button>
      </td>
      <td class="readings">
        {row.readings.map((r) => (
          <span key={r.proposition} class={r.stance}>
            {t(`optionsStance_${r.stance}`)} · {claimOf(r.proposition)}
          </span>
        ))}
      </td>
    </tr>
  );
}

export function StatementTable(props: TableProps) {
  const { rows, more, loading, selected } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const first = Math.max(0, Math.floor(view.top / ROW) - EXTRA);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + EXTRA);
  useLayoutEffect(() => {
    if (more && !loading && last >= rows.length - EXTRA * 4) props.onMore();
  });
  const step = (event: KeyboardEvent): void => {
    const delta = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (delta === 0) return;
    const at = rows.findIndex((row) => row.id === selected);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + delta))];
    if (!next) return;
    event.preventDefault();
    props.onSelect(next.id);
    box.current?.scrollTo({ top: Math.max(0, rows.indexOf(next) * ROW - view.height / 2) });
  };
  return (
    <div
      class="table"
      ref={box}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <table aria-rowcount={more ? -1 : rows.length + 1} aria-busy={loading}>
        <caption class="hidden">{t('optionsStatements')}</caption>
        <thead>
          <tr>
            <th scope="col" class="date">
              {t('optionsDate')}
            </th>
            <th scope="col" class="speaker">
              {t('optionsSpeaker')}
            </th>
            <th scope="col" class="words">
              {t('optionsWords')}
            </th>
            <th scope="col" class="readings">
              {t('optionsReadings')}
            </th>
          </tr>
        </thead>
        <tbody style={{ height: `${rows.length * ROW}px` }}>
          {rows.slice(first, last).map((row, i) => (
            <Row
              key={row.id}
              row={row}
              index={first + i}
              selected={row.id === selected}
              claimOf={props.claimOf}
              onSelect={props.onSelect}
              onKey={step}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && !loading ? <p class="empty">{t('optionsNoMatch')}</p> : null}
    </div>
  );
}
