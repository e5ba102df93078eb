import 'fake-indexeddb/auto';
import { type CorpusDb, openCorpus } from '../../../utils/corpus/db';
import { everyStatement } from '../../../utils/corpus/list';
import type { Placed } from '../../../utils/corpus/source';
import type { Pack, Statement } from '../../../utils/types';

let made = 0;

/** A fresh database. */
export async function freshDb(): Promise<CorpusDb> {
  made += 1;
  const opened = await openCorpus(`test-${made}-${Math.random()}`);
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

/** The same database, as a new start of the worker finds it. */
export async function reopened(db: CorpusDb): Promise<CorpusDb> {
  db.close();
  const opened = await openCorpus(db.name);
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

export const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  speaker: 'Ada Example',
  date: '2025-03-01',
  quote: `words of ${id}`,
  gist: '',
  readings: [{ proposition: 'p1', stance: 'affirms' }],
  source: { publisher: 'Example Times', url: `https://news.example/${id}` },
  ...more,
});

export const pack = (statements: Statement[], more: Partial<Pack> = {}): Pack => ({
  format: 'said-before-pack',
  formatVersion: 1,
  id: 'sample',
  title: 'Sample',
  version: '1',
  date: '2025-01-01',
  language: 'en',
  license: 'CC BY 4.0',
  publisher: 'Us',
  homepage: 'https://example.org/',
  propositions: [
    { id: 'p1', group: 'g', claim: 'One.' },
    { id: 'p2', group: 'g', claim: 'Two.' },
  ],
  people: [{ id: 'ada', name: 'Ada Example', kind: 'person' }],
  statements,
  ...more,
});

/** Everything that counts now. */
export async function everything(db: CorpusDb): Promise<Placed[]> {
  const all: Placed[] = [];
  for await (const batch of everyStatement(db)) all.push(...batch);
  return all;
}

/** Ids of everything that counts now, sorted. */
export const ids = async (db: CorpusDb): Promise<string[]> => (await everything(db)).map((s) => s.id).sort();

export const label = { key: 'step', args: [] };
