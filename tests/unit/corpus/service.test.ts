import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KEEP_MINE } from '../../../utils/corpus/conflicts';
import { openCorpus } from '../../../utils/corpus/db';
import { changeMute, deleteStatements, putStatements } from '../../../utils/corpus/edit';
import { undo } from '../../../utils/corpus/history';
import { installPack } from '../../../utils/corpus/packs';
import { corpusService } from '../../../utils/corpus/service/service';
import type { CorpusEvent, CorpusService } from '../../../utils/corpus-service';
import type { Result } from '../../../utils/types';
import { freshDb, label, pack, statement } from './support';

const first = { kind: 'bundled', sha256: 'a', label: null } as const;
const days = [1, 2, 3, 4].map((d) => statement(`s${d}`, { date: `2025-03-0${d}` }));

async function value<T>(reply: Promise<Result<T>>): Promise<T> {
  const found = await reply;
  if (!found.ok) throw new Error(`${found.fault.code}: ${found.fault.message}`);
  return found.value;
}

describe('the service', () => {
  let db: Awaited<ReturnType<typeof freshDb>>;
  let service: CorpusService;
  let events: CorpusEvent[];

  beforeEach(async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 5, quota: 10 }) } });
    db = await freshDb();
    await installPack(db, pack(days), first);
    events = [];
    service = corpusService((event) => events.push(event), db.name);
  });
  afterEach(() => {
    db.close();
    vi.unstubAllGlobals();
  });

  const list = async (query = {}) => (await value(service.rows(query, 0, 100))).rows.map((row) => row.id);
  const heard = () => vi.waitFor(() => expect(events).toContainEqual({ event: 'changed' }));

  it('gives the first page from the index, then all from the catalogue, the same', async () => {
    const early = await value(service.rows({}, 0, 3));
    expect(early).toMatchObject({ total: 4, complete: false });
    await value(service.facets({}));
    const late = await value(service.rows({}, 0, 3));
    expect(late).toMatchObject({ total: 4, complete: true });
    expect(late.rows).toEqual(early.rows);
    expect((await value(service.rows({}, 3, 3))).rows.map((r) => r.id)).toEqual(['s1']);
  });

  it('hears of every kind of change by others', async () => {
    await value(service.facets({}));
    await putStatements(db, [statement('own', { date: '2026-01-01', quote: 'mine alone' })], label);
    await heard();
    expect(await list({ text: 'alone' })).toEqual(['own']);
    events.length = 0;
    await deleteStatements(db, ['s2', 'own'], label);
    await heard();
    expect(await list()).toEqual(['s4', 's3', 's1']);
    events.length = 0;
    await undo(db);
    await heard();
    expect(await list()).toEqual(['own', 's4', 's3', 's2', 's1']);
    events.length = 0;
    await changeMute(db, { add: { id: 'pair:s1:w', kind: 'pair', words: 'w', target: 's1' } }, label);
    await heard();
    expect(await list({ muted: true })).toEqual(['s1']);
    events.length = 0;
    await installPack(db, pack([statement('n')], { version: '2' }), { ...first, label });
    await heard();
    expect(await list()).toEqual(['own', 'n']);
  });

  it('finds speakers by what they are called in the reader’s language, once it is told, and asks for lists again', async () => {
    await value(service.facets({}));
    expect(await list({ text: 'Beispiel' })).toEqual([]);
    events.length = 0;
    const words = { names: { 'Ada Example': 'Ada Beispiel' } };
    await value(service.callSpeakers(words));
    expect(events).toEqual([{ event: 'catalogue', done: 4, all: 4, complete: true }]);
    expect(await list({ text: 'Beispiel' })).toEqual(['s4', 's3', 's2', 's1']);
    await value(service.callSpeakers({ ...words }));
    expect(events).toHaveLength(1);
  });

  it('imports, says what it did, and takes it back', async () => {
    const text = [days[0], { ...days[1], gist: 'new' }, statement('x'), { speaker: 'nobody' }]
      .map((s) => JSON.stringify(s))
      .join('\n');
    const preview = await value(service.planImport({ name: 'pasted.jsonl', text }));
    expect(preview).toMatchObject({ added: 1, changed: 1, same: 1, copies: 0, faulty: 1, kind: 'jsonl' });
    expect(preview.samples.faults[0]).toMatchObject({ row: 4 });
    const faulty = await value(service.faultyRows(preview.plan));
    expect(await faulty.blob.text()).toContain('{""speaker"":""nobody""}');
    expect(await value(service.runImport(preview.plan, KEEP_MINE))).toEqual({ count: 2 });
    expect(await service.runImport(preview.plan, KEEP_MINE)).toMatchObject({
      ok: false,
      fault: { code: 'corpus-plangone' },
    });
    const past = await value(service.past('s2'));
    expect(past).toMatchObject([{ before: { gist: '' }, after: { gist: 'new' }, by: 'mine', count: 2 }]);
    await value(service.goTo(0));
    expect((await value(service.statement('s2')))?.gist).toBe('');
    expect(await value(service.history(10))).toMatchObject([{ undone: true }]);
  });

  it('changes many records as one step, small or large', async () => {
    const many = Array.from({ length: 1500 }, (_, i) =>
      statement(`m${i}`, { readings: [{ proposition: 'p2', stance: 'denies', readBy: 'machine' }] }),
    );
    const preview = await value(
      service.planImport({ name: 'x.jsonl', text: many.map((s) => JSON.stringify(s)).join('\n') }),
    );
    await value(service.runImport(preview.plan, KEEP_MINE));
    expect(await value(service.bulk({ query: { machine: true } }, { do: 'confirm' }))).toEqual({ count: 1500 });
    events.length = 0;
    expect((await value(service.facets({}))).machine).toBe(0);
    expect(await value(service.bulk({ ids: ['s1', 'm1', 'none'] }, { do: 'delete' }))).toEqual({ count: 2 });
    await heard();
    expect(await value(service.statement('m1'))).toBeNull();
    expect(await value(service.bulk({ query: { proposition: ['p2'] } }, { do: 'delete' }))).toEqual({ count: 1499 });
    expect((await value(service.history(3))).map((s) => s.count)).toEqual([1499, 2, 1500]);
    expect(await value(service.usage())).toMatchObject({ used: 5, quota: 10, statements: 4 });
    await value(service.goTo((await value(service.history(9))).at(-1)?.seq ?? 0));
    await vi.waitFor(async () => expect((await value(service.facets({}))).machine).toBe(1500));
  });

  it('sets fields and stances of many, never to what a record may not have', async () => {
    const two = { ids: ['s1', 's2'] };
    const now = async (id: string) => await value(service.statement(id));
    expect(await value(service.bulk(two, { do: 'set', field: 'role', value: '  harbour\tmaster ' }))).toEqual({
      count: 2,
    });
    expect(await now('s1')).toMatchObject({ role: 'harbour master', own: 'changed' });
    expect(await value(service.bulk(two, { do: 'set', field: 'role', value: '' }))).toEqual({ count: 2 });
    expect(await now('s1')).not.toHaveProperty('role');
    const wrong = [
      { do: 'set', field: 'speaker', value: ' ' },
      { do: 'set', field: 'side', value: 'x'.repeat(61) },
      { do: 'addReading', reading: { proposition: '', stance: 'affirms' } },
      { do: 'removeReading', proposition: '' },
    ] as const;
    for (const action of wrong) expect((await service.bulk(two, action)).ok).toBe(false);
    expect((await value(service.history(9))).length).toBe(2);
    const reading = { proposition: 'p2', stance: 'hedges' } as const;
    expect(await value(service.bulk(two, { do: 'addReading', reading }))).toEqual({ count: 2 });
    expect((await now('s2'))?.readings).toEqual([{ proposition: 'p1', stance: 'affirms' }, reading]);
    expect(await value(service.bulk(two, { do: 'removeReading', proposition: 'p1' }))).toEqual({ count: 2 });
    expect((await now('s2'))?.readings).toEqual([reading]);
  });

  it('a change that changes nothing is no step', async () => {
    const same = statement('s1', { date: '2025-03-01' });
    expect(await putStatements(db, [same], label)).toBe(0);
    expect(await value(service.history(9))).toEqual([]);
    expect(await putStatements(db, [{ ...same, place: 'Port' }], label)).toBe(1);
    expect(await putStatements(db, [{ ...same, place: 'Port' }], label)).toBe(0);
    expect(await value(service.history(9))).toHaveLength(1);
  });

  it('exports a filter, a pack and everything, and brings a backup back', async () => {
    const file = await value(service.export('csv', { query: { from: '2025-03-03' } }));
    expect((await file.blob.text()).trim().split('\n')).toHaveLength(3);
    const packed = await value(service.export('pack.gz', { query: { pack: ['sample'] } }));
    expect(packed.name).toMatch(/\.json\.gz$/);
    const plan = await value(service.planImport(new File([packed.blob], 'again.json.gz')));
    expect(plan).toMatchObject({ kind: 'pack', same: 4, added: 0, pack: { id: 'sample', replaces: '1' } });
    const backup = await value(service.backup({ theme: 'dark' }));
    await putStatements(db, [statement('later')], label);
    const holds = { statements: 4, packs: 1, steps: 0, mutes: 0, settings: true };
    expect(await value(service.checkBackup(backup.blob))).toEqual({
      ...holds,
      made: expect.stringMatching(/^20\d\d-/),
    });
    expect(await service.checkBackup(backup.blob.slice(0, -9))).toMatchObject({ fault: { code: 'gzip' } });
    expect(await service.checkBackup(file.blob)).toMatchObject({ fault: { code: 'corpus-notbackup' } });
    expect((await value(service.statement('later')))?.id).toBe('later');
    const back = await value(service.restore(backup.blob));
    expect(back).toEqual({ settings: { theme: 'dark' }, statements: 4 });
    expect(await value(service.statement('later'))).toBeNull();
  });

  it('a pack that was exported from here comes back among the reader’s own, or as a pack where that is wanted', async () => {
    await putStatements(db, [statement('own', { quote: 'mine alone' })], label);
    const file = await value(service.export('pack', { query: { pack: ['mine'] } }));
    const again = () => service.planImport(new File([file.blob], 'mine.json'));
    expect(await value(again())).toMatchObject({ added: 0, changed: 0, same: 1, pack: { own: true } });
    await deleteStatements(db, ['own'], label);
    const plan = await value(again());
    expect(plan).toMatchObject({ added: 1, pack: { own: true } });
    expect(await value(service.planAs(plan.plan, false))).toMatchObject({ added: 1, pack: { own: false } });
    expect(await value(service.planAs(plan.plan, true))).toMatchObject({ added: 1, pack: { own: true } });
    expect(await value(service.runImport(plan.plan, KEEP_MINE))).toEqual({ count: 1 });
    expect(await value(service.statement('own'))).toMatchObject({ pack: 'mine', own: 'added', quote: 'mine alone' });
    await undo(db);
    const apart = await value(again());
    await value(service.planAs(apart.plan, false));
    await value(service.runImport(apart.plan, KEEP_MINE));
    expect((await value(service.statement('own')))?.pack).toMatch(/^export-/);
    // A pack of somebody's stays one, unless asked otherwise; one whose claims nobody knows here can only be one.
    const theirs = pack([statement('t')], { id: 'theirs' });
    const asFile = (content: unknown) => new File([JSON.stringify(content)], 'theirs.json');
    expect(await value(service.planImport(asFile(theirs)))).toMatchObject({ added: 1, pack: { own: false } });
    const other = { ...theirs, propositions: [{ id: 'q', group: 'g', claim: 'Q.' }] };
    other.statements = [statement('t', { readings: [{ proposition: 'q', stance: 'affirms' }] })];
    expect(await value(service.planImport(asFile(other)))).toMatchObject({ added: 1, pack: { own: null } });
  });

  it('exports of one day are packs of their own; one that is a pack is called after it', async () => {
    const named = async (query: object) => {
      const { name, blob } = await value(service.export('pack', { query }));
      return { name, ...(JSON.parse(await blob.text()) as { id: string; title: string }) };
    };
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-02-03T10:00:00Z') });
    try {
      const some = await named({ from: '2025-03-03' });
      vi.setSystemTime(new Date('2026-02-03T10:00:01Z'));
      const all = await named({});
      expect(all.id).not.toBe(some.id);
      expect([some.title, all.title]).toEqual([expect.stringMatching(/\(2\)$/), expect.stringMatching(/\(4\)$/)]);
      expect(all.name).toBe('said-before-2026-02-03.json');
      expect((await named({ pack: ['sample'] })).name).toBe('sample-1.json');
    } finally {
      vi.useRealTimers();
    }
  });

  it('cancels without a trace', async () => {
    const text = Array.from({ length: 12_000 }, (_, i) => JSON.stringify(statement(`m${i}`))).join('\n');
    const preview = await value(service.planImport({ name: 'x.jsonl', text }));
    const stop = new AbortController();
    const reply = await service.runImport(preview.plan, KEEP_MINE, {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'corpus-cancelled' } });
    expect(await db.statements.count()).toBe(4);
    expect(await db.history.count()).toBe(0);
    stop.abort();
    expect(await service.planImport({ name: 'x.jsonl', text }, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      fault: { code: 'corpus-cancelled' },
    });
  });

  it('saves what can be read of a damaged database, and begins anew', async () => {
    await putStatements(db, [statement('own')], label);
    await db.statements.put({ id: 'broken', gen: 1, at: [] } as never);
    const saved = await value(service.salvage());
    // Packs and the history are in the file too, but are no statements.
    expect(saved).toMatchObject({ count: days.length + 1, lost: ['statements: 1'] });
    await value(service.rebuild());
    expect(db.isOpen()).toBe(false);
    const opened = await openCorpus(db.name);
    if (!opened.ok) throw new Error(opened.fault.message);
    expect(await opened.value.statements.count()).toBe(0);
    await value(service.restore(saved.blob));
    expect((await value(service.statement('own')))?.id).toBe('own');
    opened.value.close();
  });
});

describe('while many statements are taken into the lists', () => {
  it('a search gives what was found so far and says so; a list that was whole stays as it was, until it is whole again', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 5, quota: 10 }) } });
    // Time that passes with each look at the clock: every batch is one that took long.
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 1000;
      return clock;
    });
    const db = await freshDb();
    const many = (first: string) => Array.from({ length: 3500 }, (_, i) => statement(`${first}${i}`));
    await installPack(db, pack(many('a')), first);
    const events: CorpusEvent[] = [];
    // Asked as soon as the lists are told to be filling: a moment later they may be whole.
    let during: ReturnType<typeof service.rows> | undefined;
    let isWatched = false;
    const service = corpusService((event) => {
      events.push(event);
      if (isWatched && event.event === 'catalogue' && !event.complete) during ??= service.rows({}, 3000, 10);
    }, db.name);
    const words = await value(service.rows({ text: 'words' }, 0, 10));
    expect(words).toMatchObject({ complete: false });
    expect(words.total).toBeGreaterThan(0);
    expect(words.total).toBeLessThan(3500);
    await value(service.facets({}));
    expect(await value(service.rows({ text: 'words' }, 0, 10))).toMatchObject({ complete: true, total: 3500 });
    isWatched = true;
    await installPack(db, pack(many('b'), { id: 'other' }), { ...first, kind: 'file' });
    await vi.waitFor(() => expect(during).toBeDefined());
    expect(await value(during as NonNullable<typeof during>)).toMatchObject({ complete: false, total: 3500 });
    await vi.waitFor(() => expect(events.at(-1)).toEqual({ event: 'changed' }));
    expect(await value(service.rows({}, 6000, 10))).toMatchObject({ complete: true, total: 7000 });
    db.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
});
