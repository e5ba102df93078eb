import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isLanguage } from '../../../utils/corpus/check-languages';
import { loreFault } from '../../../utils/corpus/check-lore';
import { readPack } from '../../../utils/corpus/read-pack';
import { compileTopic } from '../../../utils/reading/topic';
import type { Cues, Pack, Proposition } from '../../../utils/types';
import { useLocale } from '../support/catalogue';
import { pack, statement } from './support';

beforeAll(() => useLocale());

const words = { claim: 'Eins.', label: 'Eins', kind: 'Zahl' };
const withLanguages = (languages: unknown) =>
  loreFault({ propositions: [{ id: 'p1', group: 'g', claim: 'One.', languages }], people: [] });
const withTopic = (languages: unknown) =>
  loreFault({ propositions: [], people: [], topic: { gate: [], elsewhere: [], classes: {}, languages } });
const at = 'propositions[0].languages';

it('knows tags of languages as they are written', () => {
  for (const tag of ['de', 'uk', 'pt-BR', 'zh-Hant', 'de-AT']) expect([tag, isLanguage(tag)]).toEqual([tag, true]);
  for (const tag of ['', 'xx', 'german', 'de_AT', 'DE', 'd', 'x-own', 'qqq'])
    expect([tag, isLanguage(tag)]).toEqual([tag, false]);
});

describe('a proposition in other languages', () => {
  it('may be missing, partly there, or whole', async () => {
    for (const good of [undefined, {}, { de: words }, { de: { claim: 'Eins.' }, fr: words }])
      expect(await withLanguages(good)).toBeNull();
  });

  it('is refused where it is wrong, with its place', async () => {
    expect(await withLanguages('de')).toEqual(['LoreObject', at]);
    expect(await withLanguages({ german: words })).toEqual(['LoreLanguage', at, 'german']);
    expect(await withLanguages({ de: 'Eins.' })).toEqual(['LoreObject', `${at}.de`]);
    expect(await withLanguages({ de: { label: 'Eins' } })).toEqual(['LoreField', `${at}.de.claim`]);
    expect(await withLanguages({ de: { ...words, label: ' ' } })).toEqual(['LoreField', `${at}.de.label`]);
    expect(await withLanguages({ de: { ...words, kind: 5 } })).toEqual(['LoreField', `${at}.de.kind`]);
    expect(await withLanguages({ de: { ...words, titel: 'x' } })).toEqual([
      'LoreUnknown',
      `${at}.de`,
      'titel',
      'claim, label, kind',
    ]);
    expect(await withLanguages(JSON.parse('{"__proto__":{"claim":"x"}}'))).toEqual(['LoreForbidden', at, '__proto__']);
  });
});

it('names, sides and roles are told by word; anything else is named', async () => {
  expect(await withTopic({ de: { sides: { Harbour: 'Hafen' }, roles: { mayor: 'Bürgermeisterin' } } })).toBeNull();
  expect(await withTopic({ de: { names: { 'Ada Example': 'Ada Beispiel' } } })).toBeNull();
  expect(await withTopic({ de: { sides: { Harbour: '' } } })).toEqual([
    'LoreField',
    'topic.languages.de.sides.Harbour',
  ]);
  expect(await withTopic({ de: { places: {} } })).toEqual([
    'LoreUnknown',
    'topic.languages.de',
    'places',
    'sides, roles, names',
  ]);
});

it('a reader is told in words what is wrong and what to do', async () => {
  const file = pack([statement('a')], {
    propositions: [{ id: 'p1', group: 'g', claim: 'One.', languages: { german: { claim: 'Eins.' } } }],
  });
  const read = await readPack(new TextEncoder().encode(JSON.stringify(file)));
  expect(read).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('“german” is not a language tag'), todo: expect.stringMatching(/\w/) },
  });
});

it('cues are compiled in portions, and what the whole would refuse one of them refuses with the same words', async () => {
  const bundled = JSON.parse(readFileSync('public/packs/ukraine-peace-talks/pack.json', 'utf8')) as Pack;
  let turns = 0;
  const check = (lore: Pack) =>
    loreFault(lore, async () => {
      turns += 1;
    });
  expect(await check(bundled)).toBeNull();
  expect(turns).toBeGreaterThan(bundled.propositions.length / 10);
  const { length } = bundled.propositions;
  for (const [at, cues] of [
    [length - 1, { affirms: ['@nowhere-to-be-found'] }],
    [Math.floor(length / 2), { like: bundled.propositions[length - 2]?.id as string }],
    [length - 2, { like: bundled.propositions[length - 2]?.id as string }],
  ] as const) {
    const spoiled = structuredClone(bundled);
    (spoiled.propositions[at] as Proposition).cues = structuredClone(cues) as Cues;
    let whole: unknown = null;
    try {
      compileTopic(spoiled);
    } catch (error) {
      whole = ['LoreCue', 'propositions', String(error).slice(0, 200)];
    }
    expect(await check(spoiled)).toEqual(whole);
  }
});
