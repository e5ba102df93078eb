/**
 * Characters that a page holds and nobody sees: where a word may be broken (soft hyphen U+00AD, U+200B) and where not
 * (U+2060, U+FEFF), and joiners of letters (U+200C, U+200D), which say nothing between Latin ones. Some papers set them
 * in the middle of words, some agencies' feeds at random; a word is one word all the same.
 */
export const INVISIBLE = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';
const some = new RegExp(`[${INVISIBLE}]`);
const every = new RegExp(`[${INVISIBLE}]`, 'g');

/** A text as it is seen. */
export const seen = (text: string): string => (some.test(text) ? text.replace(every, '') : text);
