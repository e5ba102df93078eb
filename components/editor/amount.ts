/** Amounts as people type them, in the interface's language or as English sources have them. Pure. */
import { number, uiLanguage } from '../../utils/i18n';

const scalesOf = new Map<string, Record<string, number>>();

/** Words that stand for thousands and more: the language's own ("Mio.", "мільярдів"; "Billion" is not "billion") and English ones. */
function scales(language: string): Record<string, number> {
  const known = scalesOf.get(language);
  if (known) return known;
  const own: Record<string, number> = { mn: 1e6, bn: 1e9 };
  for (const tag of ['en', language])
    for (const compactDisplay of ['short', 'long'] as const) {
      const format = new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay });
      for (const scale of [1e3, 1e6, 1e9, 1e12])
        for (const times of [1, 2, 5]) {
          const part = format.formatToParts(scale * times).find(({ type }) => type === 'compact');
          if (!part) continue;
          const word = part.value.replace(/\.$/, '');
          own[word] = scale;
          own[word.toLowerCase()] ??= scale;
        }
    }
  scalesOf.set(language, own);
  return own;
}

/** Does the language write "1,5" where English writes "1.5"? */
const comma = (): boolean => number(1.5).includes(',');

/** Digits with marks → as a program writes them. Where the comma is decimal, either mark before three digits groups. */
function plain(digits: string): string {
  const marked = digits.replace(/['’\s_]/g, '');
  if (!comma()) return marked.replaceAll(',', '');
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$|^[1-9]\d{0,2}(?:,\d{3})+$/.test(marked)) return marked.replace(/[.,]/g, '');
  const decimal = Math.max(marked.lastIndexOf(','), marked.lastIndexOf('.'));
  if (decimal < 0) return marked;
  const whole = marked.slice(0, decimal);
  return /^\d*$|^\d{1,3}(?:[.,]\d{3})+$/.test(whole)
    ? `${whole.replace(/[.,]/g, '')}.${marked.slice(decimal + 1)}`
    : 'NaN';
}

/**
 * A number of "25,000", "25 000", "1.5 million" or "90%", in German also of "25.000" and "1,5 Mio."; null when it is none.
 * Spaces and apostrophes group digits.
 */
export function parseAmount(typed: string): number | null {
  const text = typed.trim();
  // As a program writes the very large and the very small.
  if (/^-?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) return Number.isFinite(Number(text)) ? Number(text) : null;
  const found = /^([+-]?)(\d[\d.,'’\s_]*|[.,]\d+)\s*(\p{L}*)\.?\s*%?$/u.exec(text);
  if (!found) return null;
  const [, sign, digits = '', word = ''] = found;
  const scale = word === '' ? 1 : (scales(uiLanguage())[word] ?? scales(uiLanguage())[word.toLowerCase()]);
  const value = Number(plain(digits)) * (scale ?? Number.NaN);
  // A scale makes 1.1 million 1100000.0000000001; twelve digits are more than anybody says.
  const whole = scale === 1 ? value : Number(value.toPrecision(12));
  return Number.isFinite(whole) ? (sign === '-' ? -whole : whole) : null;
}

/** A number as it is put into a field, grouped where no digit is lost by it; `parseAmount` reads the very same number. */
export function amountText(value: number | undefined): string {
  if (value === undefined) return '';
  const forms = [
    number(value, { maximumFractionDigits: 6 }),
    String(value),
    number(value, { minimumFractionDigits: 4 }),
  ];
  return forms.find((form) => parseAmount(form) === value) ?? String(value);
}
