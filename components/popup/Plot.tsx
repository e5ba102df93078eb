/** The page's propositions over the years: a row each, statements by stance, the page's day as a line. */
import { number } from '../../utils/dates';
import { t } from '../../utils/i18n';
import type { TimelineDot } from '../../utils/messages';
import { axisOf, marksOf, place, tallyOf } from '../plots/layout';
import { StanceKey, StanceMark } from '../plots/StanceMark';

export interface PlotRow {
  id: string;
  name: string;
  dots: readonly TimelineDot[];
}

export interface PlotProps {
  rows: readonly PlotRow[];
  published: string | null;
  onProposition(id: string): void;
}

/** Above the line affirms, below denies, on it leaves open: in CSS pixels of a row of 26. */
const level = { affirms: 7, hedges: 13, denies: 19 } as const;
const percent = (at: number): string => `${(at * 100).toFixed(2)}%`;
const radius = (count: number): number => Math.min(5.5, 2.6 + Math.log2(count) * 0.8);

export function Plot({ rows, published, onProposition }: PlotProps) {
  const axis = axisOf([...rows.flatMap((row) => row.dots.map((dot) => dot.date)), ...(published ? [published] : [])]);
  if (!axis || rows.every((row) => row.dots.length === 0)) return null;
  const page = published === null ? null : percent(place(axis, published));
  return (
    <figure class="plot">
      <figcaption>{t('popupOverYears')}</figcaption>
      <ul>
        {rows.map(({ id, name, dots }) => {
          const tally = tallyOf(dots);
          return (
            <li key={id}>
              <button type="button" class="plain name" title={name} onClick={() => onProposition(id)}>
                {name}
              </button>
              <svg
                height="26"
                role="img"
                aria-label={t('popupTimeline', number(tally.affirms), number(tally.denies), number(tally.hedges))}
              >
                <line class="axis" x1="0" x2="100%" y1="13" y2="13" />
                {page ? <line class="page" x1={page} x2={page} y1="0" y2="26" /> : null}
                {marksOf(dots, axis).map((mark) => (
                  <svg key={mark.key} aria-hidden="true" x={percent(mark.at)} y={level[mark.stance]} overflow="visible">
                    <StanceMark stance={mark.stance} radius={radius(mark.count)} />
                  </svg>
                ))}
              </svg>
            </li>
          );
        })}
        <li class="years" aria-hidden="true">
          <span />
          <svg height="14" aria-hidden="true">
            {axis.years.map(({ year, at }) => (
              <text key={year} x={percent(at)} y="11">
                {year}
              </text>
            ))}
          </svg>
        </li>
      </ul>
      <p class="legend">
        {(['affirms', 'denies', 'hedges'] as const).map((stance) => (
          <span key={stance}>
            <StanceKey stance={stance} /> {t(`stance_${stance}`)}
          </span>
        ))}
        {page ? (
          <span>
            <svg class="stance-key" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
              <path class="page" d="M0 -6V6" />
            </svg>{' '}
            {t('popupThisPage')}
          </span>
        ) : null}
      </p>
    </figure>
  );
}
