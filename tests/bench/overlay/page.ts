/** What runs in the page during the benchmark: our parts and their peers, on one document, timed by one clock. */
import { Readability } from '@mozilla/readability';
import Mark from 'mark.js';
import { BlockCache } from '../../../utils/article/cache';
import { extractArticle, extractSteps } from '../../../utils/article/extract';
import { glance } from '../../../utils/article/glance';
import { piecesFor, rangeOver } from '../../../utils/article/ranges';
import { type GateList, passesGate } from '../../../utils/gate';
import { hitTest } from '../../../utils/overlay/hit';
import { type Mark as OwnMark, Painter } from '../../../utils/overlay/marks';
import { viewOf } from '../../../utils/overlay/view';

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** Median of `runs` in ms after two unmeasured ones; `before` is not timed. */
function time<T>(runs: number, work: (given: T) => void, before: () => T): number {
  const times: number[] = [];
  for (let i = 0; i < runs + 2; i += 1) {
    const given = before();
    const began = performance.now();
    work(given);
    if (i > 1) times.push(performance.now() - began);
  }
  return median(times);
}

const layout = (): number => document.body.getBoundingClientRect().height;
const view = viewOf(document);

/** Marks over every nth sentence of the article, `most` at most; over the paragraphs with `word`, where given. */
function marksIn(most: number, word?: string): { marks: OwnMark[]; words: string[] } {
  const { blocks } = extractArticle(document, location.href);
  const spans: { start: number; end: number; text: string }[] = [];
  let at = 0;
  for (const { text } of blocks) {
    const from = word ? text.indexOf(word) : 0;
    const end = word ? from + word.length : Math.max(0, text.indexOf('. ') + 1) || text.length;
    if (from >= 0 && end > from) spans.push({ start: at + from, end: at + end, text: text.slice(from, end) });
    at += text.length + 1;
  }
  const step = Math.max(1, Math.floor(spans.length / most));
  const chosen = spans.filter((_, i) => i % step === 0).slice(0, most);
  const marks = chosen.map(({ start, end }, i): OwnMark => {
    const pieces = piecesFor(blocks, start, end);
    const ranges = pieces.flatMap((own) => rangeOver(own) ?? []);
    return { id: `p${i}`, key: `p${i}`, kind: i % 2 ? 'confirms' : 'contradicts', ranges, pieces: pieces.flat() };
  });
  return { marks, words: [...new Set(chosen.map(({ text }) => text))] };
}

/** The longest stretch between two pauses when a page is extracted as the overlay does it, in ms: the median of five runs, since another process can take the processor in one of them. */
function longestSlice(slice: number): number {
  const longest = Array.from({ length: 5 }, () => {
    const steps = extractSteps(document, location.href, { cache: new BlockCache() });
    let most = 0;
    let began = performance.now();
    for (let done = false; !done; ) {
      done = steps.next().done === true;
      const took = performance.now() - began;
      if (!done && took < slice) continue;
      most = Math.max(most, took);
      began = performance.now();
    }
    return most;
  });
  return median(longest);
}

export interface Measured {
  words: number;
  marks: number;
  scout: number;
  extract: number;
  again: number;
  slice: number;
  paint: number;
  hover: number;
  readability: number;
  markjs: number;
}

/** Everything on the document as it is, all in ms. `runs` for the medians; `word` marks that word alone. */
function measure(gate: GateList[], runs: number, most: number, word?: string): Measured {
  const scout = time(
    runs,
    () => passesGate(glance(document), gate),
    () => null,
  );
  const extract = time(
    runs,
    (cache: BlockCache) => extractArticle(document, location.href, { cache }),
    () => new BlockCache(),
  );
  const warm = new BlockCache();
  const again = time(
    runs,
    () => extractArticle(document, location.href, { cache: warm }),
    () => null,
  );
  const { marks, words } = marksIn(most, word);
  layout();
  const painter = new Painter(view);
  const paint = time(
    runs,
    () => {
      for (const mark of marks) mark.ranges = mark.ranges.map((range) => range.cloneRange());
      painter.paint(marks);
      layout();
    },
    () => painter.erase(),
  );
  const middle = marks[Math.floor(marks.length / 2)]?.ranges[0];
  middle?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  layout();
  let x = 0;
  const hover = time(
    Math.max(runs, 40),
    () => {
      x = (x + 13) % innerWidth;
      hitTest(marks, view, [], x, innerHeight / 2);
    },
    () => null,
  );
  painter.erase();
  const readability = time(
    runs,
    (copy: Document) => new Readability(copy).parse(),
    () => document.cloneNode(true) as Document,
  );
  const peer = new Mark(document.body);
  const markjs = time(
    Math.min(runs, 9),
    () => {
      peer.mark(word ?? words, { separateWordSearch: false, acrossElements: word === undefined });
      layout();
    },
    () => {
      peer.unmark();
      layout();
    },
  );
  peer.unmark();
  const count = glance(document).split(/\s+/).length;
  return {
    words: count,
    marks: marks.length,
    scout,
    extract,
    again,
    slice: longestSlice(6),
    paint,
    hover,
    readability,
    markjs,
  };
}

Object.assign(globalThis, { measure });
