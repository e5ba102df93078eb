/**
 * Document → blocks of text, each with the text nodes it came from. One walk in the order in which the page shows its
 * text (open shadow roots and their slots included), nothing changed, no layout asked for.
 */
import type { Block, BlockKind } from '../types';
import type { BlockCache } from './cache';
import { nameOf } from './dom';
import { leftOut } from './left-out';
import { addSpace, addText, finished, type Line, type NodeRun } from './text';

export interface NodeBlock extends Block {
  runs: NodeRun[];
  element: Element;
}

/** What is known of the page before the walk. */
export interface WalkOptions {
  cache?: BlockCache | undefined;
  /** ISO day of each element that is a post of its own; null for another article that is to be passed over. */
  posts?: ReadonlyMap<Element, string | null> | undefined;
}

export interface Walked {
  blocks: NodeBlock[];
  /** Open shadow roots that the walk went through. */
  roots: ShadowRoot[];
}

const blocky = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE FIGURE FIGCAPTION TABLE TBODY TR TD TH BODY HR ADDRESS DETAILS SUMMARY HGROUP FORM'.split(
    ' ',
  ),
);
const kinds: Record<string, BlockKind> = {
  H1: 'title',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  BLOCKQUOTE: 'quote',
  LI: 'item',
  FIGCAPTION: 'caption',
};
/** Nodes between two pauses. */
const STRIDE = 48;

/** A node whose children are being walked: the next of them, and what happens after the last. */
interface Level {
  next: Node | null;
  /** Children that are no siblings: what a slot shows. */
  queue: Node[] | null;
  leave: (() => void) | null;
}

class Walk {
  readonly blocks: NodeBlock[] = [];
  readonly roots: ShadowRoot[] = [];
  private readonly stack: Level[] = [];
  private line: Line = { text: '', runs: [] };
  private gathered: Line[] = [];
  private kind: BlockKind = 'paragraph';
  private published: string | undefined;
  /** Blocks begun and shadow roots entered so far: a block in which neither grew can be kept as it is. */
  private begun = 0;

  constructor(
    private owner: Element,
    private readonly options: WalkOptions,
  ) {
    this.go(owner.firstChild, null, () => this.flush());
  }

  /** Walks one node; false when there is none left. */
  step(): boolean {
    const level = this.stack.at(-1);
    if (!level) return false;
    const node = level.queue ? level.queue.shift() : level.next;
    if (!node) {
      this.stack.pop();
      level.leave?.();
    } else {
      if (!level.queue) level.next = node.nextSibling;
      if (node.nodeType === 3) addText(this.line, node as Text);
      else if (node.nodeType === 1) this.enter(node as Element);
    }
    return true;
  }

  private go(next: Node | null, queue: Node[] | null, leave: (() => void) | null): void {
    this.stack.push({ next, queue, leave });
  }

  private enter(element: Element): void {
    const name = nameOf(element);
    const block = blocky.has(name);
    const post = this.options.posts?.get(element);
    if (post === null) return;
    const kept = block ? this.options.cache?.linesOf(element) : undefined;
    if (kept) this.again(element, name, kept, post);
    else if (!leftOut(element)) this.walkInto(element, name, block, post);
  }

  private walkInto(element: Element, name: string, block: boolean, post: string | undefined): void {
    if (name === 'BR') this.breakLine(element);
    else if (block) this.enterBlock(element, name, post);
    else this.inside(element, name, null);
  }

  private inside(element: Element, name: string, leave: (() => void) | null): void {
    const root = element.shadowRoot;
    const shown = name === 'SLOT' ? (element as HTMLSlotElement).assignedNodes?.() : undefined;
    if (root) {
      this.roots.push(root);
      this.begun += 1;
      this.go(root.firstChild, null, leave);
    } else this.go(element.firstChild, shown && shown.length > 0 ? [...shown] : null, leave);
  }

  private enterBlock(element: Element, name: string, post: string | undefined): void {
    this.flush();
    const { owner, kind, published, gathered } = this;
    this.begun += 1;
    const { begun } = this;
    this.owner = element;
    this.gathered = [];
    this.kind = this.kindOf(name);
    this.published = post ?? published;
    this.inside(element, name, () => {
      this.flush();
      if (this.begun === begun) this.options.cache?.keep(element, this.gathered);
      Object.assign(this, { owner, kind, published, gathered });
    });
  }

  /** A block that has not changed since the last walk. */
  private again(element: Element, name: string, lines: readonly Line[], post: string | undefined): void {
    this.flush();
    this.begun += 1;
    const kind = this.kindOf(name);
    for (const line of lines) this.put(line, element, kind, post ?? this.published);
  }

  private kindOf(name: string): BlockKind {
    return this.kind === 'quote' ? 'quote' : (kinds[name] ?? this.kind);
  }

  /** One break is a line of a paragraph; two part paragraphs. */
  private breakLine(element: Element): void {
    const next = element.nextElementSibling;
    if (next && nameOf(next) === 'BR' && !element.nextSibling?.textContent?.trim()) this.flush();
    else addSpace(this.line);
  }

  private flush(): void {
    if (this.line.text === '') return;
    const line = finished(this.line);
    this.line = { text: '', runs: [] };
    if (line.text === '') return;
    this.gathered.push(line);
    this.put(line, this.owner, this.kind, this.published);
  }

  private put({ text, runs }: Line, element: Element, kind: BlockKind, published: string | undefined): void {
    this.blocks.push({ text, kind, runs, element, ...(published ? { published } : {}) });
  }
}

/** Walks in steps: each `next` does a few nodes, so that a page of any length can be read in slices. */
export function* walkSteps(root: Element, options: WalkOptions = {}): Generator<void, Walked> {
  const walk = new Walk(root, options);
  for (let count = 1; walk.step(); count += 1) if (count % STRIDE === 0) yield;
  return { blocks: walk.blocks, roots: walk.roots };
}

/** Runs steps to their end at once. */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** All blocks under an element, in the order in which they are shown. */
export const blocksOf = (root: Element): NodeBlock[] => finish(walkSteps(root)).blocks;
