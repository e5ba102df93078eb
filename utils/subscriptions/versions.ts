/** Which version is newer? Pure. */

const parts = (version: string): string[] => version.trim().match(/\d+|[a-z]+/gi) ?? [];

/**
 * Below 0 when `a` is older than `b`, 0 when they are the same. Numbers count as numbers ("1.10" after "1.9"), dates as
 * 2026-03-01 too; a word after the same numbers is earlier than none ("2.0-beta" before "2.0").
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [x, y] = [left[i], right[i]];
    if (x === y) continue;
    if (x === undefined) return /\d/.test(y as string) ? -1 : 1;
    if (y === undefined) return /\d/.test(x) ? 1 : -1;
    const [m, n] = [Number(x), Number(y)];
    if (Number.isNaN(m) !== Number.isNaN(n)) return Number.isNaN(m) ? -1 : 1;
    if (Number.isNaN(m) ? x !== y : m !== n) return (Number.isNaN(m) ? x < y : m < n) ? -1 : 1;
  }
  return 0;
}
