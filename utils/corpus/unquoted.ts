/** Quotation marks that open and close a text, as they come in pairs. */
const pairs = ['“”', '„“', '„”', '«»', '»«', '‘’', '""'];

/** A text without quotation marks that stand around the whole of it: whoever shows a quotation puts them himself. Pure. */
export function unquoted(text: string): string {
  const [open, inner, close] = [text.slice(0, 1), text.slice(1, -1), text.slice(-1)];
  // “One thing” and “another” begin and end with marks, but not with one pair of them.
  if (text.length < 2 || !pairs.includes(open + close) || inner.includes(open) || inner.includes(close)) return text;
  return unquoted(inner.trim());
}
