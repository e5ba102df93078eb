/** Our one element in the page: host, shadow root, shell for the card, live region. */
import type { Settings } from '../settings';

export const HOST = 'said-before-overlay';

export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  sheets: CSSStyleSheet[];
  /** Where the card is rendered; a manual popover, so that it stands in the top layer. */
  shell: HTMLElement;
  live: HTMLElement;
}

/** Within a shadow root `!important` outranks the page's own: no rule of the page can reach the host. It comes first: `color-scheme` in the card's own styles is important too. Nothing of ours prints. */
const guard = `:host { all: initial !important; display: block !important; position: absolute !important; }
@media print { :host { display: none !important; } }`;

const sheetOf = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/** Makes the host, not yet in the page. `css` becomes a constructed stylesheet, which no page policy forbids. */
export function makeHost(css: string): Host {
  const element = document.createElement(HOST);
  const root = element.attachShadow({ mode: 'open' });
  const shell = document.createElement('div');
  shell.className = 'shell';
  shell.setAttribute('popover', 'manual');
  shell.setAttribute('role', 'dialog');
  shell.tabIndex = -1;
  const live = document.createElement('div');
  live.className = 'live';
  live.setAttribute('role', 'status');
  const host = { element, root, shell, live, sheets: [sheetOf(guard), sheetOf(css)] };
  restore(host);
  return host;
}

/** Makes the inside of the host what it was: a page can reach into an open shadow root. */
export function restore({ root, shell, live, sheets }: Host): void {
  if (root.adoptedStyleSheets.length !== sheets.length || sheets.some((s, i) => root.adoptedStyleSheets[i] !== s))
    root.adoptedStyleSheets = sheets;
  if (shell.parentNode !== root || live.parentNode !== root) root.replaceChildren(shell, live);
  if (shell.getAttribute('popover') !== 'manual') shell.setAttribute('popover', 'manual');
  shell.removeAttribute('hidden');
}

/** What a page can fire at the card. Events that the browser itself makes from the reader's hand are trusted. */
const driven =
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend keydown keyup keypress input change submit drop paste beforeinput'.split(
    ' ',
  );

/** Keeps events that a script made from the card: a page must not be able to press its buttons. */
export function refuseScripted({ root }: Host, signal: AbortSignal): void {
  for (const type of driven)
    root.addEventListener(
      type,
      (event) => {
        if (event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { signal, capture: true },
    );
}

/** Puts the reader's theme and style of marks on an element of ours (the host, or <html> of our own pages), where CSS finds them. */
export function dress(element: HTMLElement, { theme, markStyle }: Pick<Settings, 'theme' | 'markStyle'>): void {
  if (theme === 'auto') delete element.dataset.theme;
  else element.dataset.theme = theme;
  if (markStyle === 'line') delete element.dataset.marks;
  else element.dataset.marks = markStyle;
}
