/** Keyboard focus within the card: moved in, kept in, given back. */

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

/** Keeps Tab inside `shell`; call from its keydown. */
export function keepInside(shell: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Tab') return;
  const all = [...shell.querySelectorAll<HTMLElement>(focusable)].filter((e) => e.getClientRects().length > 0);
  const first = all[0];
  const last = all.at(-1);
  const current = (shell.getRootNode() as ShadowRoot).activeElement;
  if (!first || !last) return;
  if (event.shiftKey && (current === first || current === shell)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && current === last) {
    event.preventDefault();
    first.focus();
  }
}
