/** A name for a place that may be too narrow for it. Pure. */

/** The first of the names that fits into `room` pixels; where none does, the last one, cut with an ellipsis. */
export function fitted(names: readonly string[], room: number, widthOf: (text: string) => number): string {
  const whole = names.find((name) => widthOf(name) <= room);
  if (whole !== undefined) return whole;
  let text = names.at(-1) ?? '';
  while (text.length > 1 && widthOf(`${text}…`) > room) text = text.slice(0, -1).trimEnd();
  return `${text}…`;
}
