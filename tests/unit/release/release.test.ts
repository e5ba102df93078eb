import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../scripts/figures.mjs';
import { zipOf } from '../../../scripts/release/build.mjs';
import { faultsOf, permissionsOf } from '../../../scripts/release/rules.mjs';
import { sizeOf } from '../../../scripts/release/sizes.mjs';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const manifest = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  default_locale: 'en',
  version: '1.0.0',
  icons: { 16: 'i.png', 48: 'i.png', 128: 'i.png' },
  permissions: ['storage'],
  host_permissions: ['https://*/*'],
};
const files = (more: Record<string, string> = {}, change: object = {}): Map<string, Uint8Array> =>
  new Map(
    Object.entries({
      'manifest.json': JSON.stringify({ ...manifest, ...change }),
      '_locales/en/messages.json': JSON.stringify({ name: { message: 'N' }, description: { message: 'D' } }),
      'i.png': '',
      ...more,
    }).map(([path, text]) => [path, bytes(text)]),
  );

describe('rules of the stores', () => {
  it('pass a sound package and tell its permissions', () => {
    expect(faultsOf(files({ 'a.js': 'const evaluate = retrieval("x")' }))).toEqual([]);
    const policy = { content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" } };
    expect(faultsOf(files({}, policy))).toEqual([]);
    expect(permissionsOf(files())).toEqual({ required: ['storage'], hosts: ['https://*/*'], optional: [] });
  });
  it.each([
    ['code from text', files({ 'a.js': 'eval("1")' })],
    ['a script from elsewhere', files({ 'a.html': '<script src="https://x.example/a.js"></script>' })],
    ['an import from elsewhere', files({ 'a.js': 'import("https://x.example/a.js")' })],
    ['a source map', files({ 'a.js.map': '{}' })],
    ['a missing icon', files({}, { icons: { 16: 'gone.png' } })],
    [
      'a policy that lets code in',
      files({}, { content_security_policy: { extension_pages: "script-src 'unsafe-eval'" } }),
    ],
    [
      'a policy that lets code in beside WebAssembly',
      files({}, { content_security_policy: { extension_pages: "script-src 'wasm-unsafe-eval' 'unsafe-eval'" } }),
    ],
    ['a long description', files({}, { description: 'x'.repeat(133) })],
  ])('find %s', (_, package_) => {
    expect(faultsOf(package_).length).toBeGreaterThan(0);
  });
});

describe('packages', () => {
  it('have the same bytes whatever the order of their files, and others when a file changes', () => {
    const one = new Map([...files({ b: '1', a: '2' })]);
    const two = new Map([...one].reverse());
    expect(Buffer.compare(zipOf(one), zipOf(two))).toBe(0);
    expect(Buffer.compare(zipOf(one), zipOf(files({ b: '1', a: '3' })))).not.toBe(0);
  });
});

describe('sizes', () => {
  it('count each script once that is loaded at once or later', () => {
    const tree: Record<string, string> = {
      'popup.html': '<script src="/chunks/a.js"></script><link rel="modulepreload" href="/chunks/b.js">',
      'chunks/a.js': 'import{x}from"./b.js";import("./c.js")',
      'chunks/b.js': 'export{x}from"./a.js"',
      'chunks/c.js': '1',
      'chunks/d.js': 'not reached',
    };
    const { bytes: sum, scripts } = sizeOf('popup', (file) => tree[file] ?? null);
    expect(scripts.sort()).toEqual(['chunks/a.js', 'chunks/b.js', 'chunks/c.js']);
    expect(sum).toBe(scripts.reduce((n, file) => n + (tree[file] as string).length, 0));
  });
});

describe('figures', () => {
  it('are read from what the measurement prints', () => {
    const sets = figuresOf(
      '\n== examples\nid labelled 3\nprecision 0.774 of 274   recall 0.312 of 680   speaker 0.959 of 147\n\n== statements (gist)\nprecision 0.579 of 996   recall 0.407 of 1054   speaker   –   of 0\n',
    );
    expect(sets).toEqual([
      { name: 'examples', precision: 0.774, shown: 274, recall: 0.312, labelled: 680, speaker: 0.959, voices: 147 },
      { name: 'statements', precision: 0.579, shown: 996, recall: 0.407, labelled: 1054, speaker: null, voices: 0 },
    ]);
  });
});
