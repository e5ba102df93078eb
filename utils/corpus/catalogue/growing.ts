/** Numbers in a row that grows: four bytes each, where a list of numbers would take eight or more. Pure. */
export class Growing {
  data: Uint32Array;
  length = 0;

  constructor(room = 4) {
    this.data = new Uint32Array(room);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = value;
    this.length += 1;
  }
}

/** Texts that recur, each with a number from 0. Pure. */
export class Names {
  readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of a text, given at its first mention. */
  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** The number of a text, or undefined if it was never mentioned. */
  find(text: string): number | undefined {
    return this.numbers.get(text);
  }
}
