import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../scripts/eval/labels';
import { readSource } from '../../../scripts/pack/source';
import { compileTopic, resolveCues } from '../../../utils/reading/topic';

const folder = 'scripts/pack/ukraine-peace-talks';
const pack = readSource(folder);
const propositions = new Map(pack.propositions.map((p) => [p.id, p]));
const isoDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
const faulty = <T extends { id: string }>(list: T[], ok: (item: T) => boolean): string[] =>
  list.filter((item) => !ok(item)).map((item) => item.id);

describe('statements', () => {
  it('have unique ids and stand in order of date', () => {
    const ids = pack.statements.map((s) => s.id);
    expect(new Set(ids).size).toBe(ids.length);
    const dates = pack.statements.map((s) => s.date);
    expect(dates).toEqual([...dates].sort());
  });
  it('have the required fields', () =>
    expect(faulty(pack.statements, (s) => s.speaker !== '' && (s.quote !== '' || s.gist !== ''))).toEqual([]));
  it('have ISO dates', () =>
    expect(
      faulty(pack.statements, (s) => isoDay(s.date) && (!s.source.published || isoDay(s.source.published))),
    ).toEqual([]));
  it('have http(s) sources', () =>
    expect(faulty(pack.statements, (s) => /^https?:$/.test(new URL(s.source.url).protocol))).toEqual([]));
  it('quote at most 15 words', () =>
    expect(faulty(pack.statements, (s) => s.quote.split(/\s+/).length <= 15)).toEqual([]));
  it('have readings of known propositions with valid stances', () =>
    expect(
      faulty(
        pack.statements,
        (s) =>
          s.readings.length > 0 &&
          s.readings.every((r) => propositions.has(r.proposition) && /^(affirms|denies|hedges)$/.test(r.stance)),
      ),
    ).toEqual([]));
  it('give figures only where the proposition has them', () =>
    expect(
      faulty(pack.statements, (s) => s.readings.every((r) => !r.figure || propositions.get(r.proposition)?.figure)),
    ).toEqual([]));
  it('are by speakers whom the pack knows', () => {
    const names = new Set(pack.people.map((p) => p.name));
    expect([...new Set(pack.statements.map((s) => s.speaker))].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('propositions', () => {
  it('have unique ids and oppose known ones', () => {
    expect(propositions.size).toBe(pack.propositions.length);
    expect(faulty(pack.propositions, (p) => (p.opposes ?? []).every((id) => propositions.has(id)))).toEqual([]);
  });
  it('have cues, and every cue compiles', () => {
    compileTopic(pack);
    expect(faulty(pack.propositions, (p) => (resolveCues(p.id, propositions).affirms ?? []).length > 0)).toEqual([]);
  });
});

describe('people', () => {
  it('have unique ids and names, and valid terms of office', () => {
    expect(new Set(pack.people.map((p) => p.id)).size).toBe(pack.people.length);
    expect(new Set(pack.people.map((p) => p.name)).size).toBe(pack.people.length);
    expect(
      faulty(pack.people, (p) => (p.titles ?? []).every((t) => (!t.from || isoDay(t.from)) && (!t.to || isoDay(t.to)))),
    ).toEqual([]);
  });
});

describe('examples', () => {
  const examples = readExamples(`${folder}/examples`);
  it('are at least 2,500, all different', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2500);
    expect(new Set(examples.map((e) => `${e.proposition} ${e.text}`)).size).toBe(examples.length);
  });
  it('cover every proposition with at least 35 sentences, near misses among them', () => {
    expect(
      readdirSync(`${folder}/examples`)
        .map((name) => name.replace('.jsonl', ''))
        .sort(),
    ).toEqual([...propositions.keys()].sort());
    const thin = [...propositions.keys()].filter((id) => {
      const own = examples.filter((e) => e.proposition === id);
      return own.length < 35 || own.filter((e) => e.stance === 'none').length < 8;
    });
    expect(thin).toEqual([]);
  });
});
