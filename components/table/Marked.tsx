/** A text with the places of the words that were looked for. */
export interface MarkedProps {
  text: string;
  /** UTF-16 ranges, in order. */
  hits: readonly (readonly [start: number, end: number])[] | undefined;
}

export function Marked({ text, hits }: MarkedProps) {
  if (!hits || hits.length === 0) return <>{text}</>;
  const parts = [];
  let from = 0;
  for (const [start, end] of hits) {
    if (start < from) continue;
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

/** Letters that may stand before the first place of a snippet. */
const BEFORE = 24;

/** A text from shortly before its first hit on, so that one line shows it; the hits moved with it. */
export function snippet(text: string, hits: NonNullable<MarkedProps['hits']>): MarkedProps {
  const first = hits[0]?.[0] ?? 0;
  if (first <= BEFORE) return { text, hits };
  const space = text.lastIndexOf(' ', first - 1 - BEFORE / 2);
  const from = space < 0 ? 0 : space + 1;
  return { text: `…${text.slice(from)}`, hits: hits.map(([start, end]) => [start - from + 1, end - from + 1]) };
}
