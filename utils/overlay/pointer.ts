/** The pointer on the page: hover, click and tap, and all that keeps a card from opening in the way of something else. */
import type { Hit } from './hit';
import type { Intent } from './intent';
import { offsetOf, type View } from './view';

/** What a card opens on: the mark and, in the page's pixels, the line to anchor at and the pointer's place. */
export interface Target extends Hit {
  x: number;
}

export interface PointerOptions {
  view: View;
  /** The card's shell. */
  shell: HTMLElement;
  intent: Intent<Target>;
  /** The mark under a point of the view. */
  hit(x: number, y: number): Hit | null;
  /** A click or tap on a mark: the card is to stay. */
  pin(): void;
  signal: AbortSignal;
}

const controls =
  'a[href], area[href], button, input, textarea, select, summary, label, video, audio, [role="button"], [contenteditable]:not([contenteditable="false"]), said-before-overlay';

/** A hit in the view's pixels → a target in the page's. */
export function targetOf({ mark, line }: Hit, x: number, view: View): Target {
  const by = offsetOf(view);
  return { mark, line: new DOMRect(line.x + by.x, line.y + by.y, line.width, line.height), x: x + by.x };
}

const selecting = ({ document }: View): boolean => document.getSelection()?.isCollapsed === false;

/** Follows the pointer until `signal` aborts. Only events from the reader's own hand count. */
export function followPointer(options: PointerOptions): void {
  const { view, shell, intent, hit, signal } = options;
  const windows = new Set<Window>([window, view.window]);
  const inView = (event: UIEvent): boolean => view.frame === null || event.view === view.window;
  const onCard = (event: Event): boolean => event.composedPath().includes(shell);
  const on = <K extends keyof WindowEventMap>(type: K, run: (event: WindowEventMap[K]) => void): void => {
    for (const target of windows)
      target.addEventListener(
        type,
        ((event: WindowEventMap[K]) => {
          if (event.isTrusted) run(event);
        }) as EventListener,
        { signal, passive: true, capture: true },
      );
  };

  let frame = 0;
  let waiting = false;
  let at = { x: -1, y: -1, own: false, buttons: 0, inside: true };
  const point = (): void => {
    if (signal.aborted) return;
    if (at.own) intent.hold();
    else if (at.buttons !== 0 || selecting(view)) intent.cancel();
    else {
      const found = at.inside ? hit(at.x, at.y) : null;
      const target = found && targetOf(found, at.x, view);
      intent.over(found?.mark.key ?? null, target, at.x, at.y);
    }
  };

  const look = (): void => {
    waiting = false;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (waiting) look();
    });
    point();
  };

  on('pointermove', (event) => {
    // A browser also reports a move when the page scrolls under a pointer at rest: the reader did not point at anything.
    if (event.pointerType === 'touch' || (event.clientX === at.x && event.clientY === at.y)) return;
    at = { x: event.clientX, y: event.clientY, own: onCard(event), buttons: event.buttons, inside: inView(event) };
    // The first move is looked at where it comes; what follows before the next frame is looked at once, in that frame.
    if (frame === 0) look();
    else waiting = true;
  });
  on('pointerdown', (event) => {
    if (onCard(event)) return;
    intent.cancel();
    if (!intent.isOpen) return;
    const found = inView(event) ? hit(event.clientX, event.clientY) : null;
    if (found?.mark.key !== intent.openKey) intent.dismiss();
  });
  on('click', (event) => {
    const inControl = event
      .composedPath()
      .some((node) => (node as Node).nodeType === 1 && (node as Element).matches?.(controls));
    if (inControl || !inView(event) || selecting(view)) return;
    const found = hit(event.clientX, event.clientY);
    if (!found) return;
    intent.show(found.mark.key, targetOf(found, event.clientX, view));
    options.pin();
  });
  on('scroll', (event) => {
    if (onCard(event)) return;
    intent.cancel();
    if (intent.isOpen && !intent.pinned) intent.dismiss();
  });
  on('blur', (event) => {
    if (event.target === event.currentTarget) intent.cancel();
  });
  for (const document of new Set([window.document, view.document])) {
    document.addEventListener('mouseleave', (event) => event.isTrusted && intent.over(null, null, -1, -1), { signal });
    document.addEventListener('selectionchange', () => selecting(view) && intent.cancel(), { signal });
  }
}
