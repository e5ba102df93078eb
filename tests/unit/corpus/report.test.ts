import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { putStatements } from '../../../utils/corpus/edit';
import { rangeOf, toStatement } from '../../../utils/corpus/keys';
import { openView } from '../../../utils/corpus/layers';
import { readLore } from '../../../utils/corpus/lore';
import { installPack } from '../../../utils/corpus/packs';
import { evidenceSource, type Placed, type PlacedSource } from '../../../utils/corpus/source';
import { compileTopics } from '../../../utils/reading/topics';
import { buildReport } from '../../../utils/report';
import type { Article, Pack } from '../../../utils/types';
import { freshDb, label } from './support';

it('of a page is the same, byte for byte, as when every layer is read whole and one question after the other', async () => {
  const bundled = JSON.parse(readFileSync('public/packs/ukraine-peace-talks/pack.json', 'utf8')) as Pack;
  const db = await freshDb();
  await installPack(db, bundled, { kind: 'bundled', sha256: '', label: null });
  // The reader's own: some new, some changed, one with another day.
  const own = bundled.statements.filter((_, i) => i % 9 === 0);
  await putStatements(
    db,
    own.map((s, i) => ({
      ...s,
      quote: `${s.quote} indeed`,
      ...(i % 3 ? {} : { id: `own-${i}` }),
      ...(i % 5 ? {} : { date: '2025-05-05' }),
    })),
    label,
  );
  const view = await openView(db);
  let line: Promise<unknown> = Promise.resolve();
  const read = async (proposition: string, before: string | null, after: string | null): Promise<Placed[]> => {
    const unique = new Map<string, Placed>();
    for (const { gen, pack } of view.layers) {
      const { lower, upper } = rangeOf(gen, { by: 'p', value: proposition }, before, after);
      for (const row of await db.statements.where('at').between(lower, upper).toArray())
        if (!view.hidden(row.id, gen) && !unique.has(row.id)) unique.set(row.id, { ...toStatement(row), pack });
    }
    return [...unique.values()].sort((a, b) => b.date.localeCompare(a.date));
  };
  const plain: PlacedSource = {
    earlier(...asked) {
      const answer = line.then(() => read(...asked));
      line = answer;
      return answer;
    },
  };
  const page = readFileSync('tests/fixtures/pages/sample-news.html', 'utf8');
  const article: Article = {
    url: 'https://news.example/',
    title: '',
    published: '2026-01-15',
    publishedFrom: 'given',
    language: 'en',
    blocks: [...page.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map((found, i) => ({
      kind: 'paragraph',
      text: (found[1] as string).replace(/<[^>]+>/g, '').replace(/\s+/g, ' '),
      // As posts of a live blog, which are compared by their own days.
      ...(i % 4 === 0 ? { published: '2025-11-01' } : {}),
    })),
  };
  const topics = compileTopics(await readLore(db));
  const built = await Promise.all(
    [plain, await evidenceSource(db)].map((source) => buildReport(article, topics, source)),
  );
  expect(built[0]?.report.passages.length).toBeGreaterThan(5);
  expect(JSON.stringify(built[1])).toBe(JSON.stringify(built[0]));
});
