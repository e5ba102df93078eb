/** When a card opens and closes: the pointer's intent as a small machine, with the clock handed in. Pure but for its timers. */

export interface Clock {
  set(run: () => void, ms: number): number;
  clear(id: number): void;
}

export interface IntentOptions<T> {
  /** How long the pointer rests before `open`, in ms. */
  delay(): number;
  open(target: T): void;
  /** `key`: of the target that was open. */
  close(key: string): void;
  /** Called at once when the pointer comes over a target: look up early. */
  approach?(target: T): void;
  /** Is something open in the card that stays as long as it is (a menu), wherever the pointer goes? */
  held?(): boolean;
}

/** Time to get from a mark to its card, or back, before the card closes: 300 ms. */
const GRACE = 300;
/** Movement that is still rest, in CSS pixels. */
const STILL = 4;

/**
 * Follows the pointer. `over` takes the target under it (by key) or null; `hold` says that it is on the card; `cancel`
 * drops what was about to happen (scroll, button, selection). A pinned card stays until `dismiss`.
 */
export class Intent<T> {
  private key: string | null = null;
  private opened: string | null = null;
  private opening = 0;
  private closing = 0;
  private at = { x: 0, y: 0 };
  pinned = false;

  constructor(
    private readonly options: IntentOptions<T>,
    private readonly clock: Clock,
  ) {}

  over(key: string | null, target: T | null, x: number, y: number): void {
    if (key === null || target === null) {
      this.stopOpening();
      this.key = null;
      if (this.opened !== null && !this.pinned) this.closeSoon();
      return;
    }
    if (key === this.opened) {
      this.stopClosing();
      this.key = key;
      return;
    }
    const moved = Math.abs(x - this.at.x) > STILL || Math.abs(y - this.at.y) > STILL;
    if (key === this.key && !moved) return;
    if (key !== this.key) this.options.approach?.(target);
    this.key = key;
    this.at = { x, y };
    this.stopOpening();
    if (this.pinned) return;
    this.opening = this.clock.set(() => this.show(key, target), this.options.delay());
  }

  /** The pointer is on the card itself. */
  hold(): void {
    this.stopClosing();
    this.stopOpening();
  }

  /** The pointer left the card for the page. */
  release(): void {
    if (this.opened !== null && !this.pinned) this.closeSoon();
  }

  /** Opens at once, by click or key. */
  show(key: string, target: T): void {
    this.stopOpening();
    this.stopClosing();
    this.opened = key;
    this.key = key;
    this.options.open(target);
  }

  /** What was about to open does not. */
  cancel(): void {
    this.stopOpening();
    this.key = null;
  }

  /** Closes now, pinned or not. */
  dismiss(): void {
    this.cancel();
    this.stopClosing();
    this.pinned = false;
    if (this.opened === null) return;
    const key = this.opened;
    this.opened = null;
    this.options.close(key);
  }

  get isOpen(): boolean {
    return this.opened !== null;
  }

  /** Key of what is open, or null. */
  get openKey(): string | null {
    return this.opened;
  }

  private closeSoon(): void {
    if (this.closing !== 0) return;
    this.closing = this.clock.set(() => {
      this.closing = 0;
      if (this.options.held?.()) this.closeSoon();
      else this.dismiss();
    }, GRACE);
  }

  private stopOpening(): void {
    this.clock.clear(this.opening);
    this.opening = 0;
  }

  private stopClosing(): void {
    this.clock.clear(this.closing);
    this.closing = 0;
  }
}
