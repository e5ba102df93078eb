/** What the worker does not do yet, done on the page with the same functions of `utils/corpus`. */
import { checkStatement } from '../../utils/corpus/check-statement';
import { openCorpus } from '../../utils/corpus/db';
import { deleteStatements, putStatements } from '../../utils/corpus/edit';
import { exportAs, unplaced } from '../../utils/corpus/export';
import { CorpusError, guarded } from '../../utils/corpus/faults';
import { type ImportPlan, planImport, runImport } from '../../utils/corpus/import';
import { readLore } from '../../utils/corpus/lore';
import { installPack, sha256 } from '../../utils/corpus/packs';
import type { Placed } from '../../utils/corpus/source';
import { validateFile } from '../../utils/corpus/validate-file';
import type { CorpusService, RowFaultView, Selection } from '../../utils/corpus-service';
import { readStatement } from '../../utils/reading/read-article';
import { compileTopic } from '../../utils/reading/topic';
import type { Pack, Statement } from '../../utils/types';
import type { Corpus } from './service';

const opened = openCorpus();
async function store() {
  const db = await opened;
  if (!db.ok) throw new CorpusError(db.fault);
  return db.value;
}

const plans = new Map<
  string,
  { name: string; plan?: ImportPlan; pack?: Pack; hash?: string; faults: RowFaultView[] }
>();
const FEW = 50;

async function statementsOf(corpus: Corpus, selection: Selection): Promise<Placed[]> {
  const ids = 'ids' in selection ? { ok: true as const, value: selection.ids } : await corpus.ids(selection.query);
  if (!ids.ok) throw new CorpusError(ids.fault);
  const all = await Promise.all(ids.value.map((id) => corpus.statement(id)));
  return all.flatMap((one) => (one.ok && one.value ? [one.value] : []));
}

type Missing = Pick<CorpusService, 'planImport' | 'runImport' | 'faultyRows' | 'dropImport' | 'export' | 'bulk'>;

const standIns = (corpus: Corpus): Missing => ({
  planImport: (source) =>
    guarded(async () => {
      const db = await store();
      const bytes = new Uint8Array(
        'text' in source && typeof source.text === 'string'
          ? new TextEncoder().encode(source.text)
          : await (source as File).arrayBuffer(),
      );
      const lore = await readLore(db);
      const found = await validateFile(source.name, bytes, {
        propositions: new Set(lore.propositions.map((p) => p.id)),
      });
      if (found.fault) throw new CorpusError(found.fault);
      const key = crypto.randomUUID();
      const plan = await planImport(db, found.pack ? [] : found.statements, { csv: found.kind === 'csv' });
      const added = found.pack?.statements ?? plan.added;
      plans.set(key, {
        name: source.name,
        plan,
        faults: [...found.faults],
        ...(found.pack ? { pack: found.pack, hash: await sha256(bytes) } : {}),
      });
      const copies = plan.skipped.filter((s) => s.why === 'copy');
      return {
        plan: key,
        name: source.name,
        kind: (found.kind ?? 'jsonl') as 'jsonl',
        added: added.length,
        changed: plan.changed.length,
        same: plan.skipped.length - copies.length,
        copies: copies.length,
        faulty: new Set(found.faults.map((f) => f.row)).size,
        samples: {
          added: added.slice(0, FEW),
          changed: plan.changed.slice(0, FEW),
          copies: copies.slice(0, FEW),
          faults: found.faults.slice(0, FEW),
        },
        pack: found.pack ? { ...found.pack, replaces: null } : null,
      };
    }),
  runImport: (key, long = {}) =>
    guarded(async () => {
      const db = await store();
      const { plan, pack, hash = '', name } = plans.get(key)!;
      plans.delete(key);
      const began = Date.now();
      const onProgress = (done: number, all: number): void => {
        const rate = done / Math.max(0.001, (Date.now() - began) / 1000);
        long.onProgress?.({ phase: 'writing', done, all, rate, left: rate > 0 ? (all - done) / rate : 0 });
      };
      const work = { onProgress, ...(long.signal ? { signal: long.signal } : {}) };
      if (pack) {
        const label = { key: 'stepImported', args: [name, String(pack.statements.length)] };
        await installPack(db, pack, { kind: 'file', sha256: hash, label }, work);
        return { count: pack.statements.length };
      }
      const topic = compileTopic(await readLore(db));
      const propose = (s: Statement) =>
        readStatement(s.quote || s.gist, s.speaker, topic, s.date).map(({ because: _, ...reading }) => reading);
      return { count: await runImport(db, plan!, name, { ...work, propose }) };
    }),
  faultyRows: (key) =>
    guarded(async () => {
      const { faults } = plans.get(key)!;
      const cell = (c: string | number): string =>
        `"${String(c)
          .replace(/^[=+@\t-]/, "'$&")
          .replaceAll('"', '""')}"`;
      const lines = faults.map((f) => [f.row, f.field, f.message, f.todo].map(cell).join(','));
      const blob = new Blob([['row,field,message,todo', ...lines].join('\n')], { type: 'text/csv' });
      return { name: 'said-before-faults.csv', blob, count: faults.length };
    }),
  dropImport: async (key) => {
    plans.delete(key);
    return { ok: true, value: null };
  },
  export: (format, selection) =>
    guarded(async () => {
      const rows = await statementsOf(corpus, selection);
      const about = {
        format: 'said-before-pack' as const,
        formatVersion: 1 as const,
        id: 'export',
        title: '',
        version: '1',
        date: '',
        language: 'en',
        license: '',
        publisher: '',
        homepage: '',
        propositions: [],
        people: [],
      };
      const file = exportAs(format === 'pack.gz' ? 'pack' : format, unplaced(rows), about);
      const blob = new Blob([file.text], { type: file.type });
      return { name: `said-before-statements.${file.ending}`, blob, count: rows.length };
    }),
  bulk: (selection, action) =>
    guarded(async () => {
      const db = await store();
      const rows = await statementsOf(corpus, selection);
      if (action.do === 'delete')
        return {
          count: await deleteStatements(
            db,
            rows.map((r) => r.id),
            { key: 'stepStatementsDeleted', args: [String(rows.length)] },
          ),
        };
      const confirmed = unplaced(rows).flatMap((s) => {
        if (!s.readings.some((r) => r.readBy)) return [];
        const readings = s.readings.map(({ readBy: _, ...reading }) => reading);
        return checkStatement({ ...s, readings }, 1, {}, []) ?? [];
      });
      const label = { key: 'stepStatementChanged', args: [confirmed[0]?.speaker ?? ''] };
      return { count: confirmed.length > 0 ? await putStatements(db, confirmed, label) : 0 };
    }),
});

/** The service with stand-ins for what it lacks. */
export function withStandIns(corpus: Corpus): Corpus {
  const own = standIns(corpus);
  return new Proxy(corpus, {
    get: (target, name) => (Object.hasOwn(own, name) ? own[name as keyof Missing] : target[name as keyof Corpus]),
  });
}
