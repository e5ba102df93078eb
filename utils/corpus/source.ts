/** The corpus as a source of evidence: a page costs a few short range reads, however large the corpus is. */
import type { EvidenceSource } from '../evidence/find';
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import { rangeOf, toStatement } from './keys';
import { openView, type View } from './layers';

/** A statement with the pack it counts for. */
export interface Placed extends Statement {
  pack: string;
}

/**
 * Statements a proposition gives for one question, the newest. A small corpus gives all it has; in a large one the cost
 * of a page must not grow with the corpus, and of hundreds a card shows five.
 */
const capOf = (size: number): number => (size <= 20_000 ? 400 : 120);

/** A source that knows the pack of each statement. */
export interface PlacedSource extends EvidenceSource {
  earlier(proposition: string, before: string | null, after: string | null): Promise<Placed[]>;
}

async function read(
  db: CorpusDb,
  view: View,
  proposition: string,
  before: string | null,
  after: string | null,
): Promise<Placed[]> {
  const cap = capOf(view.layers.reduce((sum, layer) => sum + layer.count, 0));
  const lists = await Promise.all(
    view.layers.map(async ({ gen, pack }) => {
      const { lower, upper } = rangeOf(gen, { by: 'p', value: proposition }, before, after);
      const rows = await db.statements.where('at').between(lower, upper).limit(cap).toArray();
      return rows.filter((row) => !view.hidden(row.id, gen)).map((row): Placed => ({ ...toStatement(row), pack }));
    }),
  );
  // Layers come topmost first, so of two records with one id the upper one stays.
  const unique = new Map<string, Placed>();
  for (const statement of lists.flat()) if (!unique.has(statement.id)) unique.set(statement.id, statement);
  return [...unique.values()].sort((a, b) => b.date.localeCompare(a.date)).slice(0, cap);
}

/** A source for one page: packs as they are now; a question asked twice is read once. */
export async function evidenceSource(db: CorpusDb): Promise<PlacedSource> {
  const view = await openView(db);
  const asked = new Map<string, Promise<Placed[]>>();
  return {
    earlier(proposition, before, after) {
      const key = `${proposition}\t${before}\t${after}`;
      const known = asked.get(key) ?? read(db, view, proposition, before, after);
      asked.set(key, known);
      return known;
    },
  };
}

/** A source over statements in memory: the stand-in where the database cannot be opened. */
export function memorySource(statements: readonly Placed[]): PlacedSource {
  const byProposition = new Map<string, Placed[]>();
  for (const statement of statements.toSorted((a, b) => b.date.localeCompare(a.date)))
    for (const id of new Set(statement.readings.map((r) => r.proposition))) {
      const list = byProposition.get(id);
      if (list) list.push(statement);
      else byProposition.set(id, [statement]);
    }
  return {
    earlier: async (proposition, before, after) =>
      (byProposition.get(proposition) ?? [])
        .filter((s) => (before === null || s.date < before) && (after === null || s.date >= after))
        .slice(0, capOf(statements.length)),
  };
}
