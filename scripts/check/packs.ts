/** Pack files for the command line, and the statements of several packs as one source. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOf } from '../../utils/corpus/bytes';
import { mergeLore } from '../../utils/corpus/merge-lore';
import { readPack } from '../../utils/corpus/read-pack';
import type { EvidenceSource } from '../../utils/evidence/find';
import { compileTopics, type Topics } from '../../utils/reading/topics';
import type { Pack, Result, Statement } from '../../utils/types';
import { whyUnread } from './unread';

export const bundled = (): string =>
  join(process.env.SAID_BEFORE_ROOT ?? '.', 'public/packs/ukraine-peace-talks/pack.json');

/** Ids of the propositions that a file brings; none where it is no pack: what is wrong with it is told when it is read. */
async function propositionsOf(file: string): Promise<string[]> {
  try {
    const text = await textOf(readFileSync(file));
    const value = text.ok ? (JSON.parse(text.value.replace(/^\ufeff/, '')) as Partial<Pack> | null) : null;
    return Array.isArray(value?.propositions) ? value.propositions.flatMap((one) => one?.id ?? []) : [];
  } catch {
    return [];
  }
}

/** Propositions that readings of these files may name: those of the bundled pack and of all files that are packs. */
export async function knownTo(files: readonly string[]): Promise<Set<string>> {
  return new Set((await Promise.all([bundled(), ...files].map(propositionsOf))).flat());
}

/** Reads a pack file (.json or .json.gz), or says what is wrong with it. `known` are propositions of other packs. */
export async function loadPack(file: string, known: ReadonlySet<string> = new Set()): Promise<Result<Pack>> {
  try {
    return await readPack(readFileSync(file), known);
  } catch (error) {
    const message = `it could not be read: ${whyUnread(error)}.`;
    return { ok: false, fault: { code: 'unreadable', message, todo: '' } };
  }
}

/**
 * The corpus of these pack files; without any, of the bundled pack. Where their readings name propositions that only the
 * bundled pack has, its propositions and people are used with them, not its statements. The fault names the file.
 */
export async function loadCorpus(files: readonly string[]): Promise<Result<Corpus>> {
  const known = await knownTo(files);
  const packs: Pack[] = [];
  for (const file of files.length > 0 ? files : [bundled()]) {
    const pack = await loadPack(file, known);
    if (!pack.ok) return { ok: false, fault: { ...pack.fault, message: `${file}: ${pack.fault.message}` } };
    packs.push(pack.value);
  }
  const own = new Set(packs.flatMap(({ propositions }) => propositions.map(({ id }) => id)));
  const named = packs.flatMap(({ statements }) => statements.flatMap(({ readings }) => readings));
  if (named.some(({ proposition }) => !own.has(proposition))) {
    const base = await loadPack(bundled(), known);
    if (!base.ok) return base;
    packs.unshift({ ...base.value, statements: [] });
  }
  return { ok: true, value: merge(packs) };
}

export interface Corpus {
  topics: Topics;
  source: EvidenceSource;
  statements: Map<string, Statement>;
}

/** One corpus of several packs: what they teach the engine together, as in the extension, and all their statements. */
function merge(packs: readonly Pack[]): Corpus {
  const topics = compileTopics(
    mergeLore(
      packs.map((pack) => ({ ...pack, topic: pack.topic ?? null })),
      'files',
    ),
  );
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
  return { topics, source, statements };
}
