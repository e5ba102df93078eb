import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../scripts/pack/source';
import { mergeLore } from '../../../utils/corpus/merge-lore';
import { readArticle, readStatement } from '../../../utils/reading/read-article';
import { compileTopic } from '../../../utils/reading/topic';
import { compileTopics } from '../../../utils/reading/topics';
import type { Article, Pack } from '../../../utils/types';

const talks = readSource('scripts/pack/ukraine-peace-talks');
const dam = JSON.parse(readFileSync('tests/fixtures/packs/karsk-dam.json', 'utf8')) as Pack;
const lore = (packs: Pack[]) =>
  mergeLore(
    packs.map((pack) => ({ ...pack, topic: pack.topic ?? null })),
    'k',
  );
const both = compileTopics(lore([talks, dam]));
const alone = compileTopic(talks);

const page = (...texts: string[]): Article => ({
  ...{ url: '', title: '', published: '2025-12-16', publishedFrom: 'given', language: 'en' },
  blocks: texts.map((text) => ({ text, kind: 'paragraph' })),
});

const onTalks = [
  'Ukraine and Russia held peace talks in Berlin on a ceasefire, and Ukraine sent its negotiators.',
  '“A deal between Ukraine and Russia is closer than ever,” Donald Trump said.',
  'The Kremlin said Russia would not accept European troops in Ukraine.',
];
const onDam = [
  'Velmora and Ostrin quarrelled over the water of the Karsk river and its dam.',
  '“The dam will be filled this year,” Irena Kovalt said.',
  'Ostrin will not sign the treaty, its government said.',
];
const told = (article: Article, topics = both) =>
  readArticle(article, topics).passages.map(
    ({ speaker, readings }) => `${speaker}: ${readings.map((r) => `${r.stance} ${r.proposition}`).join(', ')}`,
  );
const ofDam = ['Irena Kovalt: affirms dam-filled-this-year', 'Ostrin: denies ostrin-signs-treaty'];

describe('two topics', () => {
  it('each read the pages that are on them, as if they were alone', () => {
    expect(told(page(...onDam))).toEqual(ofDam);
    const found = readArticle(page(...onTalks), both);
    expect(found.passages.length).toBeGreaterThanOrEqual(2);
    expect(found).toEqual(readArticle(page(...onTalks), alone));
  });

  it('both read a page that is on both, in the order of its text', () => {
    const mixed = readArticle(page(...onTalks, ...onDam), both);
    expect(told(page(...onTalks, ...onDam))).toEqual([...told(page(...onTalks)), ...ofDam]);
    expect(mixed.passages.map(({ id }) => id)).toEqual(mixed.passages.map((_, i) => `p${i + 1}`));
  });

  it('make one passage of words on which both have a claim', () => {
    const words =
      '“A deal between Ukraine and Russia is closer than ever, and the Karsk dam will be filled this year,” Donald Trump said.';
    const [passage, ...more] = readArticle(page(...onTalks.slice(0, 1), ...onDam.slice(0, 1), words), both).passages;
    expect(more).toEqual([]);
    expect(passage?.speaker).toBe('Donald Trump');
    expect(passage?.readings.map((r) => r.proposition)).toEqual(['deal-close', 'dam-filled-this-year']);
  });

  it('keep their words apart, where classes have one name and people one id', () => {
    // `@deal` is a treaty for the one and an agreement for the other; "trump" has other sides.
    expect(told(page(...onTalks, ...onDam, 'Ostrin will sign the agreement, its government said.'))).toHaveLength(
      told(page(...onTalks, ...onDam)).length,
    );
  });

  it('leave a page on neither alone', () => {
    const found = readArticle(page('The mayor said “a deal is closer than ever” about the ferry.'), both);
    expect(found).toMatchObject({ topical: false, passages: [] });
    expect(found.quotations).toHaveLength(1);
  });

  it('read a statement of either', () => {
    const read = (text: string, speaker: string) =>
      readStatement(text, speaker, both).map((r) => `${r.stance} ${r.proposition}`);
    expect(read('The Karsk reservoir will not be full this year.', 'Irena Kovalt')).toEqual([
      'denies dam-filled-this-year',
    ]);
    expect(read('I think we are very close to a peace deal with Ukraine.', 'Donald Trump')).toEqual([
      'affirms deal-close',
    ]);
  });
});

describe('packs sorted into topics', () => {
  const more: Pack = { ...dam, id: 'more', propositions: dam.propositions.slice(0, 1), people: [], statements: [] };
  const ids = (packs: Pack[]) => lore(packs).topics.map(({ propositions }) => propositions.map(({ id }) => id));

  it('a pack with claims of another is on its topic, and both gates count', () => {
    const gate = [{ terms: ['Sund'], least: 1 }];
    const sund = { ...more, topic: { gate, elsewhere: [], classes: {} } };
    expect(ids([dam, sund])).toEqual([dam.propositions.map(({ id }) => id)]);
    const topics = compileTopics(lore([dam, sund]));
    expect(
      readArticle(page('In Sund the dam will be filled this year, Irena Kovalt said.'), topics).passages,
    ).toHaveLength(1);
  });

  it('a pack without a gate adds to the topic whose claims it shares or opposes, else to the first', () => {
    const { topic: _, ...bare } = more;
    const flood = { id: 'flood', group: 'g', claim: 'There will be a flood.' };
    expect(ids([talks, dam, { ...bare, propositions: [flood] }])[0]).toContain('flood');
    const against = { ...flood, opposes: ['dam-filled-this-year'] };
    expect(ids([{ ...bare, propositions: [against] }, talks, dam])[1]).toContain('flood');
  });

  it('no pack at all is a topic that no page is on', () => {
    expect(readArticle(page(...onTalks), compileTopics(lore([])))).toMatchObject({ topical: false, passages: [] });
  });
});
