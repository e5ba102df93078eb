/** The body of the popup when claims were found on the page. */
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { Limit, PageState } from '../../utils/messages';
import { Choose } from './Choose';
import { Lines } from './Lines';
import { countsOf, filterLines, type LineFilter, linesOf, propositionsOf, speakersOf } from './model';
import { Plot, type PlotRow } from './Plot';
import { Summary } from './Summary';

export interface ReportProps {
  state: PageState & { status: 'report' };
  /** Statements over time on the page's propositions; null while they are looked up. */
  rows: readonly PlotRow[] | null;
  onGo(passage: string): void;
  onShowAll(): void;
}

const limitKey: Record<Limit, string> = {
  'no-highlights': 'popupNoHighlights',
  'marks-removed': 'popupMarksRemoved',
  'host-removed': 'popupHostRemoved',
};

export function Report({ state, rows, onGo, onShowAll }: ReportProps) {
  const [filter, setFilter] = useState<LineFilter>({});
  const { report } = state.reply;
  const lines = useMemo(() => linesOf(state.reply), [state.reply]);
  const shown = filterLines(lines, filter);
  const { relation, ...rest } = filter;
  const limits = state.limits ?? [];
  const marksGone = limits.includes('no-highlights') || limits.includes('marks-removed');
  return (
    <>
      <Summary
        counts={countsOf(lines)}
        covered={report.counts.covered}
        published={report.page.published}
        unmarked={marksGone ? 0 : Math.max(0, report.counts.covered - state.shown.length)}
        quiet={state.quiet}
        chosen={relation}
        onChoose={(next) => setFilter(next === undefined ? rest : { ...rest, relation: next })}
        onShowAll={onShowAll}
      />
      {limits.map((limit) => (
        <p key={limit} class="soft limit">
          {t(limitKey[limit])}
        </p>
      ))}
      {rows ? (
        <Plot
          rows={rows}
          published={report.page.published}
          chosen={filter.proposition}
          onProposition={(proposition) =>
            setFilter(
              filter.proposition === proposition
                ? { ...(relation && { relation }), ...(filter.speaker !== undefined && { speaker: filter.speaker }) }
                : { ...filter, proposition },
            )
          }
        />
      ) : null}
      <Choose
        filter={filter}
        speakers={speakersOf(lines, t('popupReporter'))}
        propositions={propositionsOf(lines)}
        onChange={setFilter}
      />
      <Lines lines={shown} onGo={onGo} />
      {shown.length === 0 ? (
        <p class="empty" role="status">
          {t('popupNoneLeft')}{' '}
          <button type="button" class="link" onClick={() => setFilter({})}>
            {t('optionsClear')}
          </button>
        </p>
      ) : null}
    </>
  );
}
