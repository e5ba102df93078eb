/** The corpus as a source of evidence: a page costs a few short range reads, however large the corpus is. */
import type { EvidenceSource } from '../evidence/find';
import type { Statement } from '../types';
import type { CorpusDb } from './db';
import type { Kept } from './kept';
import { toStatement } from './keys';
import { activeLayers, momentOf, openView, type View } from './layers';
import { newest } from './newest';
import type { Shelves } from './shelves';

/** A statement with the pack it counts for. */
export interface Placed extends Statement {
  pack: string;
}

/** A corpus of more statements is large: what a page of it costs must not grow any more. */
const LARGE = 20_000;

/** Statements a proposition gives for one question, the newest. A small corpus gives all it has. */
const capOf = (size: number): number => (size <= LARGE ? 400 : 120);

/** Items for one passage; none: all. Of hundreds a card shows five at first, and sending them costs most of a report. */
const mostOf = (size: number): { most?: number } => (size <= LARGE ? {} : { most: 36 });

/** A source that knows the pack of each statement. */
export interface PlacedSource extends EvidenceSource {
  earlier(proposition: string, before: string | null, after: string | null): Promise<Placed[]>;
}

interface Question {
  proposition: string;
  before: string | null;
  after: string | null;
}

const keyOf = ({ proposition, before, after }: Question): string => `${proposition}\t${before}\t${after}`;

/** Statements read beyond those asked for, so that pages of some days earlier find theirs among them. */
const MORE = 40;

/** The newest statements on a proposition before a day: all there are down to the last one. */
export interface Run {
  before: string | null;
  list: readonly Placed[];
  /** There are no more behind the last one. */
  whole: boolean;
}

const runKey = ({ proposition, after }: Question): string => `${proposition}\t${after}`;

/** The answer to a question as far as it lies in a run; null where it does not. */
function within(run: Run | undefined, { before }: Question, cap: number): Placed[] | null {
  if (!run || (run.before !== null && (before === null || before > run.before))) return null;
  const list = before === null ? run.list : run.list.filter(({ date }) => date < before);
  return list.length >= cap || run.whole ? list.slice(0, cap) : null;
}

/** Answers questions that are asked in one breath: one transaction for all of them. */
async function answers(
  db: CorpusDb,
  view: View,
  questions: readonly Question[],
  cap: number,
  kept: Kept<Run> | undefined,
  shelves: Shelves | undefined,
): Promise<Placed[][]> {
  const most = kept ? cap + MORE : cap;
  return db.transaction('r', db.statements, db.shelves, db.packs, async () => {
    // Were packs changed since the view was opened, this is not what is there at the view's moment, and is not kept.
    const moment = momentOf(activeLayers(await db.packs.toArray()));
    return Promise.all(
      questions.map(async (question) => {
        const { proposition, before, after } = question;
        const found = await newest(db, view, { facet: { by: 'p', value: proposition }, before, after }, most, shelves);
        const list = found.map(({ row, layer }): Placed => ({ ...toStatement(row), pack: layer.pack }));
        if (moment === momentOf(view.layers))
          kept?.set(moment, runKey(question), { before, list, whole: list.length < most }, list.length);
        return list.slice(0, cap);
      }),
    );
  });
}

/**
 * A source for one page: packs as they are now; a question asked twice is read once, and what is asked before the
 * caller waits is read together. What was `kept` of earlier pages is not read again.
 */
export async function evidenceSource(db: CorpusDb, kept?: Kept<Run>, shelves?: Shelves): Promise<PlacedSource> {
  const view = await openView(db, undefined, kept?.view);
  const moment = momentOf(view.layers);
  const size = view.layers.reduce((sum, layer) => sum + layer.count, 0);
  const cap = capOf(size);
  kept?.begin(moment, view);
  const asked = new Map<string, Promise<Placed[]>>();
  let open: { questions: Question[]; answers: Promise<Placed[][]> } | null = null;
  const ask = async (question: Question): Promise<Placed[]> => {
    const known = within(kept?.get(moment, runKey(question)), question, cap);
    if (known) return known;
    if (!open) {
      const questions: Question[] = [];
      const all = Promise.resolve().then(() => {
        open = null;
        return answers(db, view, questions, cap, kept, shelves).finally(() => void shelves?.lay());
      });
      open = { questions, answers: all };
    }
    const at = open.questions.push(question) - 1;
    return (await open.answers)[at] as Placed[];
  };
  return {
    ...mostOf(size),
    earlier(proposition, before, after) {
      const question = { proposition, before, after };
      const known = asked.get(keyOf(question)) ?? ask(question);
      asked.set(keyOf(question), known);
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
    ...mostOf(statements.length),
    earlier: async (proposition, before, after) =>
      (byProposition.get(proposition) ?? [])
        .filter((s) => (before === null || s.date < before) && (after === null || s.date >= after))
        .slice(0, capOf(statements.length)),
  };
}
