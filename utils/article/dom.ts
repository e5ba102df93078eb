/** Reading a document that may mean harm: a page's form fields can stand in front of properties ("DOM clobbering"). */

/** An element's tag in capitals; "FORM" where a field named `tagName` hides it, for only forms and documents can be hidden so. */
export function nameOf(element: Element): string {
  const name: unknown = element.tagName;
  return typeof name === 'string' ? name.toUpperCase() : 'FORM';
}

/** `querySelectorAll`, also in a document where an image or form carries that name. */
export function all<E extends Element = Element>(root: ParentNode, selector: string): E[] {
  const find: unknown = root.querySelectorAll;
  if (typeof find === 'function') return [...root.querySelectorAll<E>(selector)];
  return [...Document.prototype.querySelectorAll.call(root as Document, selector)] as E[];
}

/** The body of a document, also where something on the page is called "body". */
export function bodyOf(document: Document): HTMLElement | null {
  const { body } = document;
  if (body === null || nameOf(body) === 'BODY') return body;
  return (all<HTMLElement>(document, 'body')[0] as HTMLElement | undefined) ?? null;
}
