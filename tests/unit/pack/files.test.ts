import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled, knownTo, loadCorpus } from '../../../scripts/check/packs';
import { useEnglish } from '../../../scripts/setup/words';
import type { Pack } from '../../../utils/types';
import { pack, statement } from '../corpus/support';

const folder = mkdtempSync(join(tmpdir(), 'said-before-packs-'));
beforeAll(useEnglish);
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: Pack | string): string => {
  const file = join(folder, name);
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(new TextEncoder().encode(text)) : text);
  return file;
};
const reads = (id: string, proposition: string) =>
  statement(id, { readings: [{ proposition, stance: 'affirms' as const }] });

describe('packs given to the command line', () => {
  const base = put('base.json.gz', pack([reads('b', 'p1')], { id: 'base' }));
  const more = put('more.json', pack([reads('m', 'p1')], { id: 'more', propositions: [], people: [] }));

  it('a pack may name propositions of another that is given, in whatever order', async () => {
    for (const files of [
      [base, more],
      [more, base],
    ]) {
      const corpus = await loadCorpus(files);
      if (!corpus.ok) throw new Error(corpus.fault.message);
      expect([...corpus.value.statements.keys()].sort()).toEqual(['b', 'm']);
      expect(await corpus.value.source.earlier('p1', null, null)).toHaveLength(2);
      expect([...corpus.value.topics.propositions.keys()]).toEqual(['p1', 'p2']);
    }
  });

  it('and those of the bundled one, which then teaches the engine but adds no statement', async () => {
    const [proposition] = [...(await knownTo([]))] as [string];
    const file = put('theirs.json', pack([reads('t', proposition)], { id: 'theirs', propositions: [], people: [] }));
    const corpus = await loadCorpus([file]);
    if (!corpus.ok) throw new Error(corpus.fault.message);
    expect([...corpus.value.statements.keys()]).toEqual(['t']);
    expect(corpus.value.topics.propositions.has(proposition)).toBe(true);
  });

  it('a proposition that nobody has is named, with the file, the row and what to do', async () => {
    const corpus = await loadCorpus([more]);
    expect(corpus.ok).toBe(false);
    if (corpus.ok) return;
    expect(corpus.fault.message).toContain('more.json');
    expect(corpus.fault.message).toContain('p1');
    expect(corpus.fault.todo).toBeTruthy();
  });

  it('files that are no packs bring none; without any, the bundled pack is the corpus', async () => {
    const own = (await knownTo([])).size;
    expect((await knownTo([put('x.json', '{'), put('y.jsonl', '{"id":"a"}\n'), join(folder, 'none')])).size).toBe(own);
    const corpus = await loadCorpus([]);
    expect(corpus.ok && corpus.value.statements.size).toBeGreaterThan(800);
    expect(bundled()).toContain('pack.json');
  });
});
