/** The reader's settings: their shape, their defaults, and how unknown or damaged values are mended. Pure; the scout loads it, so it stays small. */

export type Sites = 'all' | 'chosen' | 'click';
/** How marks are drawn. Every style tells the relations apart by line, not by colour alone. */
export type MarkStyle = 'line' | 'fine' | 'bold' | 'tint';

export interface Settings {
  /** Off everywhere. */
  off: boolean;
  /** Host names on which, with their subdomains, we are switched off. */
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
  /** At most so many marks per 1,000 words until "show all", 1 to 100. */
  density: number;
  theme: 'auto' | 'light' | 'dark';
}

/** Written beside stored settings; a step to a new one is a file in `utils/settings/`. */
export const SETTINGS_VERSION = 2;

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

/** Bounds of the numbers, as [least, most]. */
export const bounds = { delay: [0, 1500], density: [1, 100] } as const;
export const markStyles: readonly MarkStyle[] = ['line', 'fine', 'bold', 'tint'];
export const themes: readonly Settings['theme'][] = ['auto', 'light', 'dark'];

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], fallback: T): T =>
  allowed.includes(value as T) ? (value as T) : fallback;
const hosts = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((v): v is string => typeof v === 'string' && v.length < 254))] : [];
const between = (value: unknown, [low, high]: readonly [number, number], fallback: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(high, Math.max(low, Math.round(value))) : fallback;
const flag = (value: unknown, fallback: boolean): boolean => (typeof value === 'boolean' ? value : fallback);

/** Any stored value of this version → complete, valid settings; what is missing or damaged takes its default. */
export function mendSettings(stored: unknown): Settings {
  const s = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<Settings>;
  const d = defaultSettings;
  return {
    off: flag(s.off, d.off),
    offSites: hosts(s.offSites),
    sites: oneOf(s.sites, ['all', 'chosen', 'click'] as const, d.sites),
    chosenSites: hosts(s.chosenSites),
    quiet: flag(s.quiet, d.quiet),
    delay: between(s.delay, bounds.delay, d.delay),
    show: {
      contradicts: flag(s.show?.contradicts, d.show.contradicts),
      confirms: flag(s.show?.confirms, d.show.confirms),
      related: flag(s.show?.related, d.show.related),
    },
    markStyle: oneOf(s.markStyle, markStyles, d.markStyle),
    density: between(s.density, bounds.density, d.density),
    theme: oneOf(s.theme, themes, d.theme),
  };
}

/** Is `host` one of `sites` or a subdomain of one? */
export const listed = (sites: readonly string[], host: string): boolean =>
  sites.some((site) => host === site || host.endsWith(`.${site}`));

/** `sites` without every entry that covers `host`. */
export const unlisted = (sites: readonly string[], host: string): string[] =>
  sites.filter((site) => !listed([site], host));

/** Why we would not read a page on `host` unasked, or null if we may. */
export function whyNotRead(settings: Settings, host: string): 'off' | 'off-site' | 'not-chosen' | 'click-only' | null {
  if (settings.off) return 'off';
  if (listed(settings.offSites, host)) return 'off-site';
  if (settings.sites === 'click') return 'click-only';
  if (settings.sites === 'chosen' && !listed(settings.chosenSites, host)) return 'not-chosen';
  return null;
}
