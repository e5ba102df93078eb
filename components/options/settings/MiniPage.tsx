/** An article of 1,000 words in small, with the most marks it may have: what a density looks like. */
import type { MarkStyle } from '../../../utils/settings';

const LINES = 25;
/** About 40 words a line; a mark covers some of them. */
const SLOTS = 4;
const WIDTH = 200;
const GAP = 6;
const relations = ['contradicts', 'confirms', 'mixed'] as const;
const thick: Record<MarkStyle, number> = { fine: 1, line: 1.6, bold: 2.8, tint: 1.6 };

/** The places of the marks: as far apart as they can be, and always the same ones for a number. */
export function places(marks: number): { line: number; slot: number }[] {
  const all = LINES * SLOTS;
  return Array.from({ length: Math.min(marks, all) }, (_, i) => {
    const at = Math.floor(((i + 0.5) * all) / Math.min(marks, all));
    const line = Math.floor(at / SLOTS);
    return { line, slot: (at + line) % SLOTS };
  });
}

export function MiniPage({ marks, style }: { marks: number; style: MarkStyle }) {
  const slot = WIDTH / SLOTS;
  return (
    <svg class="set-mini" viewBox={`0 0 ${WIDTH} ${LINES * GAP + 4}`} aria-hidden="true">
      {Array.from({ length: LINES }, (_, line) => (
        <path key={line} class="text" d={`M0 ${line * GAP + 3}h${line % 6 === 5 ? WIDTH * 0.55 : WIDTH}`} />
      ))}
      {places(marks).map((place, i) => (
        <path
          key={`${place.line} ${place.slot}`}
          class={relations[i % 3]}
          stroke-width={thick[style]}
          d={`M${place.slot * slot + 3} ${place.line * GAP + 5.2}h${slot - 8}`}
        />
      ))}
    </svg>
  );
}
