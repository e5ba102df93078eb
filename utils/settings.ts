/** The reader's settings: their shape, their defaults, and how unknown or damaged values are mended. Pure. */

export type Sites = 'all' | 'chosen' | 'click';
export type MarkStyle = 'line' | 'background' | 'both';

export interface Settings {
  /** Off everywhere. */
  off: boolean;
  /** Host names on which we are switched off. */
  offSites: string[];
  /** Where we read: all news pages, only `chosenSites`, or only when asked by a click. */
  sites: Sites;
  chosenSites: string[];
  /** No marks on the page, only the badge. */
  quiet: boolean;
  /** Milliseconds the pointer rests before the card opens, 0 to 1,500. */
  delay: number;
  show: { contradicts: boolean; confirms: boolean; related: boolean };
  markStyle: MarkStyle;
  /** At most so many marks per 1,000 words until "show all". */
  density: number;
  theme: 'auto' | 'light' | 'dark';
}

export const defaultSettings: Settings = {
  off: false,
  offSites: [],
  sites: 'all',
  chosenSites: [],
  quiet: false,
  delay: 500,
  show: { contradicts: true, confirms: true, related: false },
  markStyle: 'line',
  density: 25,
  theme: 'auto',
};

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], fallback: T): T =>
  allowed.includes(value as T) ? (value as T) : fallback;
const hosts = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((v): v is string => typeof v === 'string' && v.length < 254))] : [];
const between = (value: unknown, low: number, high: number, fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, Math.round(value))) : fallback;
const flag = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback);

/** Any stored value → complete, valid settings; what is missing or damaged takes its default. */
export function mendSettings(stored: unknown): Settings {
  const s = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Settings>;
  const d = defaultSettings;
  return {
    off: flag(s.off, d.off),
    offSites: hosts(s.offSites),
    sites: oneOf(s.sites, ['all', 'chosen', 'click'] as const, d.sites),
    chosenSites: hosts(s.chosenSites),
    quiet: flag(s.quiet, d.quiet),
    delay: between(s.delay, 0, 1500, d.delay),
    show: {
      contradicts: flag(s.show?.contradicts, d.show.contradicts),
      confirms: flag(s.show?.confirms, d.show.confirms),
      related: flag(s.show?.related, d.show.related),
    },
    markStyle: oneOf(s.markStyle, ['line', 'background', 'both'] as const, d.markStyle),
    density: between(s.density, 1, 1000, d.density),
    theme: oneOf(s.theme, ['auto', 'light', 'dark'] as const, d.theme),
  };
}

/** Why we would not read a page on `host` unasked, or null if we may. */
export function whyNotRead(settings: Settings, host: string): 'off' | 'off-site' | 'not-chosen' | 'click-only' | null {
  if (settings.off) return 'off';
  if (settings.offSites.includes(host)) return 'off-site';
  if (settings.sites === 'click') return 'click-only';
  if (settings.sites === 'chosen' && !settings.chosenSites.includes(host)) return 'not-chosen';
  return null;
}
