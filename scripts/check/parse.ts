/** HTML as pages really have it → a document. */
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, serialize } from 'parse5';

type Parent = DefaultTreeAdapterMap['parentNode'];
type Child = DefaultTreeAdapterMap['childNode'];

/** Parts that hold no prose and are most of a page's bytes. */
const ballast = new Set(['style', 'svg', 'noscript', 'link']);

function idle(node: Child): boolean {
  if (node.nodeName === '#comment') return true;
  if (!defaultTreeAdapter.isElementNode(node)) return false;
  if (node.tagName !== 'script') return ballast.has(node.tagName) && !node.attrs.some((a) => a.value === 'canonical');
  return !node.attrs.some((a) => a.name === 'type' && a.value.trim().toLowerCase() === 'application/ld+json');
}

function prune(parent: Parent): void {
  for (const node of [...parent.childNodes])
    if (idle(node)) defaultTreeAdapter.detachNode(node);
    else if ('childNodes' in node) prune(node);
}

/**
 * Parses as a browser does, whatever is missing, crossed or doubled in the markup: parse5 builds the tree by the HTML
 * standard and writes it out well-formed; linkedom alone loses pages whose root it does not find.
 */
export function parsePage(html: string): Document {
  const tree = parse(html);
  prune(tree);
  return (parseHTML(serialize(tree)) as unknown as { document: Document }).document;
}
