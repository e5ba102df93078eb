/** Pack files for the command line, and the statements of several packs as one source. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from '../../utils/corpus/read-pack';
import type { EvidenceSource } from '../../utils/evidence/find';
import { compileTopic, type Topic } from '../../utils/reading/topic';
import type { Pack, Result, Statement } from '../../utils/types';

export const bundled = (): string =>
  join(process.env.SAID_BEFORE_ROOT ?? '.', 'public/packs/ukraine-peace-talks/pack.json');

/** Reads a pack file (.json or .json.gz), or says what is wrong with it. */
export async function loadPack(file: string): Promise<Result<Pack>> {
  try {
    return await readPack(readFileSync(file));
  } catch (error) {
    return {
      ok: false,
      fault: {
        code: 'unreadable',
        message: error instanceof Error ? error.message : String(error),
        todo: 'Check the path of the file.',
      },
    };
  }
}

export interface Corpus {
  topic: Topic;
  source: EvidenceSource;
  statements: Map<string, Statement>;
}

/** One corpus of several packs: their propositions, people and classes together; the first pack's gate rules. */
export function merge(packs: readonly Pack[]): Corpus {
  const first = packs[0] as Pack;
  const unique = <T extends { id: string }>(lists: T[][]): T[] => [
    ...new Map(lists.flat().map((item) => [item.id, item])).values(),
  ];
  const classes = Object.assign({}, ...packs.map((pack) => pack.topic?.classes ?? {}));
  const withTopic = packs.find((pack) => pack.topic) ?? first;
  const topic = compileTopic({
    propositions: unique(packs.map((pack) => pack.propositions)),
    people: unique(packs.map((pack) => pack.people)),
    ...(withTopic.topic ? { topic: { ...withTopic.topic, classes } } : {}),
  });
  const statements = new Map(packs.flatMap((pack) => pack.statements).map((s) => [s.id, s]));
  const byProposition = new Map<string, Statement[]>();
  for (const statement of [...statements.values()].sort((a, b) => b.date.localeCompare(a.date)))
    for (const id of new Set(statement.readings.map((r) => r.proposition))) {
      const list = byProposition.get(id);
      if (list) list.push(statement);
      else byProposition.set(id, [statement]);
    }
  const source: EvidenceSource = {
    earlier: async (proposition, before, after) =>
      (byProposition.get(proposition) ?? []).filter(
        (s) => (before === null || s.date < before) && (after === null || s.date >= after),
      ),
  };
  return { topic, source, statements };
}
