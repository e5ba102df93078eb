/** A stance as a shape about the point (0, 0): full affirms, hollow denies, half leaves open (docs/style.md). */
import type { StanceName } from './layout';

export function StanceMark({ stance, radius }: { stance: StanceName; radius: number }) {
  if (stance === 'affirms') return <circle class="stance full" r={radius} />;
  if (stance === 'denies') return <circle class="stance hollow" r={radius} />;
  return (
    <>
      <circle class="stance hollow" r={radius} />
      <path class="stance full" d={`M0 ${-radius}A${radius} ${radius} 0 0 1 0 ${radius}Z`} />
    </>
  );
}

/** The shape on its own, for legends and tables. */
export function StanceKey({ stance }: { stance: StanceName }) {
  return (
    <svg class="stance-key" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <StanceMark stance={stance} radius={4} />
    </svg>
  );
}
