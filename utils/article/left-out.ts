/** Parts of a page that are not the article: what is never read, and so never marked. */
import { all, nameOf } from './dom';

const skipped = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG MATH CANVAS VIDEO AUDIO FORM BUTTON INPUT TEXTAREA SELECT NAV FOOTER ASIDE CODE PRE KBD SAMP DIALOG MENU SAID-BEFORE-OVERLAY AMP-AD AMP-SIDEBAR HEAD LINK META'.split(
    ' ',
  ),
);
const hidden = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const landmarks = /^(?:navigation|complementary|banner|contentinfo|search|dialog|alert|menu|textbox|searchbox)$/;
/** Class and id words of parts of a page that are not the article. */
const aside =
  /(?:^|[-_\s])(?:comments?|disqus|related|recirc\w*|newsletter|promo|sponsor\w*|advert\w*|ads?|ad-\w+|social|share|sharing|breadcrumbs?|sidebar|footer|nav|navbar|menu|cookie|consent|outbrain|taboola|recommend\w*|read-?more|more-?(?:stories|news|from)|most-?(?:read|popular)|trending|popular|subscribe|paywall|signup|author-?bio|tags?|topics|teasers?|up-?next|correction-policy)(?:$|[-_\s])/i;

/** Does an element's own style keep it from being seen? `style` is the attribute's value. */
export const hides = (style: string | null): boolean => style !== null && hidden.test(style);

const body = /article-?body|story-?body|post-?content|entry-?content/i;
/** Names come again and again on a page, so what they mean is kept. */
const known = new Map<string, boolean>();
const KNOWN = 2000;

function namesAside(marks: string): boolean {
  let means = known.get(marks);
  if (means === undefined) {
    means = aside.test(marks) && !body.test(marks);
    if (known.size >= KNOWN) known.clear();
    known.set(marks, means);
  }
  return means;
}

/** Some sites put the whole page into one form. */
const wraps = (form: Element): boolean => all(form, 'article, main, h1').length > 0;

/** Names lie ("layout--sidebar", "comments-enabled" around a whole story): what holds most paragraphs is no aside. */
const holdsMost = (element: Element): boolean =>
  element.getElementsByTagName('p').length * 2 > element.ownerDocument.getElementsByTagName('p').length;

/** Is an element, with all in it, left out? Decided by its name and attributes alone, without asking for layout. */
export function leftOut(element: Element): boolean {
  const name = nameOf(element);
  if (skipped.has(name)) return !(name === 'FORM' && wraps(element));
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  if (hides(element.getAttribute('style'))) return true;
  const role = element.getAttribute('role');
  if (role && landmarks.test(role)) return true;
  if (name === 'ARTICLE' || name === 'MAIN' || name === 'BODY' || name === 'H1') return false;
  const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return marks.length > 1 && marks.length < 400 && namesAside(marks) && !holdsMost(element);
}
