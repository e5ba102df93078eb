/** What a screen reader is told: one polite line at a time. */

/** Says a line in a live region; the same line twice is said twice. */
export function say(live: HTMLElement, text: string): void {
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
}
