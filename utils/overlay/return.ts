/** Where reading goes on when a card closes that the keyboard was in. */
import type { Host } from './host';
import type { Mark } from './marks';
import type { View } from './view';

/**
 * Is the reader in the card? The focus is there; or it is nowhere, because a screen reader reads on in the card by a
 * caret of its own, which takes the focus from what had it.
 */
export function inCard({ root }: Host): boolean {
  const { activeElement, body } = document;
  if (root.activeElement) return true;
  if (activeElement !== body && activeElement !== null) return false;
  const anchor = document.getSelection()?.anchorNode;
  return !anchor || anchor.getRootNode() === root || anchor.contains(root.host);
}

/**
 * Puts the caret before a mark's words, as a click there would: a screen reader reads on from there, and so does Tab. What
 * the reader has selected is left alone. Returns whether the caret was put.
 */
export function readOnAt({ ranges: [range] }: Mark, { document }: View): boolean {
  const selection = document.getSelection();
  if (!range || !selection?.isCollapsed) return false;
  selection.collapse(range.startContainer, range.startOffset);
  return true;
}
