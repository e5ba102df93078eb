/** What the bundled pack's claims, speakers, sides and roles are called in the languages of the interface. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../scripts/pack/source';
import { loreFault } from '../../../utils/corpus/check-lore';
import { packNameOf } from '../../../utils/in-language';

const pack = readSource('scripts/pack/ukraine-peace-talks');
const languages = readdirSync('public/_locales').filter((locale) => locale !== pack.language);

/** What may stand in a text of a language, a quotation within another too; and what may not in all the rest. */
const marks: Record<string, { own: RegExp; slips: RegExp }> = {
  de: { own: /„[^“]*“|‚[^‘]*‘/g, slips: /["'’«»„“”‚‘]|[\u0400-\u04ff]/ },
  fr: { own: /«\u00a0[^«»]*\u00a0»|“[^”]*”/g, slips: /["'«»„“”‚‘]|[^\u00a0]:(?= |$)|[^\u202f][;!?]|[\u0400-\u04ff]/ },
  // The name of a weapon keeps its letters, a pope his number.
  uk: { own: /«[^«»]*»|„[^“]*“|Tomahawk|GCHQ|\bXIV\b/g, slips: /["'«»„“”‚‘]|[A-Za-z]/ },
};

describe('the bundled pack in other languages', () => {
  it('is written as the format asks', async () => expect(await loreFault(pack)).toBeNull());

  for (const language of languages) {
    const own = pack.propositions.map((p) => ({ ...p, told: p.languages?.[language] }));

    it(`${language}: the pack itself has a name`, () => {
      const named = packNameOf(pack, `${language}-AT`);
      expect(named).toBeTruthy();
      expect(named).not.toBe(pack.title);
      expect(packNameOf(pack, 'pt-BR')).toBe(pack.title);
    });

    it(`${language}: every claim has a sentence and a few words, every figure its kind`, () => {
      const lacking = own.filter(
        ({ told, figure, label }) => !told?.claim.endsWith('.') || !label !== !told.label || !figure !== !told.kind,
      );
      expect(lacking.map(({ id }) => id)).toEqual([]);
    });

    it(`${language}: none is left in English, none stands for two, and the few words are few`, () => {
      expect(own.filter(({ told, claim, label }) => told?.claim === claim || told?.label === label)).toEqual([]);
      for (const key of ['claim', 'label'] as const)
        expect(new Set(own.map(({ told }) => told?.[key])).size).toBe(own.length);
      expect(own.filter(({ told }) => (told?.label ?? '').length > 40).map(({ id }) => id)).toEqual([]);
    });

    it(`${language}: every role and side has its word`, () => {
      const { roles = {}, sides = {} } = pack.topic?.languages?.[language] ?? {};
      const of = (key: 'role' | 'side') => [...new Set(pack.statements.flatMap((s) => s[key] || []))].sort();
      expect(Object.keys(roles).sort()).toEqual(of('role'));
      expect(Object.keys(sides).sort()).toEqual(of('side'));
      const left = Object.entries(roles).filter(([role, own]) => role === own);
      expect(left).toEqual([]);
    });

    it(`${language}: names are of people of the pack, and differ from the pack’s`, () => {
      const names = pack.topic?.languages?.[language]?.names ?? {};
      const known = new Map(pack.people.map(({ name, ...rest }) => [name, rest]));
      expect(Object.keys(names).filter((name) => !known.has(name) || names[name] === name)).toEqual([]);
      // Names of two of the pack's that are one abroad belong to one body under two names.
      const twice = Object.entries(names).filter(([, told], i, all) => all.findIndex(([, one]) => one === told) !== i);
      expect(twice.map(([name]) => known.get(name)?.kind)).not.toContain('person');
      expect(names['Volodymyr Zelenskyy']).toMatch(/Selenskyj$|Zelensky$|Зеленський$/);
    });

    it(`${language}: marks and letters are those of the language`, () => {
      const { names, roles, sides } = pack.topic?.languages?.[language] ?? {};
      const texts = [pack.languages?.[language], ...own.map(({ told }) => told), names, roles, sides].flatMap((words) =>
        Object.values(words ?? {}),
      );
      const { own: may, slips } = marks[language] as (typeof marks)[string];
      expect(texts.filter((text) => slips.test(text.replace(may, '')))).toEqual([]);
    });
  }
});
