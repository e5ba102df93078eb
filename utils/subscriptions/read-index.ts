/** The text of an index → an index, or what is wrong with it. Pure. */
import { isObject, isWhole } from '../corpus/check-reading';
import { isDay, isWebAddress } from '../corpus/check-statement';
import { MINE } from '../corpus/rows';
import type { Result } from '../types';
import { subscriptionFault } from './faults';
import { HOURS, MOST } from './limits';
import type { PackIndex, PackNote } from './types';

export const INDEX_FORMAT = 'said-before-pack-index';
export const INDEX_VERSION = 1;

/** Entries of a change log that are kept. */
const NOTES = 100;

const isText = (value: unknown, most = 500): value is string =>
  typeof value === 'string' && value.length <= most && isWhole(value);
const isSize = (value: unknown, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= most;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const isNote = (value: unknown): value is PackNote =>
  isObject(value) && isText(value.version, 100) && isDay(value.date) && isText(value.text, 4000);

const tests: Record<string, (value: unknown) => boolean> = {
  id: (value) => isText(value) && /^[a-z0-9][a-z0-9-]{0,79}$/.test(value) && value !== MINE,
  title: (value) => isText(value) && value.trim() !== '',
  version: (value) => isText(value, 100) && /\d/.test(value),
  date: isDay,
  license: (value) => isText(value ?? ''),
  publisher: (value) => isText(value ?? ''),
  homepage: (value) => value === undefined || value === '' || isWebAddress(value),
  expiresHours: (value) => value === undefined || (Number.isFinite(value) && (value as number) > 0),
  sha256: isHash,
  unpacked: (value) =>
    value === undefined || (isObject(value) && isSize(value.size, MOST.unpacked) && isHash(value.sha256)),
  file: (value) => isText(value, 2000) && value !== '',
  changes: (value) => value === undefined || (Array.isArray(value) && value.every(isNote)),
};

/** Reads an index. The fault names the first field that is wrong. Only the fields we know are taken. */
export function readIndex(text: string): Result<PackIndex> {
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return subscriptionFault('NotJson');
  }
  if (!isObject(raw) || raw.format !== INDEX_FORMAT)
    return subscriptionFault(isObject(raw) && raw.format === 'said-before-pack' ? 'PackItself' : 'NotIndex');
  if (typeof raw.formatVersion === 'number' && raw.formatVersion > INDEX_VERSION)
    return subscriptionFault('NewerFormat', raw.formatVersion, INDEX_VERSION);
  if (raw.formatVersion !== INDEX_VERSION) return subscriptionFault('Index', 'formatVersion');
  const own = (key: string): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined);
  for (const [key, passes] of Object.entries(tests)) if (!passes(own(key))) return subscriptionFault('Index', key);
  const size = own('size');
  if (typeof size === 'number' && size > MOST.pack) return subscriptionFault('TooBig', `${MOST.pack >> 20} MB`);
  if (!isSize(size, MOST.pack)) return subscriptionFault('Index', 'size');
  const word = (key: string): string => ((own(key) as string | undefined) ?? '').trim();
  const hours = (own('expiresHours') as number | undefined) ?? HOURS.usual;
  const unpacked = own('unpacked') as PackIndex['unpacked'] | undefined;
  return {
    ok: true,
    value: {
      id: word('id'),
      title: word('title'),
      version: word('version'),
      date: word('date'),
      license: word('license'),
      publisher: word('publisher'),
      homepage: word('homepage'),
      expiresHours: Math.min(HOURS.most, Math.max(HOURS.least, hours)),
      size,
      sha256: word('sha256'),
      unpacked: unpacked ? { size: unpacked.size, sha256: unpacked.sha256 } : null,
      file: word('file'),
      changes: ((own('changes') as PackNote[] | undefined) ?? [])
        .slice(0, NOTES)
        .map(({ version, date, text: said }) => ({ version, date, text: said })),
    },
  };
}
