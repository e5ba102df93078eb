/** Text nodes → lines of text as the page shows them: white space collapsed, what nobody sees left out. */
import { INVISIBLE } from './invisible';

/** A run of a line's text that one text node gave: `offset` in the line's text, `from` in the node's data. */
export interface NodeRun {
  node: Text;
  offset: number;
  from: number;
  length: number;
}

/** A line being gathered, or one that is whole. */
export interface Line {
  text: string;
  runs: NodeRun[];
}

/** Adds one space, unless the line is empty or ends in one. */
export function addSpace(line: Line): void {
  if (line.text !== '' && !line.text.endsWith(' ')) line.text += ' ';
}

/** White space that is shown otherwise than it is written, and what is not shown at all. */
const collapses = new RegExp(`[^\\S ]| {2}|[${INVISIBLE}]`);
/** What stands between white space and what is not shown. */
const shown = new RegExp(`[^\\s${INVISIBLE}]+`);
/** White space, but for the one character of it that is invisible. */
const space = /[^\S\ufeff]/;

/** Adds a text node's words; runs keep where each stretch came from. */
export function addText(line: Line, node: Text): void {
  const { data } = node;
  if (collapses.test(data)) addWords(line, node, data);
  else addWhole(line, node, data);
}

/** A text node that is shown as it is written gives one run. */
function addWhole(line: Line, node: Text, data: string): void {
  const from = data.startsWith(' ') ? 1 : 0;
  const to = data.length - (data.length > 1 && data.endsWith(' ') ? 1 : 0);
  if (from === 1) addSpace(line);
  if (from === to) return;
  line.runs.push({ node, offset: line.text.length, from, length: to - from });
  line.text += data.slice(from, to);
  if (to < data.length) addSpace(line);
}

function addWords(line: Line, node: Text, data: string): void {
  const shape = new RegExp(shown, 'g');
  let last = line.runs.at(-1);
  let end = 0;
  for (let word = shape.exec(data); word; word = shape.exec(data)) {
    if (space.test(data.slice(end, word.index))) addSpace(line);
    end = word.index + word[0].length;
    const joins =
      last &&
      last.node === node &&
      last.from + last.length + 1 === word.index &&
      last.offset + last.length + 1 === line.text.length;
    if (joins) (last as NodeRun).length += 1 + word[0].length;
    else {
      last = { node, offset: line.text.length, from: word.index, length: word[0].length };
      line.runs.push(last);
    }
    line.text += word[0];
  }
  if (space.test(data.slice(end))) addSpace(line);
}

/** A finished line without the space at its end. */
export function finished(line: Line): Line {
  const text = line.text.trimEnd();
  return { text, runs: line.runs.filter((run) => run.offset < text.length) };
}
