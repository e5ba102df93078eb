/** Kinds of bad input: each must be named as a fault, with a word on what to do, and give no statement for that row. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEEP_MINE } from '../../../utils/corpus/conflicts';
import { toCsv } from '../../../utils/corpus/csv';
import { putStatements } from '../../../utils/corpus/edit';
import { toPackText } from '../../../utils/corpus/export';
import { rowWords } from '../../../utils/corpus/row-faults';
import { corpusService } from '../../../utils/corpus/service/service';
import { type ValidatedFile, validateFile } from '../../../utils/corpus/validate-file';
import { useLocale } from '../support/catalogue';
import { freshDb, label, pack, statement } from './support';

beforeAll(() => useLocale());
const encoder = new TextEncoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);
const good = statement('good', { role: 'editor' });
const json = (value: unknown): string => JSON.stringify(value);
const raw = (field: string, value: string): string => json(good).replace(/}$/, `,${json(field)}:${value}}`);
const long = 'x'.repeat(5000);

function refused(result: ValidatedFile, rows = 1): void {
  const said = result.fault ? [result.fault] : result.faults.map(rowWords);
  expect(said.length).toBeGreaterThan(0);
  for (const { message, todo } of said) {
    expect(message.length).toBeGreaterThan(3);
    expect(todo?.length).toBeGreaterThan(3);
  }
  if (!result.fault) for (const { row, field } of result.faults) expect([row > 0, field !== '']).toEqual([true, true]);
  expect(result.statements.length).toBeLessThanOrEqual(rows - 1);
}

const without = (key: string): object => Object.fromEntries(Object.entries(good).filter(([k]) => k !== key));
const reading = (more: object): object => ({ ...good, readings: [{ proposition: 'p1', stance: 'affirms', ...more }] });
const figure = (value: unknown): object => reading({ figure: value });
const source = (more: object): object => ({ ...good, source: { ...good.source, ...more } });

const wrongKinds: unknown[] = [5, true, [], {}, ['a'], { a: 1 }];
const badDays: unknown[] = [
  '',
  null,
  20250101,
  '2025',
  '2025-13-01',
  '2025-02-30',
  '2025-00-10',
  '2025-1-1',
  '01.02.2025',
  '1899-12-31',
  '2101-01-01',
  '2025-01-01T00:00:00Z',
  'yesterday',
  '٢٠٢٥-٠١-٠١',
  ' 2025-01-01',
  '-2025-01-01',
  '2025-01-32',
  {},
  [],
];
const badUrls: unknown[] = [
  '',
  null,
  7,
  'news.example/a',
  '//news.example/a',
  'ftp://news.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'https://',
  'https://user:pass@news.example/',
  'https://news.example/a b',
  `https://a.example/${long}`,
  'blob:https://a.example/1',
  ' https://a.example',
  'https://a.example/\n',
  {},
  [],
];
const badFigures: unknown[] = [
  5,
  '5',
  [],
  {},
  { value: '5' },
  { value: null },
  { low: 'a', high: 2 },
  { low: 3, high: 2 },
  { value: 1, low: 1 },
  { value: 1e300 },
  { unit: 'men' },
  { value: 1, unit: 5 },
  { value: 1, said: long },
  { value: true },
  { low: [], high: 2 },
];

const records: Record<string, unknown> = {
  ...Object.fromEntries(['speaker', 'date', 'source'].map((key) => [`no ${key}`, without(key)])),
  'no words': { ...good, quote: '', gist: '' },
  'only spaces': { ...good, quote: ' \t ', gist: '\n' },
  'only control characters': { ...good, quote: '\u0001\u0002' },
  'speaker of spaces': { ...good, speaker: '   ' },
  ...Object.fromEntries(
    ['id', 'speaker', 'role', 'side', 'quote', 'gist', 'place'].flatMap((key) => [
      ...wrongKinds.map((value) => [`${key}: ${json(value)}`, { ...good, [key]: value }]),
      [`${key} too long`, { ...good, [key]: long }],
      [`${key} with half a character`, { ...good, [key]: 'a\ud800b' }],
    ]),
  ),
  ...Object.fromEntries(wrongKinds.map((value) => [`publisher ${json(value)}`, source({ publisher: value })])),
  ...Object.fromEntries(badDays.map((value) => [`date ${json(value)}`, { ...good, date: value }])),
  ...Object.fromEntries(
    badDays
      .filter((v) => v !== '' && v !== null)
      .map((value) => [`published ${json(value)}`, source({ published: value })]),
  ),
  ...Object.fromEntries(badUrls.map((value) => [`url ${json(value).slice(0, 60)}`, source({ url: value })])),
  ...Object.fromEntries([5, 'x', [], null, true].map((value) => [`source ${json(value)}`, { ...good, source: value }])),
  ...Object.fromEntries(['x', 5, {}, true].map((value) => [`readings ${json(value)}`, { ...good, readings: value }])),
  ...Object.fromEntries([5, 'p1', null, [], {}].map((v) => [`a reading ${json(v)}`, { ...good, readings: [v] }])),
  ...Object.fromEntries(
    ['', 5, 'a b', 'a\tb', long, null].map((v) => [
      `proposition ${json(v)?.slice(0, 30)}`,
      reading({ proposition: v }),
    ]),
  ),
  ...Object.fromEntries(['', 'AFFIRMS', 'yes', 5, null, {}].map((v) => [`stance ${json(v)}`, reading({ stance: v })])),
  ...Object.fromEntries(badFigures.map((value) => [`figure ${json(value).slice(0, 60)}`, figure(value)])),
  'readBy a person': reading({ readBy: 'ada' }),
  'one reading twice': { ...good, readings: [...good.readings, ...good.readings] },
  'too many readings': {
    ...good,
    readings: Array.from({ length: 51 }, (_, i) => ({ proposition: `p${i}`, stance: 'denies' })),
  },
  'unknown date basis': { ...good, dateBasis: 'guessed' },
  'a list': [good],
  'a number': 5,
  'a text': 'statement',
  null: null,
};

describe('a bad record', () => {
  it('comes in at least 150 kinds', () => expect(Object.keys(records).length).toBeGreaterThan(150));

  for (const [name, record] of Object.entries(records))
    it(`${name}: in JSON Lines and in a pack`, async () => {
      const lines = await validateFile('x.jsonl', bytes(`${json(record)}\n${json({ ...good, id: 'next' })}\n`));
      refused(lines, 2);
      expect(lines.faults.every((f) => f.row === 1)).toBe(true);
      expect(lines.statements.map((s) => s.id)).toEqual(['next']);
      const inPack = await validateFile('x.json', bytes(json({ ...pack([]), statements: [good, record] })));
      refused(inPack, 2);
    });

  for (const key of ['__proto__', 'constructor', 'prototype'])
    it(`field ${key}`, async () => {
      refused(await validateFile('x.jsonl', bytes(raw(key, '{"polluted":true}'))));
      const nested = json(source({})).replace('"publisher"', `"${key}":{"polluted":true},"publisher"`);
      refused(await validateFile('x.jsonl', bytes(nested)));
      const inReading = json(good).replace('"stance"', `"${key}":{"polluted":true},"stance"`);
      refused(await validateFile('x.jsonl', bytes(inReading)));
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

  it('unknown propositions are refused where they are known', async () => {
    const known = { propositions: new Set(['other']) };
    refused(await validateFile('x.jsonl', bytes(json(good)), known));
    refused(await validateFile('x.csv', bytes(toCsv([good])), known));
  });

  it('the second of two records with one id', async () => {
    const twice = `${json(good)}\n${json({ ...good, quote: 'other' })}`;
    const result = await validateFile('x.jsonl', bytes(twice));
    expect(result.statements).toHaveLength(1);
    expect(result.faults).toMatchObject([{ row: 2, field: 'id' }]);
  });
});

const whole = toPackText(pack([good, statement('more')]));
const changed = (more: object): string => json({ ...pack([good]), ...more });
const firstOf = (key: 'propositions' | 'people', more: object): string =>
  changed({ [key]: [{ ...(pack([])[key][0] as object), ...more }] });

const files: Record<string, [name: string, content: Uint8Array | string]> = {
  'an empty file': ['x.json', ''],
  spaces: ['x.csv', ' \n\t'],
  'only a BOM': ['x.jsonl', '\ufeff'],
  'an image': ['x.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])],
  'NUL bytes': ['x.csv', 'speaker,date\0'],
  'Latin-1': ['x.csv', new Uint8Array([...bytes('speaker,date,url,quote\n'), 0xe9, 0x2c])],
  'half a UTF-16 character': ['x.csv', new Uint8Array([0xff, 0xfe, 0x00, 0xd8])],
  'a zip': ['x.json', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0])],
  HTML: ['x.json', '<!doctype html><title>404</title>'],
  'HTML named CSV': ['x.csv', '<!doctype html><title>404</title>'],
  'a word': ['x.json', 'hello'],
  'a number': ['x.json', '5'],
  'an empty object': ['x.json', '{}'],
  'an empty list of nothing': ['x.json', '[5]'],
  'deep nesting': ['x.json', '['.repeat(100_000)],
  'deep nesting, closed': ['x.jsonl', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  'JSON with comments': ['x.json', '{ /* pack */ "format": "said-before-pack" }'],
  'another format': ['x.json', changed({ format: 'other' })],
  'no version of the format': ['x.json', changed({ formatVersion: undefined })],
  'a newer format': ['x.json', changed({ formatVersion: 2 })],
  'format 0': ['x.json', changed({ formatVersion: 0 })],
  'a backup': ['x.jsonl', '{"format":"said-before-backup","formatVersion":1}\n["end",null]\n'],
  ...Object.fromEntries(
    ['id', 'title', 'version', 'date', 'propositions', 'people', 'statements'].map((key) => [
      `a pack without ${key}`,
      ['x.json', changed({ [key]: undefined })] as [string, string],
    ]),
  ),
  ...Object.fromEntries(
    [5, 'Mine', 'a/b', '../x', '', 'a b', '-a', 'x'.repeat(81)].map((id) => [
      `pack id ${id}`,
      ['x.json', changed({ id })],
    ]),
  ),
  'the reader’s own id': ['x.json', changed({ id: 'mine' })],
  'a pack of another day': ['x.json', changed({ date: 'soon' })],
  'a licence that is no text': ['x.json', changed({ license: {} })],
  'a homepage that runs': ['x.json', changed({ homepage: 'javascript:alert(1)' })],
  'statements as an object': ['x.json', changed({ statements: {} })],
  'a proposition without a claim': ['x.json', firstOf('propositions', { claim: undefined })],
  'a proposition with a bad id': ['x.json', firstOf('propositions', { id: 'a b' })],
  'a proposition twice': ['x.json', changed({ propositions: [...pack([]).propositions, ...pack([]).propositions] })],
  'days that are no number': ['x.json', firstOf('propositions', { windowDays: '3' })],
  'cues that are no lists': ['x.json', firstOf('propositions', { cues: { affirms: 'x' } })],
  'cues that cannot be read': ['x.json', firstOf('propositions', { cues: { affirms: ['@nowhere-to-be-found'] } })],
  'cues like a stranger': ['x.json', firstOf('propositions', { cues: { like: 'stranger' } })],
  'a person without a name': ['x.json', firstOf('people', { name: undefined })],
  'a person of another kind': ['x.json', firstOf('people', { kind: 'robot' })],
  'spellings that are no list': ['x.json', firstOf('people', { spellings: 'Ada' })],
  'a title of no day': ['x.json', firstOf('people', { titles: [{ title: 'king', from: 'long ago' }] })],
  'a topic that is no object': ['x.json', changed({ topic: 5 })],
  'a gate without terms': ['x.json', changed({ topic: { gate: [{ least: 1 }], elsewhere: [], classes: {} } })],
  'classes that are no lists': ['x.json', changed({ topic: { gate: [], elsewhere: [], classes: { a: 'b' } } })],
  'a pack with __proto__': ['x.json', whole.replace('{', '{"__proto__":{"polluted":true},')],
  'a class named __proto__': [
    'x.json',
    changed({ topic: { gate: [], elsewhere: [], classes: {} } }).replace('"classes":{', '"classes":{"__proto__":["a"]'),
  ],
  'gzip that is cut off': ['x.json.gz', gzipSync(whole).subarray(0, 80)],
  'gzip with a damaged byte': ['x.json.gz', gzipSync(whole).map((byte, i) => (i === 60 ? byte ^ 255 : byte))],
  'gzip of nothing': ['x.json.gz', gzipSync('')],
  'gzip in gzip': ['x.json.gz', gzipSync(gzipSync(whole))],
  'a gzip bomb': ['x.json.gz', gzipSync(Buffer.alloc(257 << 20))],
  'CSV without a header': ['x.csv', 'Ada,2025-01-01,https://a.example/'],
  'CSV without url': ['x.csv', 'speaker,date,quote\nAda,2025-01-01,x'],
  'CSV without words': ['x.csv', 'speaker,date,url\nAda,2025-01-01,https://a.example/'],
  'CSV with a column twice': ['x.csv', 'speaker,date,url,quote,date\n'],
  'CSV with an open quotation mark': ['x.csv', 'speaker,date,url,quote\nAda,2025-01-01,https://a.example/,"x\n'],
  'CSV with a stray quotation mark': ['x.csv', 'speaker,date,url,quote\nAda,2025-01-01,https://a.example/,"x"y\n'],
  'a web page without ClaimReviews': ['x.html', '<!doctype html><p>{"speaker":"Ada"}</p>'],
  'a spreadsheet file': ['x.csv', 'PK\u0003\u0004 and so on'],
  'CSV with too many cells': ['x.csv', 'speaker,date,url,quote\nAda,2025-01-01,https://a.example/,x,y\n'],
  'CSV that breaks off': ['x.csv', 'speaker,date,quote,url,published\nAda,2025-01-01,x,https://news.exa'],
  'CSV with a bad number': [
    'x.csv',
    'speaker,date,quote,url,proposition,stance,figure_low\nAda,2025-01-01,x,https://a.example/,p1,affirms,many\n',
  ],
  'CSV with a figure of nothing': [
    'x.csv',
    'speaker,date,quote,url,figure_low\nAda,2025-01-01,x,https://a.example/,5\n',
  ],
  'CSV with a stance of nothing': [
    'x.csv',
    'speaker,date,quote,url,proposition,stance\nAda,2025-01-01,x,https://a.example/,,affirms\n',
  ],
  'CSV with another day': ['x.csv', 'speaker;date;quote;url\nAda;01.02.2025;x;https://a.example/\n'],
  'ClaimReview without a claim': ['x.json', json({ '@type': 'ClaimReview', url: 'https://a.example/' })],
  'ClaimReview without a speaker': [
    'x.json',
    json({
      '@type': 'ClaimReview',
      claimReviewed: 'x',
      url: 'https://a.example/',
      itemReviewed: { datePublished: '2025-01-01' },
    }),
  ],
  'ClaimReview of no day': [
    'x.json',
    json([
      {
        '@type': 'ClaimReview',
        claimReviewed: 'x',
        url: 'https://a.example/',
        itemReviewed: { author: { name: 'A' }, datePublished: {} },
      },
    ]),
  ],
  'another JSON-LD': ['x.json', json({ '@type': 'NewsArticle' })],
};

describe('a bad file', () => {
  for (const [name, [file, content]] of Object.entries(files))
    it(name, async () => {
      const result = await validateFile(file, typeof content === 'string' ? bytes(content) : content);
      refused(result);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });

  it('a pack cut off anywhere', async () => {
    for (let at = 1; at < whole.length - 2; at += 7) refused(await validateFile('x.json', bytes(whole.slice(0, at))));
  });

  it('JSON Lines cut off anywhere lose only the last record, and say so', async () => {
    const text = `${json(good)}\n${json(statement('last'))}`;
    for (let at = json(good).length + 3; at < text.length; at += 5) {
      const result = await validateFile('x.jsonl', bytes(text.slice(0, at)));
      expect(result.faults).toMatchObject([{ row: 2 }]);
      expect(result.statements).toHaveLength(1);
    }
  });

  it('JSON Lines of any name keep their good lines, wherever the bad one is', async () => {
    const lines = [json(good), json(statement('other')), '{"speaker":'];
    for (const order of [lines, lines.toReversed()]) {
      const result = await validateFile('pasted text', bytes(order.join('\n')));
      expect(result.statements).toHaveLength(2);
      expect(result.faults).toMatchObject([{ row: order.indexOf('{"speaker":') + 1 }]);
    }
  });

  it('CSV rows with one id that disagree', async () => {
    const text = toCsv([good]) + toCsv([{ ...good, speaker: 'Bo' }]).split('\n')[1];
    const result = await validateFile('x.csv', bytes(`${text}\n`));
    expect(result.faults).toMatchObject([{ row: 3, field: 'speaker' }]);
  });
});

describe('whatever is wrong', () => {
  it('nothing of a bad file is stored by the dry run, and a refused pack cannot be run', async () => {
    const db = await freshDb();
    await putStatements(db, [good], label);
    const before = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    const service = corpusService(() => undefined, db.name);
    const faulty = toPackText(pack([good, { ...good, id: 'bad', speaker: '' }]));
    for (const [name, content] of [...Object.values(files), ['x.json', faulty] as const]) {
      if (name.endsWith('.gz') && content.length > 100_000) continue;
      const preview = await service.planImport(new File([content as BlobPart], name));
      if (!preview.ok) continue;
      const { plan, faulty: rows, added, changed } = preview.value;
      expect(rows).toBeGreaterThan(0);
      if (preview.value.kind === 'pack')
        expect(await service.runImport(plan, KEEP_MINE)).toMatchObject({
          ok: false,
          fault: { code: 'corpus-faultypack' },
        });
      else expect(added + changed).toBe(0);
    }
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).toBe(before);
    db.close();
  }, 60_000);

  it('pieces of any size give what the whole file gives', async () => {
    const nasty = [
      statement('é', { gist: 'two\u2028lines "quoted", with; all\tof it €', speaker: 'Zoë “Z” O’Hara' }),
      statement('b', { gist: '=1+1' }),
      statement('c', { quote: 'a "b" c' }),
    ];
    const texts = { 'x.csv': toCsv(nasty).replaceAll('\n', '\r\n'), 'x.jsonl': nasty.map(json).join('\r\n') };
    for (const [name, text] of Object.entries(texts)) {
      const whole = await validateFile(name, bytes(text));
      expect(whole.faults).toEqual([]);
      for (const size of [1, 2, 3, 7, 64]) {
        const all = bytes(text);
        const blob = new Blob([all as BlobPart]);
        const stream = (): ReadableStream<Uint8Array> =>
          new ReadableStream({
            start(to) {
              for (let i = 0; i < all.length; i += size) to.enqueue(all.slice(i, i + size));
              to.close();
            },
          });
        Object.defineProperty(blob, 'stream', { value: stream });
        expect(await validateFile(name, blob)).toEqual(whole);
      }
    }
  });
});

describe('good files of every kind', () => {
  const ids = async (name: string, content: string | Uint8Array): Promise<string[]> => {
    const result = await validateFile(name, typeof content === 'string' ? bytes(content) : content);
    expect(result).toMatchObject({ faults: [] });
    expect(result.fault).toBeUndefined();
    return result.statements.map((s) => s.id);
  };

  it('packs, plain, gzipped, with BOM', async () => {
    expect(await ids('x.json', whole)).toEqual(['good', 'more']);
    expect(await ids('x.json.gz', gzipSync(whole))).toEqual(['good', 'more']);
    expect(await ids('x.json', `\ufeff${whole}`)).toEqual(['good', 'more']);
  });

  it('JSON Lines, lists, single records, whatever the name', async () => {
    for (const name of ['x.jsonl', 'pasted', 'x.json'])
      expect(await ids(name, `${json(good)}\r\n\r\n${json(statement('b'))}\r\n`)).toEqual(['good', 'b']);
    expect(await ids('x.json', json([good]))).toEqual(['good']);
    expect(await ids('x.json', json(good))).toEqual(['good']);
    expect(await ids('x.jsonl.gz', gzipSync(json(good)))).toEqual(['good']);
  });

  it('CSV with each delimiter, UTF-16, any order of columns and empty rows', async () => {
    for (const delimiter of [',', ';', '\t']) {
      const text = ['URL', 'Quote', 'date', 'speaker', 'id'].join(delimiter);
      const row = ['https://a.example/', 'x', '2025-01-01', 'Ada', 'a'].join(delimiter);
      expect(await ids('x.csv', `\ufeff${text}\r\n\r\n${row}`)).toEqual(['a']);
      expect(await ids('x.txt', new Uint8Array(Buffer.from(`\ufeff${text}\n${row}\n`, 'utf16le')))).toEqual(['a']);
    }
  });

  it('ids are made when absent, and always the same', async () => {
    const { id: _, ...anonymous } = good;
    const [first] = await ids('x.jsonl', json(anonymous));
    expect(await ids('x.json', json([anonymous]))).toEqual([first]);
    expect(first).toMatch(/^ada-example-2025-03-01-words-of-good-/);
  });

  it('ClaimReviews of a list, a graph and a feed', async () => {
    const review = {
      '@type': 'ClaimReview',
      url: 'https://review.example/1',
      claimReviewed: 'The gist.',
      author: { name: 'Reviewers' },
      itemReviewed: { author: [{ name: 'Ada' }], datePublished: '2025-01-01T10:00:00Z' },
    };
    const feed = { dataFeedElement: [{ item: [review] }] };
    for (const value of [review, [review], { '@graph': [review] }, feed]) {
      const result = await validateFile('x.json', bytes(json(value)));
      expect(result.kind).toBe('claimreview');
      expect(result.statements).toMatchObject([
        { speaker: 'Ada', date: '2025-01-01', gist: 'The gist.', source: { url: 'https://review.example/1' } },
      ]);
    }
  });

  it('ClaimReviews as sites write them: graphs in lists, several types, a list of claims, in a web page', async () => {
    const review = {
      '@type': ['Review', 'ClaimReview'],
      url: 'https://review.example/1',
      claimReviewed: 'The gist.',
      itemReviewed: [
        { author: { name: 'Ada' }, datePublished: '2025-01-01', appearance: [{ '@id': 'https://paper.example/' }] },
      ],
    };
    const nested = [{ '@type': 'WebSite' }, { '@graph': [{ '@type': 'WebPage' }, [review]] }];
    const script = `<script type="application/ld+json">${json(nested)}</script>`;
    const page = `<!doctype html><p>&quot;</p><script type=application/ld+json>{cut off</script>\n${script}`;
    for (const text of [json(nested), script, page]) {
      const result = await validateFile('x.txt', bytes(text));
      expect(result.fault).toBeUndefined();
      expect(result.kind).toBe('claimreview');
      expect(result.statements).toMatchObject([{ speaker: 'Ada', source: { url: 'https://paper.example/' } }]);
    }
  });

  it('a spreadsheet that names its separator first', async () => {
    const lines = ['speaker;date;quote;url', 'Ada;2025-01-01;the ferry, again;https://a.example/'];
    const result = await validateFile('x.csv', bytes(`\ufeffsep=;\r\n${lines.join('\r\n')}\r\n`));
    expect(result.statements).toMatchObject([{ quote: 'the ferry, again' }]);
    const wrong = await validateFile('x.csv', bytes(`sep=;\n${lines.join('\n').replace('2025', '20251')}\n`));
    expect(wrong.faults).toMatchObject([{ row: 3, field: 'date' }]);
  });

  it('quotation marks around the whole of a quotation are not part of it', async () => {
    const kept = async (quote: string) =>
      (await validateFile('x.jsonl', bytes(json({ ...good, quote })))).statements[0];
    for (const quote of [
      '“the ferry stays”',
      '"the ferry stays"',
      '„ the ferry stays “',
      '« the ferry stays »',
      '“"the ferry stays"”',
    ])
      expect((await kept(quote))?.quote).toBe('the ferry stays');
    for (const quote of ['“stays” is not “goes”', 'he said “stays”', "'tis the ferry's"])
      expect((await kept(quote))?.quote).toBe(quote);
  });

  it('script and formulas stay text', async () => {
    const nasty = statement('n', { speaker: '=HYPERLINK("x")', gist: '<img src=x onerror=alert(1)>', role: "'=1" });
    const csv = toCsv([nasty]);
    expect(csv).toContain(`"'=HYPERLINK(`);
    const result = await validateFile('x.csv', bytes(csv));
    expect(result.statements).toEqual([nasty]);
  });
});
