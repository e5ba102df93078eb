/** Are a pack's words in other languages well formed? Pure. */
import type { LoreFault } from './check-lore';
import { forbiddenKey, isObject } from './check-reading';

/** A field's test, by its name: is it right, or else which of its own fields is not. What is not named is unknown. */
export type Shape = Readonly<Record<string, (value: unknown) => boolean | string>>;

let names: Intl.DisplayNames | undefined;

/** Is a text a BCP 47 tag, as it is to be written, of a language that has a name? */
export function isLanguage(tag: string): boolean {
  try {
    names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
    return Intl.getCanonicalLocales(tag)[0] === tag && names.of(tag) !== undefined;
  } catch {
    return false;
  }
}

function entryFault(value: unknown, shape: Shape, place: string): LoreFault | null {
  if (!isObject(value)) return ['LoreObject', place];
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(shape, key));
  if (unknown !== undefined) return ['LoreUnknown', place, unknown.slice(0, 60), Object.keys(shape).join(', ')];
  for (const [key, test] of Object.entries(shape)) {
    const right = test(value[key]);
    if (right !== true) return ['LoreField', [place, key, right].filter(Boolean).join('.').slice(0, 200)];
  }
  return null;
}

/** The first fault of `languages` at a place of the file: an object with an entry of this shape for each language. */
export function languagesFault(value: unknown, shape: Shape, place: string): LoreFault | null {
  if (value === undefined) return null;
  if (!isObject(value)) return ['LoreObject', place];
  const bad = forbiddenKey(value);
  if (bad) return ['LoreForbidden', place, bad];
  for (const [tag, entry] of Object.entries(value)) {
    if (!isLanguage(tag)) return ['LoreLanguage', place, tag.slice(0, 60)];
    const wrong = entryFault(entry, shape, `${place}.${tag}`);
    if (wrong) return wrong;
  }
  return null;
}
