/** Layers that Escape closes before anything beneath them: an open menu before its card. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const LAYER = 'data-layer';
const EVENT = 'sb-dismiss';

/** Makes an element a layer while it is there; `close` runs when `dismissTop` finds it on top. */
export function useLayer(ref: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    const element = ref.current;
    if (!open || !element) return;
    element.setAttribute(LAYER, '');
    element.addEventListener(EVENT, close);
    return () => {
      element.removeAttribute(LAYER);
      element.removeEventListener(EVENT, close);
    };
  }, [open, close]);
}

/** Closes the topmost open layer within `root`. Returns false when there is none. */
export function dismissTop(root: ParentNode): boolean {
  const top = [...root.querySelectorAll(`[${LAYER}]`)].at(-1);
  top?.dispatchEvent(new Event(EVENT));
  return top !== undefined;
}
