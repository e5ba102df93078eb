/** A quick look at a page's text, for the scout: nothing is walked that need not be. */
import { seen } from './invisible';

/** More text than this is not looked at: the first half million characters tell. */
const MOST = 500_000;
/** A page with less text of its own may hold its article elsewhere: in shadow roots or in a frame of its own site. */
const THIN = 5000;
/** Elements of a thin page that are looked at for shadow roots. */
const ELEMENTS = 4000;

/** The document of a frame of the same site, or null for another's, which the browser does not let us see. */
export function documentIn(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function shadowText(root: ParentNode, left: { elements: number }): string {
  let text = '';
  for (const element of root.querySelectorAll('*')) {
    left.elements -= 1;
    if (left.elements < 0) break;
    const shadow = element.shadowRoot;
    if (shadow) text += ` ${shadow.textContent ?? ''}${shadowText(shadow, left)}`;
  }
  return text;
}

/** At most half a million characters of a page's text as it is seen, that in shadow roots and frames included where its own is short. */
export function glance(document: Document): string {
  let text = document.body?.textContent ?? '';
  if (text.length < THIN && document.body) {
    text += shadowText(document.body, { elements: ELEMENTS });
    for (const frame of document.querySelectorAll('iframe')) text += ` ${documentIn(frame)?.body?.textContent ?? ''}`;
  }
  return seen(text.length > MOST ? text.slice(0, MOST) : text);
}
