/** A claim's statements over time, as a drawing for the eye and a list for everybody. */
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { longDay, shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import type { TimelineDot } from '../../utils/messages';
import type { Stance } from '../../utils/types';
import type { ClaimTimeline } from './model';
import { AXIS, LABEL, nearest, plot, WIDTH } from './plot';

/** So many of the newest are listed; options has them all. */
const LISTED = 100;
const R = 3.4;
const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];
const stanceKey = { affirms: 'timelineAffirms', denies: 'timelineDenies', hedges: 'timelineHedges' } as const;
const countKey = { affirms: 'timelineAffirm', denies: 'timelineDeny', hedges: 'timelineHedge' } as const;

/** Filled affirms, hollow denies, half leaves open. */
function Dot({ x, y, stance, r = R }: { x: number; y: number; stance: Stance; r?: number }) {
  return (
    <g class={`dot ${stance}`}>
      <circle cx={x} cy={y} r={r} />
      {stance === 'hedges' ? <path d={`M${x - r} ${y}a${r} ${r} 0 0 0 ${2 * r} 0z`} /> : null}
    </g>
  );
}

function Legend({ dots }: { dots: readonly TimelineDot[] }) {
  return (
    <p class="legend">
      {stances.map((stance) => {
        const count = dots.filter((dot) => dot.stance === stance).length;
        if (count === 0) return null;
        return (
          <span key={stance}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <Dot x={5} y={5} stance={stance} />
            </svg>{' '}
            {tn(countKey[stance], count)}
          </span>
        );
      })}
    </p>
  );
}

function AsList({ line, published }: { line: ClaimTimeline; published: string | null }) {
  const [open, setOpen] = useState(false);
  const sorted = [...line.dots].sort((a, b) => a.date.localeCompare(b.date));
  const left = Math.max(0, sorted.length - LISTED);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{tn('timelineList', sorted.length)}</summary>
      {open ? (
        <ol class="days">
          {left > 0 ? <li>{tn('timelineOlder', left)}</li> : null}
          {sorted.slice(left).map((dot) => (
            <li key={`${dot.statement} ${dot.stance}`}>
              <time dateTime={dot.date}>{shortDay(dot.date)}</time> {t(stanceKey[dot.stance], dot.speaker)}
            </li>
          ))}
          {published ? (
            <li>
              <time dateTime={published}>{shortDay(published)}</time> {t(stanceKey[line.stance], t('timelinePassage'))}
            </li>
          ) : null}
        </ol>
      ) : null}
    </details>
  );
}

/** Width of a drawing in CSS pixels, at most `most`; with the ref of what is measured. */
function useWidth(most: number): [number, (drawing: Element | null) => void] {
  const [width, setWidth] = useState(most);
  const observer = useRef<ResizeObserver | null>(null);
  const drawing = useCallback(
    (element: Element | null) => {
      observer.current?.disconnect();
      if (!element) return;
      observer.current = new ResizeObserver(([entry]) => {
        const now = Math.round(entry?.contentRect.width ?? 0);
        if (now > 0) setWidth(Math.min(most, now));
      });
      observer.current.observe(element);
    },
    [most],
  );
  return [width, drawing];
}

export interface TimelineProps {
  line: ClaimTimeline;
  published: string | null;
}

export function Timeline({ line, published }: TimelineProps) {
  const [at, setAt] = useState<TimelineDot | null>(null);
  const [width, drawing] = useWidth(WIDTH);
  const drawn = useMemo(() => plot(line.dots, published, line.stance, width), [line, published, width]);
  if (line.dots.length < 2) return null;
  const point = (event: PointerEvent): void => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const scale = width / box.width;
    setAt(nearest(drawn.dots, (event.clientX - box.left) * scale, drawn.top + (event.clientY - box.top) * scale));
  };
  return (
    <section class="timeline" aria-label={t('timelineTitle')}>
      <h3>{t('timelineTitle')}</h3>
      <svg
        ref={drawing}
        viewBox={`0 ${drawn.top} ${width} ${drawn.bottom - drawn.top}`}
        aria-hidden="true"
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setAt(null)}
      >
        <path class="axis" d={`M0 ${AXIS}H${width}`} />
        {drawn.ticks.map(({ x, label }) => (
          <g key={label}>
            <path class="axis" d={`M${x} ${AXIS - 3}v6`} />
            <text x={x} y={drawn.bottom - 5}>
              {label}
            </text>
          </g>
        ))}
        {drawn.dots.map(({ x, y, dot }) => (
          <Dot key={`${dot.statement} ${dot.stance}`} x={x} y={y} stance={dot.stance} />
        ))}
        {at ? (
          <circle
            class="ring"
            r={R + 3}
            {...drawn.dots.filter(({ dot }) => dot === at).map(({ x, y }) => ({ cx: x, cy: y }))[0]}
          />
        ) : null}
        {drawn.passage ? (
          <g class="here">
            <path d={`M${drawn.passage.x} ${drawn.top + 2}V${drawn.bottom - LABEL + 6}`} />
            <Dot {...drawn.passage} stance={line.stance} r={5} />
          </g>
        ) : null}
      </svg>
      <p class="readout" aria-hidden="true">
        {at
          ? `${longDay(at.date)}: ${t(stanceKey[at.stance], at.speaker)}`
          : t(published ? 'timelineHow' : 'timelineHowUndated')}
      </p>
      <Legend dots={line.dots} />
      <AsList line={line} published={published} />
    </section>
  );
}
