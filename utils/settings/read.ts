/** What lies in storage → settings, and what was wrong with it. Pure. */
import { defaultSettings, mendSettings, SETTINGS_VERSION, type Settings } from '../settings';
import { v1ToV2 } from './v1-to-v2';

type Stored = Record<string, unknown>;

/** Step n brings version n to n + 1. */
const steps: Record<number, (old: Stored) => Stored> = { 1: v1ToV2 };

export interface ReadSettings {
  settings: Settings;
  /** `none`: nothing stored. `older`: brought to this version. `newer`: written by a later one, understood as far as possible. */
  state: 'none' | 'current' | 'older' | 'newer' | 'damaged';
  /** Names of the fields that could not be used, such as "delay"; "settings" when nothing could. */
  faults: string[];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields that are there but mean nothing to us, so that a default took their place. */
function faultsOf(stored: Stored, settings: Settings): string[] {
  return (Object.keys(defaultSettings) as (keyof Settings)[]).filter((key) => {
    if (!(key in stored)) return false;
    if (key !== 'show') return !same(stored[key], settings[key]);
    const show = stored.show as Partial<Settings['show']> | null;
    if (typeof show !== 'object' || show === null) return true;
    return Object.entries(settings.show).some(([name, value]) => name in show && show[name as 'related'] !== value);
  });
}

/** Reads any stored value. Never throws; what it could not use is named in `faults`. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: mendSettings(undefined), state: 'none', faults: [] };
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { settings: mendSettings(undefined), state: 'damaged', faults: ['settings'] };
  const raw = stored as Stored;
  const version = raw.version ?? 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { settings: mendSettings(raw), state: 'damaged', faults: ['version'] };
  let now = raw;
  for (let at = version; at < SETTINGS_VERSION; at += 1) now = steps[at]?.(now) ?? now;
  const settings = mendSettings(now);
  if (version > SETTINGS_VERSION) return { settings, state: 'newer', faults: [] };
  const faults = faultsOf(now, settings);
  return { settings, state: faults.length > 0 ? 'damaged' : version < SETTINGS_VERSION ? 'older' : 'current', faults };
}

/** The value to store for settings. */
export const storedSettings = (settings: Settings): Stored => ({ version: SETTINGS_VERSION, ...settings });
