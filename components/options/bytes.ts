/** Sizes in words. */
import { uiLanguage } from '../../utils/i18n';

/** Bytes in the unit that suits them. */
export function bytes(count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  return new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit: units[power] as string,
    // The short form of bytes has no plural.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(count / 1000 ** power);
}
