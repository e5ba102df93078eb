/** Icons of the options page: one stroke, 16 units, the colour of the text around them. */
import type { Stance } from '../../utils/types';

const Line = ({ d }: { d: string }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={d} />
  </svg>
);

export const UndoIcon = () => <Line d="M6 3L2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H6.5" />;
export const RedoIcon = () => <Line d="M10 3l3.5 3.5L10 10M13.5 6.5H6a3.5 3.5 0 0 0 0 7h3.5" />;
export const PasteIcon = () => <Line d="M10.5 3.5H13v10H3v-10h2.5M5.5 2.5h5v2.5h-5zM5.5 8.5h5M5.5 11h3" />;
export const PreviousIcon = () => <Line d="M3 10l5-5 5 5" />;
export const NextIcon = () => <Line d="M3 6l5 5 5-5" />;
export const PlusIcon = () => <Line d="M8 3v10M3 8h10" />;
export const CrossIcon = () => <Line d="M4 4l8 8M12 4l-8 8" />;

/** A stance's shape (docs/style.md): filled affirms, hollow denies, half leaves open. Its word stands beside it. */
export function StanceDot({ stance }: { stance: Stance }) {
  return (
    <svg class="stanceDot" viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="4.5"
        fill={stance === 'affirms' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.6"
      />
      {stance === 'hedges' ? <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" /> : null}
    </svg>
  );
}
