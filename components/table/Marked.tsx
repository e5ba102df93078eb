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
