/**
 * The interface's words. Views call `t`; entrypoints hand in the browser's catalogue once, so that components stay free
 * of browser APIs and tests can render them with the English catalogue.
 */
type Lookup = (key: string, substitutions?: string[]) => string;

let lookup: Lookup = (key) => key;
let language = 'en';
/** Made once a language: making one costs more than a row of a table. */
let formats: { number: Intl.NumberFormat; plural: Intl.PluralRules } | null = null;

/** Sets where words come from; `tag` is the BCP 47 tag of the interface. */
export function useCatalogue(find: Lookup, tag: string): void {
  lookup = find;
  language = tag;
  formats = null;
}

function formatting(): NonNullable<typeof formats> {
  formats ??= { number: new Intl.NumberFormat(language), plural: new Intl.PluralRules(language) };
  return formats;
}

/**
 * The tag for dates and numbers: the browser's own, with its region, where our words are in that language; otherwise
 * that of our words, so that no German date stands in an English sentence.
 */
export const tagOf = (ours: string, browsers: string): string =>
  ours.split('-')[0] === browsers.split('-')[0] ? browsers : ours;

/** The interface's language tag. */
export const uiLanguage = (): string => language;

/** Which way the interface's language is written. */
export const uiDirection = (): 'ltr' | 'rtl' => (/^(?:ar|fa|he|ps|ur|yi)\b/.test(language) ? 'rtl' : 'ltr');

/** The text of a key, with `$1`… replaced; the key itself where the catalogue has none, so that a gap is seen. */
export function t(key: string, ...substitutions: (string | number)[]): string {
  return lookup(key, substitutions.map(String)) || key;
}

/** A piece of a text: ours, or what was put in, which may be in another language. */
export interface Piece {
  text: string;
  given: boolean;
  /** BCP 47 tag of what was put in, where it is not the one that it usually has. */
  language?: string;
}

/** A text in pieces, so that what was put in can be marked: `t` of the same key, taken apart. */
export function pieces(key: string, ...substitutions: (string | Piece[])[]): Piece[] {
  // Signs of the private use area hold the places; no text of ours has any.
  const places = substitutions.map((_, i) => String.fromCharCode(0xe000 + i));
  return t(key, ...places)
    .split(/([\ue000-\ue008])/)
    .flatMap((text): Piece[] => {
      const put = substitutions[places.indexOf(text)];
      if (put === undefined) return text ? [{ text, given: false }] : [];
      return typeof put === 'string' ? [{ text: put, given: true }] : put;
    });
}

/** Somebody's words between the quotation marks of the interface's language. */
export const quoted = (words: string): string => t('quoted', words);

/** A number as the interface's language writes it. */
export const number = (value: number, options?: Intl.NumberFormatOptions): string =>
  options ? new Intl.NumberFormat(language, options).format(value) : formatting().number.format(value);

/** A text that depends on a number: keys end in `_one`, `_few`, `_many`, `_other` (CLDR plural categories). `$1` is the number. */
export function tn(key: string, count: number, ...more: (string | number)[]): string {
  const shown = number(count);
  return form(key, count, shown, ...more) || t(`${key}_other`, shown, ...more);
}

/** The form of a text that fits `count`, which need not stand in it; '' where the catalogue has none. */
export const form = (key: string, count: number, ...substitutions: (string | number)[]): string =>
  lookup(`${key}_${formatting().plural.select(count)}`, substitutions.map(String));
