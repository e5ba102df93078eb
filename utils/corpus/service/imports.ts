/** The way of a file into the corpus: read and planned, shown, carried out or dropped. */
import type { Choice, ExportedBlob, ImportPreview, Long } from '../../corpus-service';
import { readStatement } from '../../reading/read-article';
import { compileTopics } from '../../reading/topics';
import type { Pack, Reading, Statement } from '../../types';
import { conflictIds, yieldedBy } from '../conflicts';
import type { CorpusDb } from '../db';
import { diffPack, recordsOf } from '../diff-pack';
import { CorpusError, corpusFault } from '../faults';
import { faultsFile } from '../faults-file';
import { type ImportPlan, planImport, runImport } from '../import';
import { readLore } from '../lore';
import { installPack, sha256 } from '../packs';
import { rowWords } from '../row-faults';
import { type ValidatedFile, validateFile } from '../validate-file';
import { EXPORT } from './exports';
import { meter } from './meter';

/** Records shown of each kind. */
const SHOWN = 50;

interface Waiting {
  name: string;
  file: ValidatedFile;
  /** What is to be done: a layer of the reader's own; null: a pack is taken in. */
  plan: ImportPlan | null;
  /** The file as a pack, with the hash of the file. */
  pack: { pack: Pack; sha256: string } | null;
  /** Its statements can go among the reader's own: nothing that they name would be missing. */
  free: boolean;
}

export class Imports {
  private readonly waiting = new Map<string, Waiting>();

  constructor(private readonly db: CorpusDb) {}

  async plan(source: File | { name: string; text: string }, long: Long = {}): Promise<ImportPreview> {
    const blob = source instanceof Blob ? source : new Blob([source.text]);
    const lore = await readLore(this.db);
    const { signal } = long;
    const file = await validateFile(source.name, blob, {
      propositions: new Set(lore.propositions.map((p) => p.id)),
      signal,
      onProgress: meter(long),
    });
    if (file.fault) throw new CorpusError(file.fault);
    const { name } = source;
    const pack = file.pack ? { pack: file.pack, sha256: await hashOf(blob) } : null;
    const known = new Set(lore.propositions.map((p) => p.id));
    const free =
      pack !== null &&
      !(await this.db.packs.get(pack.pack.id)) &&
      pack.pack.statements.every(({ readings }) => readings.every(({ proposition }) => known.has(proposition)));
    const id = crypto.randomUUID();
    this.waiting.set(id, { name, file, plan: null, pack, free });
    // What was exported here as "all" or "mine" comes home; a pack that somebody made stays one.
    return this.planAs(id, !pack || (free && pack.pack.id.startsWith(EXPORT)), long);
  }

  /** Plans the file anew: as a pack of its own, or its statements among the reader's own. */
  async planAs(id: string, own: boolean, { signal }: Long = {}): Promise<ImportPreview> {
    const found = this.of(id);
    const { file, name } = found;
    found.plan = own ? await planImport(this.db, file.statements, { csv: file.kind === 'csv', signal }) : null;
    return { plan: id, name, kind: file.kind, ...(await this.preview(found)) };
  }

  private async preview({ file, plan, pack, free }: Waiting): Promise<Omit<ImportPreview, 'plan' | 'name' | 'kind'>> {
    const faults = file.faults
      .slice(0, SHOWN)
      .map((fault) => ({ row: fault.row, field: fault.field, ...rowWords(fault) }));
    const faulty = new Set(file.faults.map(({ row }) => row)).size;
    if (plan) {
      const copies = plan.skipped.filter(({ why }) => why === 'copy');
      return {
        added: plan.added.length,
        changed: plan.changed.length,
        removed: 0,
        same: plan.skipped.length - copies.length,
        copies: copies.length,
        faulty,
        samples: {
          added: plan.added.slice(0, SHOWN),
          changed: plan.changed.slice(0, SHOWN).map(({ before, after }) => ({ before, after })),
          copies: copies.slice(0, SHOWN).map(({ statement, of }) => ({ statement, of })),
          ...{ faults, removed: [], conflicts: [] },
        },
        conflicts: 0,
        pack: pack && { ...headOf(pack.pack), replaces: null, installed: false, own: true },
      };
    }
    const { pack: whole, sha256: hash } = pack as NonNullable<typeof pack>;
    const old = await this.db.packs.get(whole.id);
    const diff = await diffPack(this.db, whole);
    return {
      added: diff.added.length,
      changed: diff.changed.length,
      removed: diff.removed.length,
      same: whole.statements.length - diff.added.length - diff.changed.length,
      copies: 0,
      faulty,
      samples: { ...(await recordsOf(this.db, whole, diff, SHOWN)), copies: [], faults },
      conflicts: diff.conflicts.length,
      pack: {
        ...headOf(whole),
        replaces: old?.version ?? null,
        installed: old?.sha256 === hash,
        own: free ? false : null,
      },
    };
  }

  async run(id: string, choice: Choice, long: Long = {}): Promise<{ count: number }> {
    const { name, file, plan, pack } = this.of(id);
    const tell = meter(long);
    const work = { onProgress: (done: number, all: number) => tell('writing', done, all), signal: long.signal };
    let count = 0;
    if (plan) count = await runImport(this.db, plan, name, { ...work, propose: await this.reader() });
    else if (pack) {
      if (file.faults.length > 0) throw new CorpusError(corpusFault('FaultyPack'));
      count = pack.pack.statements.length;
      const { title, version } = pack.pack;
      const held = await this.db.packs.get(pack.pack.id);
      const label = held ? { key: 'stepPackUpdated', args: [title, version] } : { key: 'stepPackAdded', args: [title] };
      const yields = yieldedBy(choice, await conflictIds(this.db, pack.pack));
      await installPack(this.db, pack.pack, { kind: 'file', sha256: pack.sha256, label, yields }, work);
    }
    this.waiting.delete(id);
    return { count };
  }

  /** What the engine makes of a statement that came without readings. It is made ready at the first one: that takes a while. */
  private async reader(): Promise<(statement: Statement) => Reading[]> {
    const lore = await readLore(this.db);
    let topics: ReturnType<typeof compileTopics> | null = null;
    return (s) => {
      topics ??= compileTopics(lore);
      return readStatement(s.quote || s.gist, s.speaker, topics, s.date).map(({ because: _, ...reading }) => reading);
    };
  }

  faulty(id: string): ExportedBlob {
    const { name, file } = this.of(id);
    return {
      name: `${name.replace(/\.[^.]*$/, '')}-faults.csv`,
      blob: new Blob([faultsFile(file.faults)], { type: 'text/csv' }),
      count: file.faults.length,
    };
  }

  drop(id: string): null {
    this.waiting.delete(id);
    return null;
  }

  private of(id: string): Waiting {
    const found = this.waiting.get(id);
    if (!found) throw new CorpusError(corpusFault('PlanGone'));
    return found;
  }
}

/** What a pack says of itself. */
function headOf(pack: Pack): Omit<Pack, 'topic' | 'propositions' | 'people' | 'statements'> {
  const { topic: _t, propositions: _p, people: _e, statements: _s, ...head } = pack;
  return head;
}

const hashOf = async (blob: Blob): Promise<string> => sha256(new Uint8Array(await blob.arrayBuffer()));
