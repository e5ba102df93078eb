/** Version 1 → 2: marks' styles have new names, host names are plain ones, the density has an upper bound of 100. */
import { hostFrom } from './hosts';

type Stored = Record<string, unknown>;

const styles: Record<string, string> = { line: 'line', background: 'tint', both: 'tint' };

/** A word that is no host name stays as it is: the mending that follows reports it, and a copy is kept. */
const plain = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((site) => (typeof site === 'string' ? (hostFrom(site) ?? site) : site)) : value;

/** Stored settings of version 1, as far as they are there, as version 2. */
export function v1ToV2(old: Stored): Stored {
  const next: Stored = { ...old, version: 2 };
  if (typeof old.markStyle === 'string') next.markStyle = styles[old.markStyle] ?? old.markStyle;
  if (typeof old.density === 'number') next.density = Math.min(100, old.density);
  for (const list of ['offSites', 'chosenSites']) if (list in old) next[list] = plain(old[list]);
  return next;
}
