/** The plot of a speaker or a claim: a row each, stances over time, a step where a stance was left. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { number } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import { StanceKey, StanceMark } from '../plots/StanceMark';
import { fitted } from './fitted';
import { chartOf } from './layout';
import type { TopicRow } from './model';

export interface ChartProps {
  rows: readonly TopicRow[];
  title: string;
  /** A point was pressed: its statements. */
  onPoint(ids: readonly string[]): void;
}

/** A sheet of A4 within its margins (topics.css), in CSS pixels. */
const PAPER = 688;

/** The room for the plot. On paper it is laid out anew: shrunk to fit, its labels would be too small to read. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useLayoutEffect(() => {
    const at = box.current;
    if (!at) return;
    const set = (room: number): void => setWidth(Math.max(240, room));
    const observer = new ResizeObserver(([entry]) => entry && set(entry.contentRect.width));
    observer.observe(at);
    const ended = new AbortController();
    const { signal } = ended;
    addEventListener('beforeprint', () => set(PAPER), { signal });
    addEventListener('afterprint', () => set(at.getBoundingClientRect().width), { signal });
    return () => {
      observer.disconnect();
      ended.abort();
    };
  }, []);
  return { box, width };
}

/** Measures a text as the plot's labels are set, in pixels. */
function measure(): (text: string) => number {
  const pen = document.createElement('canvas').getContext('2d');
  const style = getComputedStyle(document.documentElement);
  const [size, family] = ['--sb-small', '--sb-font'].map((name) => style.getPropertyValue(name).trim());
  if (pen) pen.font = `${size} ${family}`;
  return (text) => pen?.measureText(text).width ?? 0;
}

/** What the plot says, for those who do not see it; every point stands in the table. */
function summary(rows: readonly TopicRow[], title: string): string {
  const sum = (pick: (row: TopicRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  return t(
    'topicPlot',
    title,
    number(sum((r) => r.tally.affirms)),
    number(sum((r) => r.tally.denies)),
    number(sum((r) => r.tally.hedges)),
    tn(
      'topicReversals',
      sum((r) => r.reversals),
    ),
  );
}

export function TopicChart({ rows, title, onPoint }: ChartProps) {
  const { box, width } = useWidth();
  const widthOf = useMemo(measure, []);
  const chart = useMemo(() => chartOf(rows, width), [rows, width]);
  return (
    <figure class="chart">
      <p class="legend">
        {(['affirms', 'denies', 'hedges'] as const).map((stance) => (
          <span key={stance}>
            <StanceKey stance={stance} /> {t(`stance_${stance}`)}
          </span>
        ))}
        <span>
          <svg class="stance-key" width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
            <StanceMark stance="affirms" radius={3.5} />
            <circle class="turn" r="6.5" />
          </svg>{' '}
          {t('cardReversal')}
        </span>
      </p>
      <div ref={box}>
        {chart ? (
          <svg
            class="topic-plot"
            width={chart.width}
            height={chart.height}
            viewBox={`0 0 ${chart.width} ${chart.height}`}
            role="img"
            aria-label={summary(rows, title)}
          >
            {chart.ticks.map((tick) => (
              <g key={tick.x}>
                <line class="tick-line" x1={tick.x} x2={tick.x} y1="0" y2={chart.height - 20} />
                <text class="tick" x={tick.x} y={chart.height - 6} text-anchor="middle">
                  {tick.label}
                </text>
              </g>
            ))}
            {chart.rows.map((row) => (
              <g key={row.id}>
                <text class="row-name" x="0" y={row.top + 14}>
                  {fitted([row.name, row.short], chart.width, widthOf)}
                  <title>{row.name}</title>
                </text>
                <line class="axis" x1="0" x2={chart.width} y1={row.middle} y2={row.middle} />
                <path class="step" d={row.path} />
                {row.points.map((point) => (
                  // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the table below has every statement for the keyboard
                  <g
                    key={point.ids[0]}
                    class="point"
                    transform={`translate(${point.x.toFixed(1)} ${point.y})`}
                    onClick={() => onPoint(point.ids)}
                  >
                    <circle class="reach" r="8" />
                    {point.reversal ? <circle class="turn" r="7" /> : null}
                    <StanceMark stance={point.stance} radius={Math.min(6, 3.6 + Math.log2(point.ids.length) * 0.7)} />
                    <title>{point.title}</title>
                  </g>
                ))}
              </g>
            ))}
          </svg>
        ) : null}
      </div>
    </figure>
  );
}
