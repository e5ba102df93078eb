/** One state of a view in the gallery. */
import type { VNode } from 'preact';

export interface GalleryState {
  /** In the address: `gallery.html?state=card-undated`. */
  id: string;
  /** Width of the view in CSS pixels. */
  width: number;
  /** Styles of the page; a card brings its own into a shadow root. */
  css: readonly string[];
  view(): VNode;
  /** Does by hand what no property does, such as opening a menu. */
  act?(root: ParentNode): void | Promise<void>;
  /** Opens the view written from right to left. */
  rtl?: true;
}

/** Does nothing: in the gallery buttons have nobody behind them. */
export const idle = (): void => {};
