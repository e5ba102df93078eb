/** What the reader types in the card stays in the card: a page's shortcuts do not hear it. */

const typed = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'cut'];

/** Keeps typing within a shell until `signal` aborts. */
export function keepTyping(shell: HTMLElement, signal: AbortSignal): void {
  for (const type of typed) shell.addEventListener(type, (event) => event.stopPropagation(), { signal });
}
