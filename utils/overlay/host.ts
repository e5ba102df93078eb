/** Our one element in the page: host, shadow root, shell for the card, live region. */
import type { Settings } from '../settings';

export const HOST = 'said-before-overlay';

export interface Host {
  element: HTMLElement;
  /** Where the card is rendered; a manual popover, so that it stands in the top layer. */
  shell: HTMLElement;
  live: HTMLElement;
}

/** Makes the host, not yet in the page. `css` becomes a constructed stylesheet, which no page policy forbids. */
export function makeHost(css: string): Host {
  const element = document.createElement(HOST);
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const shell = document.createElement('div');
  shell.className = 'shell';
  shell.setAttribute('popover', 'manual');
  shell.setAttribute('role', 'dialog');
  shell.tabIndex = -1;
  const live = document.createElement('div');
  live.className = 'live';
  live.setAttribute('role', 'status');
  root.append(shell, live);
  return { element, shell, live };
}

/** Puts the host into the page, again if the page took it out. */
export function attach(host: Host): void {
  if (!host.element.isConnected) document.documentElement.append(host.element);
}

/** Puts the reader's theme and style of marks on an element of ours (the host, or <html> of our own pages), where CSS finds them. */
export function dress(element: HTMLElement, { theme, markStyle }: Pick<Settings, 'theme' | 'markStyle'>): void {
  if (theme === 'auto') delete element.dataset.theme;
  else element.dataset.theme = theme;
  if (markStyle === 'line') delete element.dataset.marks;
  else element.dataset.marks = markStyle;
}
