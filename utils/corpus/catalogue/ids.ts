/** Which documents carry an id: a hash table of document numbers, a twentieth of the memory of a `Map`. Pure. */
import { Growing } from './growing';

const NONE = 0xffffffff;

function hash(text: string): number {
  let h = 0x811c9dc5; // FNV-1a, 32 bits
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

export class Ids {
  readonly texts: string[] = [];
  /** The document before with the same id. */
  private readonly before = new Growing(1024);
  private slots = new Uint32Array(2048).fill(NONE);
  private used = 0;

  /** Adds the next document; returns its number. */
  add(id: string): number {
    if (this.used * 2 >= this.slots.length) this.widen();
    const doc = this.texts.push(id) - 1;
    const slot = this.slot(id);
    const last = this.slots[slot] as number;
    if (last === NONE) this.used += 1;
    this.before.push(last);
    this.slots[slot] = doc;
    return doc;
  }

  /** Documents with an id, the last added first. */
  *of(id: string): Generator<number> {
    for (let doc = this.slots[this.slot(id)] as number; doc !== NONE; doc = this.before.data[doc] as number) yield doc;
  }

  /** Has the document's id an earlier document too? */
  repeats(doc: number): boolean {
    return this.before.data[doc] !== NONE;
  }

  private slot(id: string): number {
    const mask = this.slots.length - 1;
    let at = hash(id) & mask;
    for (let doc = this.slots[at] as number; doc !== NONE; doc = this.slots[at] as number) {
      if (this.texts[doc] === id) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  private widen(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2).fill(NONE);
    for (const doc of old) if (doc !== NONE) this.slots[this.slot(this.texts[doc] as string)] = doc;
  }
}
