/** The proposition's statements over time: dots above the line affirm, below it deny, on it leave open; the page at its end. */
import { t, uiLanguage } from '../../utils/i18n';
import type { TimelineDot } from '../../utils/messages';

const WIDTH = 340;
const HEIGHT = 64;
const level = { affirms: 16, hedges: 32, denies: 48 } as const;
const year = (iso: string): number => Date.parse(iso) / 31_557_600_000 + 1970;

export function Timeline({ dots, published }: { dots: readonly TimelineDot[]; published: string | null }) {
  if (dots.length < 2) return null;
  const times = dots.map((d) => year(d.date)).concat(published ? [year(published)] : []);
  const first = Math.floor(Math.min(...times));
  const last = Math.max(...times) + 0.05;
  const x = (at: number): number => 6 + ((at - first) / (last - first)) * (WIDTH - 12);
  const years = Array.from({ length: Math.floor(last) - first + 1 }, (_, i) => first + i);
  const count = (stance: TimelineDot['stance']): string =>
    new Intl.NumberFormat(uiLanguage()).format(dots.filter((d) => d.stance === stance).length);
  return (
    <figure class="timeline">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 14}`}
        role="img"
        aria-label={t('cardTimeline', count('affirms'), count('denies'), count('hedges'))}
      >
        <path class="axis" d={`M0 32H${WIDTH}`} />
        {years.map((y) => (
          <text key={y} x={x(y)} y={HEIGHT + 11}>
            {y}
          </text>
        ))}
        {dots.map((d) => (
          <circle key={d.statement} class={d.stance} cx={x(year(d.date))} cy={level[d.stance]} r="3.2">
            <title>{`${d.date} ${d.speaker}`}</title>
          </circle>
        ))}
        {published ? <path class="page" d={`M${x(year(published))} 6V58`} /> : null}
      </svg>
      <figcaption>{t('cardTimelineCaption')}</figcaption>
    </figure>
  );
}
