/**
 * The card, fetched when there is something to show: its views and styles are more than half of all we put into a page,
 * and most pages never need them. `/card.js` runs in the same isolated world and leaves its maker under `CARD`.
 */
import type { Notice } from '../../components/card/Card';
import type { PageReply } from '../../utils/messages';
import { send } from '../../utils/messaging';
import type { Host } from '../../utils/overlay/host';
import type { Box } from '../../utils/overlay/place';
import type { ReportPassage } from '../../utils/types';
import type { CardEvents, CardView } from './card';

/** Where the card's script leaves what makes a card. */
export const CARD = '__saidBeforeCard';

export interface CardMaker {
  css: string;
  make(host: Host, events: CardEvents, signal: AbortSignal): CardView;
}

type World = typeof globalThis & { [CARD]?: CardMaker };
type Shown = [reply: PageReply, passage: ReportPassage, line: Box, x: number, notice?: Notice | null];

export class LateCard {
  private card: CardView | null = null;
  private coming: Promise<void> | null = null;
  /** What is to be shown as soon as the card is there. */
  private wanted: Shown | null = null;
  private pinned = false;

  constructor(
    private readonly host: Host,
    private readonly events: CardEvents,
    private readonly signal: AbortSignal,
  ) {}

  /** Fetches the card's code, once; asked again after a failure. */
  fetch(): void {
    if (!this.card && !this.coming) this.coming = this.arrive().finally(() => (this.coming = null));
  }

  /** The pointer nears a passage on this proposition. */
  prepare(proposition: string, published: string | null): void {
    this.fetch();
    this.card?.prepare(proposition, published);
  }

  show(...what: Shown): void {
    if (this.card) this.card.show(...what);
    else {
      this.wanted = what;
      this.fetch();
    }
  }

  /** Closes; returns what the card's own does. */
  hide(): boolean {
    this.wanted = null;
    this.pinned = false;
    return this.card?.hide() ?? false;
  }

  pin(pinned: boolean): void {
    this.pinned = pinned;
    this.card?.pin(pinned);
  }

  stand(line?: Box): void {
    this.card?.stand(line);
  }

  refresh(reply: PageReply): void {
    this.card?.refresh(reply);
  }

  private async arrive(): Promise<void> {
    const world = globalThis as World;
    if (!world[CARD]) await send('page.card', null);
    const maker = world[CARD];
    if (this.signal.aborted) return;
    if (!maker) {
      // The extension is gone, or the page is closed to it by now: what was asked for will not open.
      if (this.wanted) this.events.onClose();
      return;
    }
    const sheet = this.host.sheets.at(-1);
    sheet?.replaceSync(maker.css);
    this.card = maker.make(this.host, this.events, this.signal);
    if (!this.wanted) return;
    this.card.show(...this.wanted);
    if (this.pinned) this.card.pin(true);
    this.wanted = null;
  }
}
