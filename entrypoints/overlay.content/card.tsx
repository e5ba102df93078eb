/** The open card: what it shows, where it stands, what its buttons do. */
import { render } from 'preact';
import { Card, type Notice } from '../../components/card/Card';
import { COUNTS, WHAT } from '../../components/card/Claim';
import { type CardClaim, type CardItem, type ClaimTimeline, cardOf, dayOf } from '../../components/card/model';
import { dismissTop } from '../../components/ui/dismiss';
import { cite } from '../../utils/cite';
import { t, uiDirection, uiLanguage } from '../../utils/i18n';
import type { PageReply } from '../../utils/messages';
import { send } from '../../utils/messaging';
import { enterCard } from '../../utils/overlay/focus';
import type { Host } from '../../utils/overlay/host';
import { ESCAPE } from '../../utils/overlay/keys';
import type { Box } from '../../utils/overlay/place';
import { inCard } from '../../utils/overlay/return';
import { ignoreSecondPress } from '../../utils/overlay/second-press';
import { keepTyping } from '../../utils/overlay/typing';
import { keepWheel } from '../../utils/overlay/wheel';
import type { Settings } from '../../utils/settings';
import type { ReportPassage } from '../../utils/types';
import { copy } from './clipboard';
import { Muting } from './muting';
import { standAt } from './stand';
import { timelineOf, timelinesOf } from './timelines';
import { type Writing, writingOn, writingProps } from './writing';

export interface CardEvents {
  onClose(): void;
  onPin(): void;
  /** The reader is at something in the card that a pointer on its way must not take away. */
  onKept(): void;
  /** A mute was added or taken back: the page is to be asked about again. */
  onMuted(): void;
  settings(): Settings;
}

interface Current {
  reply: PageReply;
  passage: ReportPassage;
  line: Box;
  x: number;
}

/** So long after opening a card has been noticed by a screen reader, in ms. */
const STANDS = 300;

/** The first words of a passage, of at most so many characters. */
function opening(text: string, most = 120): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`;
}

/** One card at a time. A new `show` replaces what stood there; answers that come late for another card are dropped. */
export class CardView {
  private token = 0;
  private opened = 0;
  private timelines: ClaimTimeline[] = [];
  private muting: Muting;
  private notice: Notice | null = null;
  private wrong: Writing | null = null;
  /** Reports that were begun, by passage and statement: going back loses nothing. */
  private readonly drafts = new Map<string, string>();
  private current: Current | null = null;
  private before: Element | null = null;
  private pinned = false;

  constructor(
    private readonly host: Host,
    private readonly events: CardEvents,
    private readonly signal: AbortSignal,
  ) {
    this.muting = this.mutes();
    host.element.lang = uiLanguage();
    host.element.dir = uiDirection();
    keepTyping(host.shell, signal);
    keepWheel(host.shell, signal);
    ignoreSecondPress(host.shell, () => this.opened, signal);
    host.shell.addEventListener(ESCAPE, (event) => this.current && dismissTop(host.shell) && event.preventDefault(), {
      signal,
    });
  }

  /** The pointer nears a passage on this proposition: what its card will need is asked for. */
  prepare(proposition: string, published: string | null): void {
    void timelineOf(proposition, published);
  }

  /** `notice`: what the card says once it is open. */
  show(reply: PageReply, passage: ReportPassage, line: Box, x: number, notice: Notice | null = null): void {
    this.token += 1;
    this.opened = performance.now();
    this.current = { reply, passage, line, x };
    this.timelines = [];
    this.muting = this.mutes();
    this.notice = null;
    this.wrong = null;
    const name = dayOf(reply, passage) ? 'cardDialog' : 'cardDialogUndated';
    this.host.shell.setAttribute('aria-label', t(name, opening(passage.text)));
    // Heard with the name when the focus comes in.
    this.host.shell.setAttribute('aria-describedby', `${WHAT} ${COUNTS}`);
    this.host.shell.showPopover?.();
    this.paint();
    this.stand();
    void this.plot(this.token, reply, passage);
    if (notice) this.sayLater(notice);
  }

  /** Stands anew: the window has another size, or the line another place. */
  stand(line?: Box): void {
    if (!this.current) return;
    if (line) this.current = { ...this.current, line };
    standAt(this.host.shell, this.current.line, this.current.x, { kept: this.pinned });
  }

  /** Closes. Returns whether the keyboard was in the card and has no element of the page to go back to. */
  hide(): boolean {
    this.token += 1;
    this.current = null;
    const inside = this.pinned && inCard(this.host);
    this.pinned = false;
    if (this.host.shell.matches(':popover-open')) this.host.shell.hidePopover();
    render(null, this.host.shell);
    this.host.shell.removeAttribute('aria-modal');
    const { before } = this;
    this.before = null;
    if (!inside) return false;
    if (!(before instanceof HTMLElement) || before === before.ownerDocument.body) return true;
    before.focus({ preventScroll: true });
    return document.activeElement !== before;
  }

  /** Keeps the card open, or lets it go again. A kept card takes the focus and gives it back when it closes. */
  pin(pinned: boolean): void {
    this.pinned = pinned;
    if (!this.current) return;
    this.paint();
    if (!pinned) this.host.shell.removeAttribute('aria-modal');
    else {
      this.host.shell.setAttribute('aria-modal', 'true');
      standAt(this.host.shell, this.current.line, this.current.x, { kept: true, spread: true });
    }
    if (!pinned) return;
    if (!this.focused) this.before = document.activeElement;
    // The focus may have come to the shell before there was a card in it.
    if (!this.focused || this.focused === this.host.shell) enterCard(this.host.shell, this.signal);
  }

  /** The page was read again: an open card shows what is known now. */
  refresh(reply: PageReply): void {
    if (!this.current) return;
    const { text, start } = this.current.passage;
    const passage = reply.report.passages.find((p) => p.text === text && p.start === start);
    if (!passage) return;
    this.current = { ...this.current, reply, passage };
    this.paint();
  }

  private mutes(): Muting {
    const { token } = this;
    return new Muting({
      stands: () => token === this.token,
      say: (notice) => this.say(notice),
      muted: () => this.events.onMuted(),
    });
  }

  private get focused(): Element | null {
    return this.host.element.shadowRoot?.activeElement ?? null;
  }

  private async plot(token: number, reply: PageReply, passage: ReportPassage): Promise<void> {
    const lines = await timelinesOf(passage, dayOf(reply, passage));
    if (token !== this.token) return;
    this.timelines = lines;
    this.paint();
  }

  private paint(): void {
    if (!this.current) return;
    const { reply, passage } = this.current;
    const { show } = this.events.settings();
    const had = this.focused !== null;
    const model = cardOf(reply, passage, show, this.muting.gone);
    render(
      <Card
        key={this.token}
        model={model}
        timelines={this.timelines.filter(({ id }) => !this.muting.gone.claims.has(id))}
        showRelated={show.related}
        pinned={this.pinned}
        notice={this.notice}
        wrong={this.wrong && this.writing(this.wrong)}
        onPin={this.events.onPin}
        onClose={this.events.onClose}
        onCopy={(item, form) => void this.cited(item, form)}
        onMute={(item) => void this.muting.never(passage, item)}
        onNotAbout={(claim) => void this.muting.notAbout(passage, claim)}
        onAll={({ id }) => void send('options.open', { hash: `#proposition=${encodeURIComponent(id)}` })}
        onWrong={(item) => this.report(reply, passage, model.claims, item)}
      />,
      this.host.shell,
    );
    if (had && !this.focused) this.refocus();
  }

  /** What had the focus is gone: the way back takes it, or the card. */
  private refocus(): void {
    const undo = this.host.shell.querySelector<HTMLElement>('.notice button');
    if (undo) undo.focus({ preventScroll: true });
    else enterCard(this.host.shell, this.signal);
  }

  /** A line that comes into a card which stands already is spoken; one that was there before is not. */
  private sayLater({ text, undo }: Notice): void {
    const { token } = this;
    const back =
      undo &&
      ((): void => {
        undo();
        this.say({ text: t('cardUndone') });
      });
    setTimeout(() => {
      if (token === this.token && !this.notice) this.say(back ? { text, undo: back } : { text });
    }, STANDS);
  }

  private say(notice: Notice | null): void {
    this.notice = notice;
    this.paint();
  }

  private async cited({ statement, name, role }: CardItem, form: 'rich' | 'markdown'): Promise<void> {
    const { text, markdown, html } = cite({ ...statement, speaker: name, role });
    await this.copied(form === 'rich' ? copy(text, html) : copy(markdown), 'cardCopied');
  }

  private async copied(copying: Promise<boolean>, key: string): Promise<void> {
    const { token } = this;
    const done = await copying;
    if (token === this.token) this.say({ text: t(done ? key : 'cardNotCopied') });
  }

  private report(reply: PageReply, passage: ReportPassage, claims: readonly CardClaim[], item: CardItem | null): void {
    this.notice = null;
    this.wrong = writingOn(reply.report.page, passage, claims, item, this.focused);
    this.paint();
    this.events.onKept();
  }

  private writing(wrong: Writing) {
    return writingProps(wrong, this.drafts, {
      onText: () => this.paint(),
      onCopied: (copying) => void this.copied(copying, 'wrongCopied'),
      onSaid: (text) => this.say({ text }),
      onBack: () => {
        this.wrong = null;
        this.say(null);
      },
    });
  }
}
