/**
 * `npm run eval [-- options]`: how well the engine reads labelled articles, the pack's examples and its statements.
 *   --labels DIR        labelled articles (default ../shared/eval/dev; skipped when absent)
 *   --only ID,ID        these propositions
 *   --held              only the held-back third (default: only the other two thirds; --all: everything)
 *   --errors            list every reading missed or wrong
 *   --examples --own --wire --articles --statements   only these sets: example sentences, our labelled articles, our plain
 *       reports, others' labelled articles, statements
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArticle, readStatement } from '../../utils/reading/read-article';
import { compileTopic } from '../../utils/reading/topic';
import { readSource } from '../pack/source';
import { asArticle, type LabelledArticle, readExamples, readLabels, sameWords, surname } from './labels';
import { readOwnArticles, readWire } from './own-articles';
import { Tally } from './tally';

const { values: opt } = parseArgs({
  options: {
    labels: { type: 'string', default: '../shared/eval/dev' },
    only: { type: 'string' },
    held: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    examples: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    wire: { type: 'boolean', default: false },
    articles: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
  },
});
const source = 'scripts/pack/ukraine-peace-talks';
const pack = readSource(source);
const topic = compileTopic(pack);
const only = opt.only ? new Set(opt.only.split(',')) : null;
const wanted = (id: string): boolean => !only || only.has(id);
const part = (held: boolean): boolean => opt.all || held === opt.held;
const every = !opt.examples && !opt.own && !opt.wire && !opt.articles && !opt.statements;

function articles(name: string, labelled: (LabelledArticle & { held: boolean })[]): void {
  const tally = new Tally(name, opt.errors);
  for (const a of labelled.filter((x) => part(x.held))) {
    const passages = readArticle(asArticle(a), topic).passages;
    const gold = a.passages.filter((p) => !p.doubtful);
    const doubtful = a.passages.filter((p) => p.doubtful);
    for (const label of gold)
      for (const r of label.readings.filter((x) => wanted(x.proposition))) {
        const hits = passages
          .filter((p) => sameWords(p.text, label.text))
          .flatMap((p) => p.readings.map((x) => ({ ...x, speaker: p.speaker })));
        const right = hits.find((x) => x.proposition === r.proposition && x.stance === r.stance);
        tally.labelled(
          r.proposition,
          r.stance,
          hits.find((x) => x.proposition === r.proposition)?.stance ?? null,
          Boolean(right),
          `${a.id}\t[${label.speaker}] ${label.text}`,
        );
        if (right && label.speaker)
          tally.voice(
            surname(right.speaker) === surname(label.speaker),
            `${a.id}\t${label.speaker} -> ${right.speaker}\t${label.text}`,
          );
      }
    for (const p of passages.filter((x) => !doubtful.some((d) => sameWords(d.text, x.text)))) {
      const labels = gold.filter((g) => sameWords(g.text, p.text)).flatMap((g) => g.readings);
      for (const r of p.readings.filter((x) => wanted(x.proposition))) {
        const right = labels.some((l) => l.proposition === r.proposition && l.stance === r.stance);
        const topicOnly = labels.find((l) => l.proposition === r.proposition);
        tally.shown(
          r.proposition,
          right,
          `${a.id}\t${r.stance}${topicOnly ? ` (should be ${topicOnly.stance})` : ''}\t[${p.speaker}] ${p.text}\t<= ${r.because.join(' … ')}`,
        );
      }
    }
  }
  tally.print();
}

/** Makes one sentence topical, so that only its own words are judged. */
const context =
  'Ukraine and Russia held peace talks on a ceasefire in Ukraine while Russian forces and Ukraine fought on. Negotiators sought a peace deal.';

function examples(): void {
  const tally = new Tally('examples', opt.errors);
  for (const e of readExamples(`${source}/examples`).filter((x) => part(x.held) && wanted(x.proposition))) {
    const blocks = [
      { text: context, kind: 'paragraph' as const },
      { text: e.text, kind: 'paragraph' as const },
    ];
    const article = {
      url: '',
      title: '',
      published: '2025-12-01',
      publishedFrom: 'given' as const,
      language: 'en',
      blocks,
    };
    const passages = readArticle(article, topic).passages.filter((p) => p.start > context.length);
    const found = passages
      .flatMap((p) => p.readings.map((r) => ({ ...r, speaker: p.speaker })))
      .filter((r) => r.proposition === e.proposition);
    const right = found.find((r) => r.stance === e.stance);
    const what = `[${e.speaker}] ${e.text}`;
    if (e.stance !== 'none') {
      tally.labelled(e.proposition, e.stance, found[0]?.stance ?? null, Boolean(right), what);
      if (right && e.speaker)
        tally.voice(surname(right.speaker) === surname(e.speaker), `${e.speaker} -> ${right.speaker}\t${e.text}`);
    }
    for (const r of found)
      tally.shown(
        e.proposition,
        r.stance === e.stance,
        `${r.stance} (should be ${e.stance})\t${what}\t<= ${r.because.join(' … ')}`,
      );
  }
  tally.print();
}

function statements(): void {
  const tally = new Tally('statements (gist and words against the editor’s label)', opt.errors);
  for (const s of pack.statements) {
    const found = [
      ...readStatement(s.gist, s.speaker, topic, s.date),
      ...(s.quote ? readStatement(s.quote, s.speaker, topic, s.date) : []),
    ];
    for (const r of s.readings.filter((x) => wanted(x.proposition)))
      tally.labelled(
        r.proposition,
        r.stance,
        found.find((f) => f.proposition === r.proposition)?.stance ?? null,
        found.some((f) => f.proposition === r.proposition && f.stance === r.stance),
        `${s.id}\t"${s.quote}" | ${s.gist}`,
      );
    for (const f of found.filter((x) => wanted(x.proposition)))
      tally.shown(
        f.proposition,
        s.readings.some((r) => r.proposition === f.proposition && r.stance === f.stance),
        `${s.id}\t${f.stance}\t"${s.quote}" | ${s.gist}\t<= ${f.because.join(' … ')}`,
      );
  }
  tally.print();
}

/** The figures that are taken through the command line: readings, speakers and cards. */
function scored(): void {
  const script = join(dirname(opt.labels), 'score.mjs');
  if (opt.only || !existsSync(script)) return;
  const out = execFileSync('node', [script, '--labels', opt.labels, '--cli', 'node scripts/said-before.mjs'], {
    encoding: 'utf8',
  });
  console.log(`\n== all labelled articles, through the command line${out.slice(out.lastIndexOf('\n\n'))}`);
}

if ((every || opt.examples) && existsSync(`${source}/examples`)) examples();
if (every || opt.statements) statements();
if (every || opt.own) articles('own articles', readOwnArticles(`${source}/articles`));
if (every || opt.wire) articles('plain reports', readWire('tests/fixtures/reading/wire'));
if (every || opt.articles) {
  if (existsSync(opt.labels)) articles('articles labelled by others', readLabels(opt.labels));
  else console.log(`no labelled articles at ${opt.labels}: skipped`);
  scored();
}
