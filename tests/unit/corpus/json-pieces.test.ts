import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../utils/corpus/json-pieces';

const rest = async (): Promise<void> => undefined;

/** What parsing gives, or that it fails. */
async function outcome(parse: () => unknown): Promise<unknown> {
  try {
    return { value: await parse() };
  } catch (error) {
    return (error as Error).constructor;
  }
}

async function alike(text: string): Promise<void> {
  expect(await outcome(() => parseJson(text, rest, 8))).toEqual(await outcome(() => JSON.parse(text)));
}

const list = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 12 });
const files = fc.oneof(list, fc.dictionary(fc.string(), fc.oneof(list, fc.jsonValue({ maxDepth: 2 }))), fc.jsonValue());

describe('JSON in pieces', () => {
  it('is what JSON.parse gives', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.constantFrom(0, 2), (value, indent) => alike(JSON.stringify(value, null, indent))),
      { numRuns: 500 },
    );
  });

  it('fails where JSON.parse fails: cut off, a sign too many or too few', async () => {
    const spoiled = fc.tuple(
      files,
      fc.nat(),
      fc.constantFrom('', ',', '"', '[', ']', '{', '}', '\\', ':', ' ', '1'),
      fc.nat(2),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, ([value, place, sign, gone]) => {
        const text = JSON.stringify(value);
        const at = place % (text.length + 1);
        return alike(text.slice(0, at) + sign + text.slice(at + gone));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps to the odd cases', async () => {
    const many = '[1,2,3,4,5,6,7,8,9,10,11,12]';
    for (const text of [
      `{"a":${many},"a":[]}`,
      `{"a":[],"a":${many}}`,
      `{"a":${many},"a":"x"}`,
      `{"a":"x","a":${many}}`,
      `{"__proto__":${many},"b":${many}}`,
      `{"a":"]\\\\","b\\"[":${many},"c":["\\\\\\"]"]}`,
      `{"a":${many.replace(']', ',]')}}`,
      `{"a":${many.replace('6,', '6,,')}}`,
      `{"a":${many.replace(']', '}')}}`,
      `${many} ${many}`,
      `[[${many}],${many}]`,
    ])
      await alike(text);
    expect({}).not.toHaveProperty('0');
  });

  it('rests between portions, and stops when that says so', async () => {
    let rests = 0;
    const text = JSON.stringify(Array.from({ length: 1000 }, (_, id) => ({ id })));
    await parseJson(
      text,
      async () => {
        rests += 1;
      },
      500,
    );
    expect(rests).toBeGreaterThan(15);
    const stop = new Error('enough');
    await expect(parseJson(text, () => Promise.reject(stop), 500)).rejects.toBe(stop);
  });
});
