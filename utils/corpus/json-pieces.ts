/**
 * JSON of many megabytes, parsed with pauses. `JSON.parse` of a pack of 100,000 statements keeps its worker from
 * answering for half a second; so a long list that is the file, or lies directly in it, is cut between its items.
 */

/** Characters parsed at once. */
const PIECE = 128 << 10;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A list that was cut out of the text. */
interface Cut {
  /** The member of the file's object that it is; null: it is the file. */
  key: string | null;
  items: unknown[];
  from: number;
  to: number;
}

/** What the text has that is not for cutting: it is then parsed as a whole, which also says what is wrong with it. */
class Uncut extends Error {}

/** Where the string ends that begins at `at`: the place of its closing mark. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let marks = 0;
    while (text.charCodeAt(end - 1 - marks) === BACKSLASH) marks += 1;
    if (marks % 2 === 0) return end;
  }
  throw new Uncut();
}

async function cutsOf(text: string, breathe: () => Promise<void>, size: number): Promise<Cut[]> {
  const cuts: Cut[] = [];
  const keys = new Set<string>();
  let lastString: [number, number] = [0, 0];
  let depth = 0;
  let inObject = false;
  /** The list that is being read, the depth of its items, and where the items begin that were not parsed yet. */
  let list: Cut | null = null;
  let within = 0;
  let from = 0;
  let rest = size;

  const take = (of: Cut, to: number): void => {
    const piece = text.slice(from, to);
    if (piece.trim() === '') throw new Uncut();
    for (const item of JSON.parse(`[${piece}]`) as unknown[]) of.items.push(item);
    from = to + 1;
  };
  const begin = (at: number): void => {
    const key = inObject ? (JSON.parse(text.slice(...lastString)) as string) : null;
    // Of two members with one name the last counts: not for us to tell.
    if (key === '__proto__' || keys.has(key ?? '')) throw new Uncut();
    keys.add(key ?? '');
    [list, within, from] = [{ key, items: [], from: at + 1, to: 0 }, depth, at + 1];
  };

  for (let i = 0; i < text.length; i += 1) {
    if (i >= rest) {
      await breathe();
      rest = i + size;
    }
    const sign = text.charCodeAt(i);
    if (sign === QUOTE) {
      const end = endOfString(text, i);
      if (depth === 1) lastString = [i, end + 1];
      i = end;
    } else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      depth += 1;
      if (depth === 1) inObject = sign === OPEN_OBJECT;
      if (sign === OPEN_LIST && depth === (inObject ? 2 : 1)) begin(i);
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
      if (list && depth === within) {
        const one: Cut = list;
        list = null;
        if (sign !== CLOSE_LIST) throw new Uncut();
        if (one.items.length > 0) {
          take(one, i);
          cuts.push({ ...one, to: i });
        }
      }
      depth -= 1;
    } else if (sign === COMMA && list && depth === within && i - from >= size) take(list, i);
  }
  return cuts;
}

/** Parses JSON like `JSON.parse`, and throws as it does; `breathe` is awaited between portions (characters) of the work. */
export async function parseJson(text: string, breathe: () => Promise<void>, portion = PIECE): Promise<unknown> {
  if (text.length <= portion) return JSON.parse(text);
  let cuts: Cut[];
  let left = '';
  let at = 0;
  let value: unknown;
  try {
    cuts = await cutsOf(text, breathe, portion);
    for (const { from, to } of cuts) {
      left += text.slice(at, from);
      at = to;
    }
    value = JSON.parse(left + text.slice(at));
  } catch (error) {
    if (error instanceof Uncut || error instanceof SyntaxError) return JSON.parse(text);
    throw error;
  }
  for (const { key, items } of cuts) {
    if (key === null) return items;
    const named = value as Record<string, unknown>;
    // Named twice, of which the other was short.
    if (!Array.isArray(named[key]) || named[key].length > 0) return JSON.parse(text);
    named[key] = items;
  }
  return value;
}
