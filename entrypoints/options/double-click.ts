/**
 * The second click of a double click belongs to what the first one hit. What has come under the pointer since, such as
 * the next pack's "Remove" or the row below a dialog that closed, is not meant and does not hear of it.
 */
const parts = 'button, a, input, label, select, summary, tr';

const partOf = (target: EventTarget | null): Element | null =>
  target instanceof Element ? (target.closest(parts) ?? target) : null;

/** Keeps watch over the clicks of this page. Clicks by key count none and always go through. */
export function guardDoubleClicks(signal: AbortSignal): void {
  let first: Element | null = null;
  document.addEventListener(
    'click',
    (event) => {
      const part = partOf(event.target);
      if (event.detail <= 1) first = part;
      else if (part !== first) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { capture: true, signal },
  );
}
