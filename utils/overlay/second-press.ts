/** The second press of a double click or tap that opened the card lands on the card, where the first had no button. */

/** So long after the card opened a second press is the first one's, in ms; browsers count up to 500 as one double click. */
const DOUBLE = 500;

/** Keeps such presses from what stands in a shell until `signal` aborts; `opened` tells when it opened, by the clock of events. */
export function ignoreSecondPress(shell: HTMLElement, opened: () => number, signal: AbortSignal): void {
  const press = (event: MouseEvent): void => {
    if (event.detail < 2 || event.timeStamp - opened() > DOUBLE) return;
    event.preventDefault();
    event.stopPropagation();
  };
  shell.addEventListener('click', press, { signal, capture: true });
}
