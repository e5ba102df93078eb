import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, listed, mendSettings, SETTINGS_VERSION, unlisted, whyNotRead } from '../../../utils/settings';
import { hostFrom, hostsFrom } from '../../../utils/settings/hosts';
import { readSettings, storedSettings } from '../../../utils/settings/read';

const fixture = (version: number): Record<string, unknown> =>
  JSON.parse(readFileSync(`tests/fixtures/settings/v${version}.json`, 'utf8'));

describe('stored settings', () => {
  const latest = fixture(SETTINGS_VERSION);
  for (let version = 1; version <= SETTINGS_VERSION; version += 1)
    it(`of version ${version} are read as this version`, () => {
      const read = readSettings(fixture(version));
      expect(storedSettings(read.settings)).toEqual(latest);
      expect(read.state).toBe(version === SETTINGS_VERSION ? 'current' : 'older');
      expect(read.faults).toEqual([]);
    });

  it('that are damaged name the fields that were not used, and keep the others', () => {
    const read = readSettings({ ...latest, delay: 'soon', density: 1e9, show: { confirms: 3 }, theme: 'dark' });
    expect(read.state).toBe('damaged');
    expect(read.faults.sort()).toEqual(['delay', 'density', 'show']);
    expect(read.settings).toMatchObject({ theme: 'dark', delay: defaultSettings.delay, density: 100 });
  });

  it('that are no settings at all are damaged, none are none', () => {
    for (const value of ['on', 7, null, [], { version: 'two' }]) expect(readSettings(value).state).toBe('damaged');
    expect(readSettings(undefined)).toEqual({ settings: defaultSettings, state: 'none', faults: [] });
  });

  it('of a later version are understood as far as possible', () => {
    const read = readSettings({ ...latest, version: 99, markStyle: 'neon', extra: 1 });
    expect(read.state).toBe('newer');
    expect(read.settings).toMatchObject({ delay: 250, markStyle: 'line' });
  });

  it('come out complete and stable, whatever lies there', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { settings } = readSettings(value);
        expect(mendSettings(settings)).toEqual(settings);
        expect(readSettings(storedSettings(settings))).toEqual({ settings, state: 'current', faults: [] });
      }),
    );
  });
});

describe('sites', () => {
  it.each([
    ['https://News.example.org:8443/a?b#c', 'news.example.org'],
    ['*.example.org', 'example.org'],
    ['example.org.', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['news', null],
    ['two words.example', null],
    ['ftp://example.org', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('%s → %s', (typed, host) => expect(hostFrom(typed)).toBe(host));

  it('several are taken apart, and words that are none are told', () => {
    expect(hostsFrom('a.example, b.example;\nA.example  nonsense')).toEqual({
      hosts: ['a.example', 'b.example'],
      bad: ['nonsense'],
    });
  });

  it('cover their subdomains and nothing that only looks alike', () => {
    expect(listed(['example.org'], 'www.example.org')).toBe(true);
    expect(listed(['example.org'], 'notexample.org')).toBe(false);
    expect(unlisted(['example.org', 'b.example'], 'www.example.org')).toEqual(['b.example']);
    expect(whyNotRead({ ...defaultSettings, offSites: ['example.org'] }, 'm.example.org')).toBe('off-site');
    expect(whyNotRead({ ...defaultSettings, sites: 'chosen', chosenSites: ['example.org'] }, 'b.example')).toBe(
      'not-chosen',
    );
  });
});
