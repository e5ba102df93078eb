import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { pseudoOf, pseudoText } from '../../utils/pseudo';

type Catalogue = Record<string, { message: string }>;
const catalogue = (locale: string): Catalogue =>
  JSON.parse(readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'));
const locales = readdirSync('public/_locales');
const english = catalogue('en');
const keys = Object.keys(english);

/** CLDR categories; "zero" and "two" too, so that a translation to a language that has them is checked. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const plurals = [...new Set(keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, '')))];
const isPlural = (key: string): boolean => PLURAL.test(key) && plurals.includes(key.replace(PLURAL, ''));
const placeholders = (text: string): string[] => [...new Set(text.match(/\$\d/g) ?? [])].sort();

/** How each language sets quotation marks and apostrophes; a straight one is a slip in all of them. */
const marks: Record<string, { own: RegExp; others: RegExp }> = {
  en: { own: /“[^“”]*”/g, others: /["'«»„“”]/ },
  de: { own: /„[^„“]*“/g, others: /["'«»„“”]/ },
  // French spaces keep a sign at its word: no-break inside guillemets and before the colon, narrow before ; ! ?
  fr: { own: /«\u00a0[^«»]*\u00a0»/g, others: /["'«»„“”]|[^\u00a0]:(?= |$)|[^\u202f][;!?]|[ \u202f]:/ },
  uk: { own: /«[^«»]*»/g, others: /["'«»„“”]/ },
};

describe('catalogues', () => {
  it('are those of the four languages of the interface', () => {
    expect([...locales].sort()).toEqual(['de', 'en', 'fr', 'uk']);
  });

  for (const locale of locales) {
    const own = catalogue(locale);
    const tag = locale.replace('_', '-');

    it(`${locale}: every key is there, none is left over, none is empty`, () => {
      const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
      const wanted = [
        ...keys.filter((key) => !isPlural(key)),
        ...plurals.flatMap((stem) => categories.map((category) => `${stem}_${category}`)),
      ];
      expect(wanted.filter((key) => !own[key])).toEqual([]);
      expect(Object.keys(own).filter((key) => !wanted.includes(key))).toEqual([]);
      expect(Object.keys(own).filter((key) => !own[key]?.message.trim())).toEqual([]);
    });

    it(`${locale}: placeholders are those of the English text`, () => {
      const wrong = Object.entries(own).flatMap(([key, { message }]) => {
        const model = english[isPlural(key) ? key.replace(PLURAL, '_other') : key];
        if (!model) return [];
        const [has, wants] = [placeholders(message), placeholders(model.message)];
        // "Show the one statement" needs no number.
        const may =
          isPlural(key) && !key.endsWith('_other') ? wants.filter((p) => p !== '$1' || has.includes(p)) : wants;
        return JSON.stringify(has) === JSON.stringify(may) ? [] : [`${key}: ${has} instead of ${wants}`];
      });
      expect(wrong).toEqual([]);
    });

    it(`${locale}: a form for more than one number says the number`, () => {
      const rules = new Intl.PluralRules(tag);
      const many = (category: string): boolean => {
        for (let n = 1, found = 0; n < 200; n++) if (rules.select(n) === category && ++found > 1) return true;
        return false;
      };
      const wrong = Object.entries(own).filter(([key, { message }]) => {
        const category = PLURAL.exec(key)?.[1];
        if (!category || !isPlural(key) || !many(category)) return false;
        const model = english[key.replace(PLURAL, '_other')]?.message ?? '';
        return model.includes('$1') && !message.includes('$1');
      });
      expect(wrong.map(([key]) => key)).toEqual([]);
    });

    it(`${locale}: the stores take its name and description`, () => {
      expect(own.name?.message).toBe('Said Before');
      expect([...(own.description?.message ?? '')].length).toBeLessThanOrEqual(132);
    });

    it(`${locale}: quotation marks, apostrophes and spaces are those of the language`, () => {
      const { own: good, others } = marks[locale] ?? { own: /$^/g, others: /["']/ };
      const wrong = Object.entries(own).filter(([, { message }]) => others.test(message.replace(good, '')));
      expect(wrong.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
    });

    if (locale !== 'en')
      it(`${locale}: no sentence was left in English`, () => {
        const same = Object.entries(own).filter(
          ([key, { message }]) =>
            message === english[key]?.message && /\p{L}{2,}\s.*\p{L}{2,}\s.*\p{L}{2,}/u.test(message),
        );
        expect(same.map(([key]) => key)).toEqual([]);
      });

    it(`${locale}: a lone "$" would be swallowed by the browser`, () => {
      const wrong = Object.entries(own).filter(([, { message }]) => /\$(?!\d|\$)/.test(message));
      expect(wrong.map(([key]) => key)).toEqual([]);
    });

    it(`${locale}: names its own language`, () => {
      expect(own.language?.message).toBe(tag);
    });
  }
});

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
const sources = ['components', 'entrypoints', 'utils'].flatMap(files);

function each(file: string, visit: (node: ts.Node, line: () => string) => void): void {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const walk = (node: ts.Node): void => {
    visit(node, () => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    node.forEachChild(walk);
  };
  walk(source);
}

describe('code', () => {
  it('asks for no key that the catalogue lacks', () => {
    const wrong: string[] = [];
    for (const file of sources)
      each(file, (node, line) => {
        if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
        if (node.expression.text !== 't' && node.expression.text !== 'tn') return;
        const plural = node.expression.text === 'tn';
        const check = (argument: ts.Node): void => {
          if (ts.isConditionalExpression(argument)) {
            check(argument.whenTrue);
            check(argument.whenFalse);
          } else if (ts.isStringLiteralLike(argument)) {
            const known = plural ? english[`${argument.text}_other`] : english[argument.text];
            if (!known) wrong.push(`${line()} ${argument.text}`);
          } else if (ts.isTemplateExpression(argument)) {
            const [head, tail] = [argument.head.text, argument.templateSpans.at(-1)?.literal.text ?? ''];
            if (!keys.some((key) => key.startsWith(head) && key.includes(tail)))
              wrong.push(`${line()} ${head}…${tail}`);
          }
        };
        if (node.arguments[0]) check(node.arguments[0]);
      });
    expect(wrong).toEqual([]);
  }, 90_000);

  it('shows no words of its own', () => {
    const shown = /^(?:title|placeholder|alt|label|aria-label|aria-description|aria-roledescription|aria-valuetext)$/;
    // Two letters make a word; a row of column names or a host name is a format.
    const letters = /^(?![a-z_]+(?:[,.][a-z_]+)+$)(?=.*\p{L}{2})/su;
    const wrong: string[] = [];
    for (const file of sources.filter((name) => name.endsWith('.tsx')))
      each(file, (node, line) => {
        if (ts.isJsxText(node) && letters.test(node.text)) wrong.push(`${line()} ${node.text.trim()}`);
        if (ts.isJsxAttribute(node) && shown.test(node.name.getText()) && node.initializer) {
          const { initializer } = node;
          const literal = ts.isStringLiteral(initializer)
            ? initializer
            : ts.isJsxExpression(initializer) &&
                initializer.expression &&
                ts.isStringLiteralLike(initializer.expression)
              ? initializer.expression
              : null;
          if (literal && letters.test(literal.text)) wrong.push(`${line()} ${literal.text}`);
        }
        const inJsx = ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) ? node.expression : undefined;
        if (inJsx && ts.isStringLiteralLike(inJsx) && letters.test(inJsx.text)) wrong.push(`${line()} ${inJsx.text}`);
      });
    expect(wrong).toEqual([]);
  });

  it('builds no sentence of its own, in views or behind them', () => {
    /** Two words after a capital, a full stop after a word, or three plain words in a row. */
    const prose = /^\p{Lu}\p{Ll}+[ ,:].*\p{L}{2}|\s.*\p{Ll}{2}[.!?…]$|(?:^|\s)\p{Ll}+ \p{Ll}+ \p{Ll}+/su;
    /** Quotation marks are those of the reader's language: `quoted`, or the catalogue. */
    const marks = /^[“„«].+[”“»]$/su;
    /** Files whose words reach no reader, or are meant to be English, with why. */
    const own = new Set([
      // What English texts are read by.
      ...files('utils/reading'),
      // A report that goes to the makers.
      'utils/wrong-match.ts',
      // Text that stands for no language.
      'utils/pseudo.ts',
      // Our own name, by which our reports are known.
      'utils/gate.ts',
    ]);
    const wrong: string[] = [];
    for (const file of sources.filter((name) => !own.has(name) && !name.startsWith('entrypoints/gallery/')))
      each(file, (node, line) => {
        const text = ts.isStringLiteralLike(node)
          ? node.text
          : ts.isTemplateExpression(node)
            ? node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join('')
            : '';
        if (!(prose.test(text.trim()) && text.includes(' ')) && !marks.test(text)) return;
        const { parent } = node;
        // A word list is split at once; an error's message is for whoever reads the log.
        if (ts.isPropertyAccessExpression(parent) && parent.name.text === 'split') return;
        if (ts.isNewExpression(parent) && /Error$|Exception$/.test(parent.expression.getText())) return;
        if (ts.isJsxAttribute(parent) && parent.name.getText() === 'class') return;
        wrong.push(`${line()} ${text.slice(0, 80)}`);
      });
    expect(wrong).toEqual([]);
  }, 90_000);

  it('has no text in the catalogue that nothing shows', () => {
    const config = readFileSync('wxt.config.ts', 'utf8');
    const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n') + config;
    const literals = new Set([...text.matchAll(/['"`]([\w-]+)['"`]/g)].map((m) => m[1]));
    const made = [...text.matchAll(/`([\w]*)\$\{[^}]*\}([\w]*)(?:\$\{[^}]*\}([\w]*))?`/g)].map((m) => ({
      head: m[1] ?? '',
      tail: (m[3] ?? m[2]) || '',
    }));
    const unused = keys.filter((key) => {
      const stem = isPlural(key) ? key.replace(PLURAL, '') : key;
      // Steps are stored by key in the reader's history: what an older version wrote must stay readable.
      if (stem.startsWith('step')) return false;
      if (literals.has(stem) || literals.has(stem.replace(/Todo$/, '')) || config.includes(`__MSG_${key}__`))
        return false;
      return !made.some(({ head, tail }) => (head || tail) && stem.startsWith(head) && stem.endsWith(tail));
    });
    expect(unused).toEqual([]);
  });
});

describe('pseudo-languages', () => {
  it('are asked for by the address only', () => {
    expect(['', '?pseudo=long', '?tab=1&pseudo=rtl', '?pseudo=fr'].map(pseudoOf)).toEqual([null, 'long', 'rtl', null]);
  });
  it('make every text of the catalogue 40 % longer, keep its numbers, and leave nothing where nothing was', () => {
    for (const { message } of Object.values(english)) {
      const long = pseudoText(message, 'long');
      expect(long.length).toBeGreaterThanOrEqual(Math.floor(message.length * 1.4) - 1);
      expect(placeholders(long)).toEqual(placeholders(message));
    }
    expect(pseudoText('', 'long')).toBe('');
  });
  it('turn words, not numbers', () => {
    expect(pseudoText('12 of 30', 'rtl')).toBe('12 \u202eof\u202c 30');
  });
});
