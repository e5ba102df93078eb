/** Values kept ready by name, the latest ones, with a bound on how many. */
export class Memo<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();

  /** Keeps at least the last `most / 2` values asked for, and at most `most`. */
  constructor(private readonly most: number) {}

  /** The value of that name; made where it is not kept. */
  get(name: string, make: () => V): V {
    const known = this.young.get(name);
    if (known !== undefined) return known;
    const value = this.old.get(name) ?? make();
    // A long text forgets what it asked for long ago, and not all at once.
    if (this.young.size * 2 >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(name, value);
    return value;
  }
}
