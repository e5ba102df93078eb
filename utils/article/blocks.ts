/** Document → blocks of text, each with the text nodes it came from. One walk, nothing changed, no layout asked for. */
import type { Block, BlockKind } from '../types';

/** A run of a block's text that one text node gave: `offset` in the block's text, `from` in the node's data. */
export interface NodeRun {
  node: Text;
  offset: number;
  from: number;
  length: number;
}

export interface NodeBlock extends Block {
  runs: NodeRun[];
  element: Element;
}

const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG MATH CANVAS VIDEO AUDIO FORM BUTTON INPUT TEXTAREA SELECT NAV FOOTER ASIDE CODE PRE DIALOG MENU SAID-BEFORE-OVERLAY AMP-AD AMP-SIDEBAR HEAD LINK META'.split(
    ' ',
  ),
);
const blocky = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE FIGURE FIGCAPTION TABLE TBODY TR TD TH BODY HR ADDRESS DETAILS SUMMARY HGROUP'.split(
    ' ',
  ),
);
const hidden = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Class and id words of parts of a page that are not the article. */
const aside =
  /(?:^|[-_\s])(?:comments?|disqus|related|recirc\w*|newsletter|promo|sponsor\w*|advert\w*|ads?|ad-\w+|social|share|sharing|breadcrumbs?|sidebar|footer|nav|navbar|menu|cookie|consent|outbrain|taboola|recommend\w*|read-?more|more-?(?:stories|news|from)|most-?(?:read|popular)|trending|popular|subscribe|paywall|signup|author-?bio|tags?|topics|teasers?|up-?next|correction-policy)(?:$|[-_\s])/i;
const kinds: Record<string, BlockKind> = {
  H1: 'title',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  BLOCKQUOTE: 'quote',
  LI: 'item',
  FIGCAPTION: 'caption',
};

/** Names lie ("layout--sidebar", "comments-enabled" around a whole story): what holds most paragraphs is no aside. */
const holdsMost = (element: Element): boolean =>
  element.getElementsByTagName('p').length * 2 > element.ownerDocument.getElementsByTagName('p').length;

/** Is an element, with all in it, left out? */
function leftOut(element: Element): boolean {
  const name = element.tagName.toUpperCase();
  if (skipped.has(name)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const style = element.getAttribute('style');
  if (style && hidden.test(style)) return true;
  const role = element.getAttribute('role');
  if (role && /^(?:navigation|complementary|banner|contentinfo|search|dialog|alert|menu)$/.test(role)) return true;
  if (name === 'ARTICLE' || name === 'MAIN' || name === 'BODY' || name === 'H1') return false;
  const marks = `${element.getAttribute('class') ?? ''} ${element.id}`;
  return (
    marks.length > 1 &&
    marks.length < 400 &&
    aside.test(marks) &&
    !/article-?body|story-?body|post-?content|entry-?content/i.test(marks) &&
    !holdsMost(element)
  );
}

interface Walk {
  out: NodeBlock[];
  text: string;
  runs: NodeRun[];
  owner: Element;
  kind: BlockKind;
  published: string | undefined;
}

function flush(walk: Walk): void {
  const text = walk.text.trimEnd();
  if (text !== '') {
    const runs = walk.runs.filter((run) => run.offset < text.length);
    walk.out.push({
      text,
      kind: walk.kind,
      runs,
      element: walk.owner,
      ...(walk.published ? { published: walk.published } : {}),
    });
  }
  walk.text = '';
  walk.runs = [];
}

/** Adds a text node's words with white space collapsed as the page shows it; runs keep where each stretch came from. */
function take(node: Text, walk: Walk): void {
  const { data } = node;
  const shape = /[^\s\u00a0]+/g;
  for (let word = shape.exec(data); word; word = shape.exec(data)) {
    const spaced = word.index > 0 && /[\s\u00a0]/.test(data[word.index - 1] as string);
    if (spaced && walk.text !== '' && !walk.text.endsWith(' ')) walk.text += ' ';
    const last = walk.runs.at(-1);
    const joins =
      last &&
      last.node === node &&
      last.from + last.length + 1 === word.index &&
      last.offset + last.length + 1 === walk.text.length;
    if (joins) last.length += 1 + word[0].length;
    else walk.runs.push({ node, offset: walk.text.length, from: word.index, length: word[0].length });
    walk.text += word[0];
  }
  if (/[\s\u00a0]$/.test(data) && walk.text !== '' && !walk.text.endsWith(' ')) walk.text += ' ';
}

/** The day of a live-blog post: an article or section within the article that carries a time of its own. */
function postDay(element: Element): string | undefined {
  const name = element.tagName.toUpperCase();
  const live =
    element.getAttribute('itemprop') === 'liveBlogUpdate' ||
    /LiveBlog|BlogPosting/i.test(element.getAttribute('itemtype') ?? '');
  if (!live && !(name === 'ARTICLE' && element.parentElement?.closest('article,main'))) return undefined;
  return element
    .querySelector('time[datetime]')
    ?.getAttribute('datetime')
    ?.match(/^\d{4}-\d\d-\d\d/)?.[0];
}

function visit(node: Node, walk: Walk): void {
  if (node.nodeType === 3) {
    take(node as Text, walk);
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  if (leftOut(element)) return;
  const name = element.tagName.toUpperCase();
  if (name === 'BR') {
    // One break is a line of a paragraph; two part paragraphs.
    if (element.nextElementSibling?.tagName.toUpperCase() === 'BR' && !element.nextSibling?.textContent?.trim())
      flush(walk);
    else if (walk.text !== '' && !walk.text.endsWith(' ')) walk.text += ' ';
    return;
  }
  const block = blocky.has(name);
  const before = { owner: walk.owner, kind: walk.kind, published: walk.published };
  if (block) {
    flush(walk);
    walk.owner = element;
    const kind = kinds[name];
    if (kind && walk.kind !== 'quote') walk.kind = kind;
    walk.published = postDay(element) ?? walk.published;
  }
  const root = element.shadowRoot;
  for (let child = (root ?? element).firstChild; child; child = child.nextSibling) visit(child, walk);
  if (root) for (let child = element.firstChild; child; child = child.nextSibling) visit(child, walk);
  if (block) {
    flush(walk);
    Object.assign(walk, before);
  }
}

/** All blocks under a node, in the order of the document. */
export function blocksOf(root: Element): NodeBlock[] {
  const walk: Walk = { out: [], text: '', runs: [], owner: root, kind: 'paragraph', published: undefined };
  for (let child = root.firstChild; child; child = child.nextSibling) visit(child, walk);
  flush(walk);
  return walk.out;
}
