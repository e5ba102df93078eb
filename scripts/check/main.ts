/** The command line: check, read, validate. Exit 0 done, 1 a file could not be checked, 2 usage. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { extractArticle } from '../../utils/article/extract';
import { isDay } from '../../utils/corpus/check-statement';
import { rowWords } from '../../utils/corpus/row-faults';
import { validateFile } from '../../utils/corpus/validate-file';
import { readStatement } from '../../utils/reading/read-article';
import { writtenReport } from '../../utils/reason-words';
import { buildReport } from '../../utils/report';
import { useEnglish } from '../setup/words';
import { type Corpus, knownTo, loadCorpus } from './packs';
import { printReport } from './print';
import { readPage } from './read-file';
import { whyUnread } from './unread';

const usage = `usage:
  said-before check FILE… [--published YYYY-MM-DD] [--url URL] [--pack FILE]… [--json] [--quotes]
  said-before read "TEXT" --speaker NAME [--pack FILE]… [--json]
  said-before validate FILE… [--pack FILE]…`;

class Usage extends Error {}

async function corpusOf(files: readonly string[]): Promise<Corpus | null> {
  const corpus = await loadCorpus(files);
  if (corpus.ok) return corpus.value;
  console.error(`${corpus.fault.message} ${corpus.fault.todo ?? ''}`.trim());
  return null;
}

async function check(
  files: string[],
  opt: { published?: string; url?: string; pack: string[]; json: boolean; quotes: boolean },
): Promise<number> {
  if (files.length === 0) throw new Usage('check: name at least one file');
  if (opt.published && !isDay(opt.published))
    throw new Usage(`--published "${opt.published}" is not a day such as 2025-12-31`);
  if (opt.url && !URL.canParse(opt.url))
    throw new Usage(`--url "${opt.url}" is not an address such as https://example.org/story`);
  const corpus = await corpusOf(opt.pack);
  if (!corpus) return 1;
  let failed = 0;
  for (const file of files) {
    try {
      const { article } = extractArticle(
        readPage(file),
        opt.url ?? pathToFileURL(file).href,
        opt.published ? { published: opt.published } : {},
      );
      if (article.blocks.length === 0) console.error(`${file}: no text was found on this page.`);
      const built = await buildReport(article, corpus.topics, corpus.source);
      const quotes = opt.quotes ? { quotes: built.quotations } : {};
      console.log(
        opt.json
          ? JSON.stringify({ ...writtenReport(built.report), ...quotes })
          : printReport(file, built, corpus.topics.propositions),
      );
      if (opt.quotes && !opt.json)
        for (const q of built.quotations) console.log(`“${q.text}” — ${q.speaker ?? 'unknown'}`);
    } catch (error) {
      failed += 1;
      console.error(`${file}: could not be checked: ${whyUnread(error)}.`);
    }
  }
  return failed > 0 ? 1 : 0;
}

async function read(texts: string[], opt: { speaker?: string; pack: string[]; json: boolean }): Promise<number> {
  const [text] = texts;
  if (texts.length !== 1 || !text?.trim()) throw new Usage('read: give one text in quotation marks');
  if (!opt.speaker) throw new Usage('read: --speaker NAME is needed');
  const corpus = await corpusOf(opt.pack);
  if (!corpus) return 1;
  const readings = readStatement(text, opt.speaker, corpus.topics);
  if (opt.json) console.log(JSON.stringify({ text, speaker: opt.speaker, readings }));
  else if (readings.length === 0) console.log('Nothing known: the text takes no stance on a proposition of the pack.');
  else
    for (const r of readings)
      console.log(
        `${r.stance}  ${r.proposition}: ${corpus.topics.propositions.get(r.proposition)?.claim}${r.figure?.said ? `  [${r.figure.said}]` : ''}  (${r.because.join(' … ')})`,
      );
  return 0;
}

async function validate(files: string[], opt: { pack: string[] }): Promise<number> {
  if (files.length === 0) throw new Usage('validate: name at least one file');
  const propositions = await knownTo([...files, ...opt.pack]);
  let failed = 0;
  for (const file of files) {
    try {
      const found = await validateFile(file, readFileSync(file), { propositions });
      if (found.fault) console.log(`${file}: ${found.fault.message} ${found.fault.todo ?? ''}`.trim());
      for (const fault of found.faults) {
        const { message, todo } = rowWords(fault);
        console.log(`${file}:${fault.row}: ${fault.field}: ${message} ${todo}`);
      }
      if (!found.fault && found.faults.length === 0)
        console.log(`${file}: ${found.kind}, ${found.statements.length} statements, no fault`);
      else failed += 1;
    } catch (error) {
      failed += 1;
      console.error(`${file}: could not be read: ${whyUnread(error)}.`);
    }
  }
  return failed > 0 ? 1 : 0;
}

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      published: { type: 'string' },
      url: { type: 'string' },
      pack: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      quotes: { type: 'boolean', default: false },
      speaker: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (command === 'check') return check(rest, values);
  if (command === 'read') return read(rest, values);
  if (command === 'validate') return validate(rest, values);
  throw new Usage(command ? `unknown command "${command}"` : 'no command given');
}

useEnglish();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const wrong =
    error instanceof Usage ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
  console.error(wrong ? `said-before: ${(error as Error).message}\n${usage}` : error);
  process.exitCode = wrong ? 2 : 1;
}
