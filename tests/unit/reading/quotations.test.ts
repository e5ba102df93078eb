import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../utils/reading/quotations';

/** The quotations found in the blocks, as text. */
function quoted(...blocks: string[]): string[] {
  const starts: number[] = [];
  blocks.reduce((at, b) => {
    starts.push(at);
    return at + b.length + 1;
  }, 0);
  const text = blocks.join('\n');
  return findQuotations(blocks, starts).map((q) => text.slice(q.start, q.end));
}

describe('where quotations begin and end', () => {
  it('straight, curly, single and angled marks', () => {
    expect(quoted('She called it "frank and open" at noon.')).toEqual(['frank and open']);
    expect(quoted('She called it “frank and open” at noon.')).toEqual(['frank and open']);
    expect(quoted('She called it ‘frank and open’ at noon.')).toEqual(['frank and open']);
    expect(quoted('She called it «frank and open» at noon.')).toEqual(['frank and open']);
  });

  it('apostrophes open nothing', () => {
    expect(quoted("The ministers' plan wasn't ready, and the '90s rules didn't help.")).toEqual([]);
    expect(quoted('The ministers’ plan wasn’t ready in the ’90s.')).toEqual([]);
  });

  it('a quotation within a quotation belongs to the outer one', () => {
    expect(quoted('“He told me ‘never again’ and left,” she said.')).toEqual(['He told me ‘never again’ and left,']);
    expect(quoted('"He told me \'never again\' and left," she said.')).toEqual(["He told me 'never again' and left,"]);
  });

  it('an opening curly mark closed by a straight one', () => {
    expect(quoted('“That is not a condition for the vote," Chairman Lee said, and “nobody” replied.')).toEqual([
      'That is not a condition for the vote,',
      'nobody',
    ]);
  });

  it('several paragraphs, the mark repeated at the start of each and closed once', () => {
    expect(quoted('“We met for an hour.', '“We will meet again.”')).toEqual([
      'We met for an hour.',
      'We will meet again.',
    ]);
  });
});
