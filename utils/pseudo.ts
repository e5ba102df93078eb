/**
 * Pseudo-languages, to see how views hold before a translation exists: `?pseudo=long` makes every text 40 % longer,
 * `?pseudo=rtl` sets it from right to left. A development switch of our own pages; no reader meets it. Pure.
 */
export type Pseudo = 'long' | 'rtl';

const accents: Record<string, string> = Object.fromEntries(
  [...'aeiouycnsAEIOUYCNS'].map((letter, i) => [letter, [...'åéîöüýçñšÅÉÎÖÜÝÇÑŠ'][i] as string]),
);

/** Which pseudo-language an address asks for. */
export function pseudoOf(search: string): Pseudo | null {
  const value = new URLSearchParams(search).get('pseudo');
  return value === 'long' || value === 'rtl' ? value : null;
}

/** A text in a pseudo-language; "" stays "", so that a missing text is still seen as missing. */
export function pseudoText(text: string, pseudo: Pseudo): string {
  if (text === '') return '';
  // Right-to-left override around each word, as with a real script, while numbers keep their order.
  if (pseudo === 'rtl') return text.replace(/\p{L}+/gu, '\u202e$&\u202c');
  const accented = text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
  const more = Math.ceil(text.length * 0.4);
  const filler = 'lorem ipsum dolor sit amet '.repeat(Math.ceil(more / 27) + 1).slice(0, more - 1);
  return `${accented} ${filler.trimEnd()}`;
}
