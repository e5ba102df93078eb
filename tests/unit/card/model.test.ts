import { expect, it } from 'vitest';
import { cardOf, ofClaim } from '../../../components/card/model';
import { tellsSide } from '../../../utils/in-language';
import type { PageReply } from '../../../utils/messages';
import { evidence, passage, reply as sample, statementView } from '../support/reply';

const show = { contradicts: true, confirms: true, related: false };
const of = (reply: PageReply, ...rest: [typeof show?, Parameters<typeof cardOf>[3]?]) => {
  const [first] = reply.report.passages;
  return cardOf(reply, first as NonNullable<typeof first>, ...rest);
};

it('tells claim, speaker’s stance, the words it was read from, and counts', () => {
  const model = of(sample());
  expect(model.claims).toEqual([
    {
      id: 'p1',
      ...{ claim: 'The bridge will open.', label: 'Bridge opens', language: 'en', pack: 'The bridge will open.' },
      ...{ stance: 'affirms', because: ['will open'] },
    },
  ]);
  expect(model.counts).toEqual({ contradicts: 1, confirms: 1 });
  expect(model.items.map((item) => [item.statement.id, item.reversal])).toEqual([
    ['s1', true],
    ['s2', false],
  ]);
});

it('names words once: none that stand within others', () => {
  const reply = sample();
  const [reading] = (reply.report.passages[0] as (typeof reply.report.passages)[0]).readings;
  Object.assign(reading as object, { because: ['not', 'Will not open', 'soon'] });
  expect(of(reply).claims[0]?.because).toEqual(['Will not open', 'soon']);
});

it('tells of a claim about an occasion within how many days it is compared', () => {
  const reply = sample();
  const { p1 } = reply.propositions;
  reply.propositions.p1 = { ...(p1 as NonNullable<typeof p1>), windowDays: 30 };
  expect(of(reply).claims[0]?.within).toBe(30);
});

it('keeps what settings leave out for those who ask, and counts it', () => {
  const model = of(sample(), { ...show, confirms: false });
  expect(model.items.map((item) => item.statement.id)).toEqual(['s1']);
  expect(model.left.confirms.map((item) => item.statement.id)).toEqual(['s2']);
  expect(model.counts.confirms).toBe(1);
});

it('takes away at once what was just muted', () => {
  const reply = sample();
  expect(of(reply, show, { statements: new Set(['s1']), claims: new Set() }).counts).toEqual({
    contradicts: 0,
    confirms: 1,
  });
  const none = of(reply, show, { statements: new Set(), claims: new Set(['p1']) });
  expect([none.claims, none.items, none.counts]).toEqual([[], [], { contradicts: 0, confirms: 0 }]);
});

it('keeps related statements and the quote’s own source apart, and says what only a machine has read', () => {
  const reply = sample();
  reply.statements.m = statementView('m', { readings: [{ proposition: 'p1', stance: 'denies', readBy: 'machine' }] });
  reply.report.passages = [
    passage('x', {
      evidence: [evidence('m'), evidence('s2', { relation: 'related' }), evidence('s3', { relation: 'same' })],
    }),
  ];
  const model = of(reply);
  expect(model.items.map((item) => item.machine)).toEqual([true]);
  expect(model.related.map((item) => item.statement.id)).toEqual(['s2']);
  expect(model.sources.map((item) => item.statement.id)).toEqual(['s3']);
});

it('leaves out evidence whose statement did not come along', () => {
  const reply = sample();
  delete reply.statements.s1;
  expect(of(reply).items.map((item) => item.statement.id)).toEqual(['s2']);
});

it('shows one claim at a time, each with its own statements and counts; a quote’s source belongs to all', () => {
  const reply = sample();
  reply.statements.s4 = statementView('s4', { readings: [{ proposition: 'p2', stance: 'affirms' }] });
  const toll = { code: 'alike', claim: 'The toll will rise.', passage: 'affirms' } as const;
  const figures = { code: 'figures', kind: 'toll', passage: { value: 2 }, statement: { value: 3 } } as const;
  const first = reply.report.passages[0] as (typeof reply.report.passages)[0];
  first.readings.push({ proposition: 'p2', stance: 'affirms', figure: null, because: ['higher toll'] });
  first.evidence = [
    evidence('s1'),
    evidence('s2', { relation: 'confirms', reason: toll }),
    // No claim is named here: the statement's own readings tell.
    evidence('s4', { relation: 'contradicts', reason: figures }),
    evidence('s3', { relation: 'same', reason: { code: 'source' } }),
  ];
  const model = of(reply);
  const shown = (id: string) => {
    const one = ofClaim(model, id);
    return [one.claims.map((c) => c.label), one.items.map((i) => i.statement.id), one.counts, one.sources.length];
  };
  expect(shown('p1')).toEqual([['Bridge opens'], ['s1'], { contradicts: 1, confirms: 0 }, 1]);
  expect(shown('p2')).toEqual([['The toll will rise'], ['s2', 's4'], { contradicts: 1, confirms: 1 }, 1]);
  // What settings leave out still counts, under its claim.
  expect(ofClaim(of(reply, { ...show, confirms: false }), 'p2').counts.confirms).toBe(1);
  // A claim that was taken away takes its own statements with it, and no others.
  const rest = of(reply, show, { statements: new Set(), claims: new Set(['p2']) });
  expect(rest.items.map((i) => i.statement.id)).toEqual(['s1']);
});

it('names a side only where the role does not', () => {
  expect(tellsSide('Utopian president', 'Utopia')).toBe(true);
  expect(tellsSide('minister of Utopia', 'Utopia')).toBe(true);
  expect(tellsSide('Ruritanian envoy', 'Ruritania')).toBe(true);
  expect(tellsSide('foreign minister', 'Utopia')).toBe(false);
  expect(tellsSide(undefined, 'Utopia')).toBe(false);
  expect(tellsSide('busy envoy', 'US')).toBe(false);
});
