import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may know whom (docs/architecture: DESIGN §2). A room may import its own files, the shared words, and what is listed. */
const shared = ['utils/types', 'utils/i18n', 'utils/gate', 'utils/settings', 'utils/dates', 'utils/figures'];
const allowed: Record<string, string[]> = {
  'utils/reading': [],
  'utils/evidence': [],
  'utils/article': [],
  'utils/overlay': ['utils/article'],
  'utils/corpus': [
    'utils/messages',
    'utils/in-language',
    'utils/corpus-service',
    'utils/reading',
    'utils/evidence',
    'dexie',
    'papaparse',
  ],
  'utils/subscriptions': ['utils/corpus', 'utils/corpus-service', 'dexie'],
  'utils/report-export': ['utils/messages', 'utils/links', 'utils/reason-words', 'utils/in-language'],
  components: [
    'utils/messages',
    'utils/corpus-service',
    'utils/links',
    'utils/reason-words',
    'utils/in-language',
    'utils/settings',
    'utils/subscriptions/types',
    'preact',
    '@preact/signals',
    'd3-shape',
    'd3-time',
  ],
};

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/^(?:import|export|\}) [^;]*?from '([^']+)'|^import '([^']+)'/gm)].map(
    ([, named, bare]) => {
      const target = named ?? bare;
      const path = target as string;
      return path.startsWith('.') ? normalize(join(dirname(file), path)) : path;
    },
  );
}

describe('rooms', () => {
  for (const [room, others] of Object.entries(allowed))
    it(`${room} imports only what it may know`, () => {
      const wrong = files(room).flatMap((file) =>
        importsOf(file)
          .filter((target) => ![room, ...shared, ...others].some((ok) => target === ok || target.startsWith(`${ok}/`)))
          .map((target) => `${file} imports ${target}`),
      );
      expect(wrong).toEqual([]);
    });

  it('pure rooms touch no browser, DOM or storage', () => {
    const forbidden = /\b(?:document|window|localStorage|indexedDB|chrome|browser|fetch|navigator)\s*[.(]/;
    const wrong = ['utils/reading', 'utils/evidence']
      .flatMap(files)
      .filter((file) => forbidden.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
    expect(wrong).toEqual([]);
  });

  it('nothing about the topic stands in code', () => {
    const topic = /ukrain|russia|putin|zelensk|kremlin|moscow|kyiv|trump|donbas|crimea/i;
    const wrong = ['utils', 'components', 'entrypoints'].flatMap(files).filter((file) =>
      topic.test(
        readFileSync(file, 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
          .replaceAll('ukraine-peace-talks', ''),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
