/** A wheel over the card scrolls the card or nothing: the page under it would move away, and the card close. */

/** Can this element scroll by so much down (or, negative, up)? */
function takes(element: Element, by: number): boolean {
  const { scrollTop, scrollHeight, clientHeight } = element;
  if (scrollHeight <= clientHeight + 1 || !/auto|scroll/.test(getComputedStyle(element).overflowY)) return false;
  return by < 0 ? scrollTop > 0 : scrollTop + clientHeight < scrollHeight - 1;
}

/** Keeps the wheel within a shell until `signal` aborts. Zooming (with Ctrl) stays the browser's. */
export function keepWheel(shell: HTMLElement, signal: AbortSignal): void {
  const wheel = (event: WheelEvent): void => {
    if (event.ctrlKey) return;
    const path = event.composedPath();
    const within = path.slice(0, path.indexOf(shell)).filter((node): node is Element => node instanceof Element);
    if (!within.some((element) => takes(element, event.deltaY))) event.preventDefault();
  };
  shell.addEventListener('wheel', wheel, { signal, passive: false });
}
