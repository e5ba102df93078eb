/** The page's propositions over the years: a row each, statements by stance, the page's day as a line. */
import { useState } from 'preact/hooks';
import { number } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
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
  /** The proposition that the list is narrowed to. */
  chosen: string | undefined;
  onProposition(id: string): void;
}

/** Rows that leave the list of passages its place; the others come when asked for. */
const FEW = 4;
/** Height of a row; above its line affirms, below denies, on it leaves open. In CSS pixels. */
const HIGH = 16;
const level = { affirms: 3.2, hedges: 8, denies: 12.8 } as const;
/** As many marks of a stance stand beside each other without becoming a band. */
const BINS = 36;
const percent = (at: number): string => `${(at * 100).toFixed(2)}%`;
/** No mark reaches out of its row. */
const radius = (count: number): number => Math.min(2.8, 2 + Math.log2(count) * 0.3);

export function Plot({ rows, published, chosen, onProposition }: PlotProps) {
  const [all, setAll] = useState(false);
  const axis = axisOf([...rows.flatMap((row) => row.dots.map((dot) => dot.date)), ...(published ? [published] : [])]);
  if (!axis || rows.every((row) => row.dots.length === 0)) return null;
  const page = published === null ? null : percent(place(axis, published));
  return (
    <figure class="plot">
      <figcaption>
        <span>{t('popupOverYears')}</span>
        <svg class="years" height="14" aria-hidden="true">
          {axis.years.map(({ year, at }) => (
            <text key={year} x={percent(at)} y="11">
              {year}
            </text>
          ))}
        </svg>
      </figcaption>
      <ul>
        {(all ? rows : rows.slice(0, FEW)).map(({ id, name, dots }) => {
          const tally = tallyOf(dots);
          return (
            <li key={id}>
              <button
                type="button"
                class="name"
                title={name}
                aria-pressed={chosen === id}
                onClick={() => onProposition(id)}
              >
                {name}
              </button>
              <svg
                height={HIGH}
                role="img"
                aria-label={t('popupTimeline', number(tally.affirms), number(tally.denies), number(tally.hedges))}
              >
                <line class="axis" x1="0" x2="100%" y1={HIGH / 2} y2={HIGH / 2} />
                {page ? <line class="page" x1={page} x2={page} y1="0" y2={HIGH} /> : null}
                {marksOf(dots, axis, BINS).map((mark) => (
                  <svg key={mark.key} aria-hidden="true" x={percent(mark.at)} y={level[mark.stance]} overflow="visible">
                    <StanceMark stance={mark.stance} radius={radius(mark.count)} />
                  </svg>
                ))}
              </svg>
            </li>
          );
        })}
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
        {rows.length > FEW ? (
          <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('popupFewerRows') : tn('popupMoreRows', rows.length - FEW)}
          </button>
        ) : null}
      </p>
    </figure>
  );
}
