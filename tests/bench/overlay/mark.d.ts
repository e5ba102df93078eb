declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(words: string | string[], options?: { separateWordSearch?: boolean; acrossElements?: boolean }): void;
    unmark(): void;
  }
}
