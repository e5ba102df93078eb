/** The columns of a CSV file, and how its cells keep clear of a spreadsheet's formulas. Pure. */

/** The columns, in order. */
export const header = [
  'id',
  'speaker',
  'role',
  'side',
  'date',
  'quote',
  'gist',
  'proposition',
  'stance',
  'figure_low',
  'figure_high',
  'unit',
  'place',
  'publisher',
  'url',
  'published',
] as const;
export type Column = (typeof header)[number];
export type Cells = Record<Column, string>;

/** What belongs to the statement, not to one of its readings. */
export const ofStatement = [
  'speaker',
  'role',
  'side',
  'date',
  'quote',
  'gist',
  'place',
  'publisher',
  'url',
  'published',
] as const;

/** What a spreadsheet would run as a formula. An apostrophe before it is doubled, so that reading gives the same text. */
export const guard = (text: string): string => (/^'*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);
/** The text that was guarded. */
export const unguard = (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text);
