import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packReply, unpackReply } from '../../utils/packed-reply';
import type { Evidence } from '../../utils/types';
import { evidence, passage, reply, statementView } from './support/reply';

const item = fc.record<Evidence>({
  statement: fc.constantFrom('s1', 's2', '__proto__', ''),
  relation: fc.constantFrom('contradicts', 'confirms', 'related', 'same'),
  sameSpeaker: fc.boolean(),
  daysEarlier: fc.integer({ min: 0, max: 4000 }),
  reason: fc.record({
    code: fc.constant('apart' as const),
    claim: fc.constantFrom('One.', 'Two.'),
    passage: fc.constantFrom('affirms', 'denies'),
    statement: fc.constantFrom('affirms', 'denies'),
  }),
});

describe('a packed reply', () => {
  it('is the same when it has crossed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(item, { maxLength: 20 }), { maxLength: 5 }), (lists) => {
        const whole = reply();
        whole.report.passages = lists.map((list, i) => passage(`p${i}`, { evidence: list }));
        whole.report.passages.push(passage('dated', { published: '2025-12-01', evidence: [evidence('s1')] }));
        expect(unpackReply(JSON.parse(JSON.stringify(packReply(whole))))).toEqual(whole);
      }),
    );
  });

  it('is a quarter of the size where many passages have much evidence', () => {
    const whole = reply();
    const many = Array.from({ length: 100 }, (_, i) => evidence(`speaker-2025-01-01-words-${i}`, { daysEarlier: i }));
    whole.report.passages = Array.from({ length: 20 }, (_, i) => passage(`p${i}`, { evidence: many }));
    whole.statements = Object.fromEntries(many.map(({ statement: id }) => [id, statementView(id)]));
    expect(JSON.stringify(packReply(whole)).length).toBeLessThan(JSON.stringify(whole).length / 4);
  });
});
