/** What each part may weigh, minified: everything that it loads, whenever it loads it. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { budgets, sizeOf } from '../../scripts/release/sizes.mjs';
import { expect, test } from './support';

const build = '.output/chrome-mv3';
const read = (file: string): string | null => {
  const path = join(build, file);
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : null;
};

for (const [name, most] of Object.entries(budgets))
  test(`${name} stays below ${most / 1000} kB`, () => {
    const { bytes, scripts } = sizeOf(name, read);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes, scripts.join(', ')).toBeLessThan(most);
  });

test('the measure finds what is imported, at once or later', () => {
  const { scripts } = sizeOf('options', read);
  expect(scripts.some((file) => /TopicPage/.test(file))).toBe(true);
  expect(scripts.length).toBeGreaterThan(3);
});
