import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { cardOf } from '../../components/card/model';
import { linesOf, nameOf } from '../../components/popup/model';
import type { Corpus } from '../../entrypoints/background/corpus';
import { reportOf } from '../../entrypoints/background/report';
import { mergeLore } from '../../utils/corpus/merge-lore';
import { memorySource } from '../../utils/corpus/source';
import { inLanguage, toldIn } from '../../utils/in-language';
import type { PageReply } from '../../utils/messages';
import { reasonPieces } from '../../utils/reason-words';
import { reportFile } from '../../utils/report-export/file';
import type { Article, Proposition } from '../../utils/types';
import { statement } from './corpus/support';
import { useLocale } from './support/catalogue';
import { reply } from './support/reply';

const bridge: Proposition = {
  id: 'p1',
  group: 'g',
  claim: 'The bridge will open.',
  label: 'Bridge opens',
  figure: { kind: 'cost', unit: 'euros' },
  languages: {
    de: { claim: 'Die Brücke wird geöffnet.', label: 'Brücke öffnet', kind: 'Kosten' },
    'pt-BR': { claim: 'A ponte vai abrir.' },
  },
};

beforeEach(() => useLocale('de'));
afterAll(() => useLocale('en'));

/** A page's reply whose first claim is told in German too. */
function german(): PageReply {
  const made = reply();
  const told = toldIn(bridge.languages, 'de');
  made.terms = {
    roles: { mayor: 'Bürgermeisterin' },
    sides: { Harbour: 'Hafen' },
    names: { 'Ada Example': 'Ada Beispiel' },
  };
  for (const id of ['s1', 's2']) Object.assign(made.statements[id] as object, { side: 'Harbour' });
  made.propositions.p1 = { ...(made.propositions.p1 as PageReply['propositions'][string]), ...(told && { told }) };
  return made;
}

describe('a proposition for a reader', () => {
  it('is told in the language, whatever its region, or in the exact one; else as the pack has it', () => {
    expect(inLanguage(bridge, 'de-AT')).toMatchObject({ claim: 'Die Brücke wird geöffnet.', label: 'Brücke öffnet' });
    expect(inLanguage(bridge, 'de').figure).toEqual({ kind: 'Kosten', unit: 'euros' });
    expect(inLanguage(bridge, 'pt-BR').claim).toBe('A ponte vai abrir.');
    for (const tag of ['pt', 'fr', 'en', 'constructor']) expect(inLanguage(bridge, tag)).toBe(bridge);
  });

  it('never has words of two languages: without a label its claim stands there', () => {
    const own = inLanguage(bridge, 'pt-BR');
    expect(own.label).toBeUndefined();
    expect(own.figure?.kind).toBe('cost');
  });
});

describe('the views of a page', () => {
  it('the card names claim and reason in the reader’s language and marks it', () => {
    const made = german();
    const model = cardOf(made, made.report.passages[0] as PageReply['report']['passages'][number]);
    expect(model.claims[0]).toMatchObject({
      claim: 'Die Brücke wird geöffnet.',
      label: 'Brücke öffnet',
      language: 'de',
    });
    const [item] = model.items;
    const given = item && reasonPieces(item.evidence.reason, item.told).filter((piece) => piece.given);
    expect(given).toEqual([{ text: 'Die Brücke wird geöffnet', given: true, language: 'de' }]);
    expect(item?.claim).toBe('p1');
    expect([item?.role, item?.side, item?.statement.role]).toEqual(['Bürgermeisterin', 'Hafen', 'mayor']);
    expect([item?.name, item?.statement.speaker, model.speaker]).toEqual([
      'Ada Beispiel',
      'Ada Example',
      'Ada Beispiel',
    ]);
  });

  it('the popup names it; a claim that is not told stays as it is', () => {
    expect(nameOf(german(), 'p1')).toBe('Brücke öffnet');
    expect(nameOf(german(), 'p2')).toBe('The toll will rise');
    const [line] = linesOf(german());
    expect([line?.speaker, line?.strongest?.name]).toEqual(['Ada Beispiel', 'Ada Beispiel']);
  });

  it('reports to read tell it, the report for programs keeps the pack’s words', () => {
    const options = { made: '2025-12-20', styles: '' };
    const [html, markdown, json] = (['html', 'markdown', 'json'] as const).map(
      (format) => reportFile(german(), format, options).text,
    );
    expect(html).toContain('<span lang="de">Die Brücke wird geöffnet.</span>');
    expect(html).toContain('„<span lang="de">Die Brücke wird geöffnet</span>“');
    expect(html).toContain('<span lang="en">The toll will rise.</span>');
    expect(markdown).toContain('Die Brücke wird geöffnet.');
    expect(markdown).toContain('Ada Beispiel (Bürgermeisterin · Hafen)');
    expect(json).toBe(reportFile(reply(), 'json', options).text);
  });

  it('the background sends both, the reader’s only where the pack has it', async () => {
    const languages = {
      de: {
        roles: { mayor: 'Bürgermeisterin', pilot: 'Pilotin' },
        names: { 'Ada Example': 'Ada Beispiel', Bo: 'Bodo' },
      },
    };
    const [empty, gate] = [
      { elsewhere: [], classes: {} },
      { terms: ['bridge'], least: 1 },
    ];
    const cued = { ...bridge, cues: { affirms: ['bridge ~4 open'] } };
    const lore = mergeLore([{ propositions: [cued], people: [], topic: { ...empty, gate: [gate], languages } }], 'k');
    const corpus: Corpus = {
      db: null,
      loreKey: async () => 'k',
      lore: async () => lore,
      source: async () => memorySource([{ ...statement('s1', { role: 'mayor' }), pack: 'sample' }]),
      status: async () => ({ ready: true, statements: 1, packs: [], fault: null }),
    };
    const article: Article = {
      ...{ url: '', title: '', published: '2025-12-01', language: 'en' },
      publishedFrom: 'given',
      blocks: [{ text: 'The bridge will open in May.', kind: 'paragraph' }],
    };
    const german = await reportOf(corpus, article);
    expect(german.propositions.p1).toMatchObject({ claim: 'The bridge will open.', told: { language: 'de' } });
    // Of the pack's words those that are needed here.
    expect(german.terms).toEqual({
      sides: {},
      roles: { mayor: 'Bürgermeisterin' },
      names: { 'Ada Example': 'Ada Beispiel' },
    });
    useLocale('fr');
    const french = await reportOf(corpus, article);
    expect(french.propositions.p1).toEqual({ ...german.propositions.p1, told: undefined });
    expect(JSON.stringify(french.report)).toBe(JSON.stringify(german.report));
  });
});
