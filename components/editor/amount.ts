/** Amounts as people type them. Pure. */

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/**
 * A number of "25,000", "25 000", "1.5 million" or "90%"; null when it is none. Commas, spaces and apostrophes group
 * digits, the point is the decimal mark.
 */
export function parseAmount(typed: string): number | null {
  // As a program writes it, digit for digit.
  if (/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(typed.trim())) {
    const exact = Number(typed);
    return Number.isFinite(exact) ? exact : null;
  }
  const found = /^([+-]?)([\d][\d,'’\s_]*(?:\.\d+)?|\.\d+)\s*(\p{L}*)\s*%?$/u.exec(typed.trim());
  if (!found) return null;
  const [, sign, digits = '', word = ''] = found;
  const scale = word === '' ? 1 : scales[word.toLowerCase()];
  if (scale === undefined) return null;
  const value = Number(digits.replace(/[,'’\s_]/g, '')) * scale;
  // A scale makes 1.1 million 1100000.0000000001; twelve digits are more than anybody says.
  const whole = scale === 1 ? value : Number(value.toPrecision(12));
  return Number.isFinite(whole) ? (sign === '-' ? -whole : whole) : null;
}

/** A number as it is put into a field, grouped where no digit is lost by it; `parseAmount` reads the very same number. */
export function amountText(value: number | undefined): string {
  if (value === undefined) return '';
  const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6 }).format(value);
  return parseAmount(grouped) === value ? grouped : String(value);
}
