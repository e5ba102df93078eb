/** Is a text on a topic? The one test that runs on every page, so it is small, linear and stops early. Pure. */

/** What a page report of ours calls its maker (`<meta name="generator">`); such a page is no article and is left alone. */
export const GENERATOR = 'said-before';

export interface GateList {
  terms: string[];
  least: number;
}

const compiled = new WeakMap<GateList, RegExp>();

function shapeOf(list: GateList): RegExp {
  let shape = compiled.get(list);
  if (!shape) {
    const words = list.terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    // Capitals tell names from words, so terms are matched as written; a lower-case term also opens a sentence.
    const both = words.map((word) =>
      /^[a-z]/.test(word) ? `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}` : word,
    );
    shape = new RegExp(`(?<![A-Za-z])(?:${both.join('|')})(?![A-Za-z])`, 'g');
    compiled.set(list, shape);
  }
  shape.lastIndex = 0;
  return shape;
}

/** True when every list of the gate is met at least `least` times in `text`. No list: no topic, false. */
export function passesGate(text: string, gate: readonly GateList[]): boolean {
  return (
    gate.length > 0 &&
    gate.every((list) => {
      const shape = shapeOf(list);
      for (let found = 0; found < list.least; found += 1) if (!shape.exec(text)) return false;
      return true;
    })
  );
}

/** True when a text passes one gate at least: it is on a topic. */
export const passesAnyGate = (text: string, gates: readonly (readonly GateList[])[]): boolean =>
  gates.some((gate) => passesGate(text, gate));
