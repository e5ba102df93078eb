/** The overlay of one page: marks what the reader of the page found, opens cards, leaves without a trace. */
import type { Notice } from '../../components/card/Card';
import { t } from '../../utils/i18n';
import type { Limit, PageState, ToOverlay } from '../../utils/messages';
import { dress, type Host, makeHost, refuseScripted } from '../../utils/overlay/host';
import { Intent } from '../../utils/overlay/intent';
import { followKeys } from '../../utils/overlay/keys';
import type { Mark } from '../../utils/overlay/marks';
import { followPointer, type Target, targetOf } from '../../utils/overlay/pointer';
import { Presence } from '../../utils/overlay/presence';
import { readOnAt } from '../../utils/overlay/return';
import { onWake, whenSeen } from '../../utils/overlay/sight';
import type { View } from '../../utils/overlay/view';
import { say } from '../../utils/overlay/voice';
import { lineInSight, Walk } from '../../utils/overlay/walk';
import { type Settings, whyNotRead } from '../../utils/settings';
import { loadSettings, onSettings } from '../background/settings';
import { Announcer, noticeOfMore } from './announce';
import { LateCard } from './late-card';
import { Marking, type MarkingOptions } from './marking';
import { holds, markFor } from './page';
import { Reader } from './reader';
import { answerRequests } from './requests';

export interface OverlayOptions extends MarkingOptions {
  /** Styles of the host, until the card brings its own. */
  css: string;
  /** Calls back when the address of the document may have changed. */
  onLocation(run: () => void): void;
}

export class Overlay {
  private readonly gone = new AbortController();
  private viewGone = new AbortController();
  private readonly host: Host;
  private readonly presence: Presence;
  private readonly card: LateCard;
  private readonly intent: Intent<Target>;
  private readonly walk: Walk;
  private readonly reader: Reader;
  private readonly marking: Marking;
  private readonly announcer: Announcer;
  private settings!: Settings;
  /** The corpus is another: asks for the report anew, of a page out of sight when it is seen again. */
  private readonly again: () => void;
  /** What the card that opens next is to tell. */
  private notice: Notice | null = null;

  constructor(options: OverlayOptions) {
    const host = makeHost(options.css);
    this.host = host;
    this.presence = new Presence(host);
    this.marking = new Marking(options);
    this.announcer = new Announcer(host.live);
    const events = {
      onClose: () => this.intent.dismiss(),
      onPin: () => this.pin(!this.intent.pinned),
      onKept: () => this.intent.pinned || this.pin(true),
      onMuted: () => {
        // The way back stands in the card: it stays, although its mark goes.
        events.onKept();
        void this.reader.again();
      },
      settings: () => this.settings,
    };
    this.card = new LateCard(host, events, this.gone.signal);
    this.intent = new Intent(
      {
        delay: () => this.settings.delay,
        approach: ({ mark }) => this.prepare(mark),
        open: (target) => this.open(target),
        close: (key) => this.closed(key),
        held: () => host.shell.querySelector('[role=menu]') !== null,
      },
      { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) },
    );
    this.walk = new Walk({
      view: () => this.reader.view,
      marks: () => this.marking.marks,
      more: () => this.more(),
      shell: host.shell,
      intent: this.intent,
      pin: () => this.pin(true),
      ring: (mark) => this.marking.ring(mark),
      signal: this.gone.signal,
    });
    this.reader = new Reader(
      {
        viewed: (view) => this.viewed(view),
        read: (news) => this.read(news),
        noticed: () => this.noticed(),
        own: (node) => node === host.element || host.element.contains(node),
        moved: () => {
          this.marking.all = false;
          this.announcer.forget();
        },
      },
      this.gone.signal,
      options.onLocation,
    );
    this.again = whenSeen(() => void this.reader.again(), this.gone.signal);
  }

  async start(): Promise<void> {
    const { signal } = this.gone;
    this.settings = await loadSettings();
    this.dress();
    answerRequests(this, signal);
    onSettings((settings) => this.refresh(settings), signal);
    refuseScripted(this.host, signal);
    this.presence.enter();
    onWake(() => void this.wake(), signal);
    document.addEventListener('visibilitychange', () => this.marking.check(), { signal });
    window.addEventListener('resize', () => this.stand(), { signal });
    await this.reader.start();
  }

  /** Everything of ours goes. */
  leave(): void {
    this.gone.abort();
    this.viewGone.abort();
    // Before the card: without its mark nobody is led back to the passage, nor told so.
    this.marking.leave();
    this.intent.dismiss();
    this.presence.leave();
  }

  private async wake(): Promise<void> {
    this.refresh(await loadSettings());
    if (this.gone.signal.aborted) return;
    this.reader.look();
    this.again();
  }

  /** What the popup shows. */
  state(): PageState {
    const { state } = this.reader;
    if (state.status !== 'report') return state;
    return { ...state, quiet: this.settings.quiet, shown: this.marking.shown, limits: this.limits() };
  }

  /** Settings changed in options or popup, or may have while the page was away. */
  private refresh(settings: Settings): void {
    if (this.gone.signal.aborted) return;
    this.settings = settings;
    const why = whyNotRead(settings, location.hostname);
    if (why === 'off' || why === 'off-site') {
      this.leave();
      return;
    }
    this.dress();
    this.mark();
  }

  /** Scrolls to a passage of the report and opens its card. */
  goTo(id: string): void {
    const { page } = this.reader;
    if (page) this.walk.go(this.marking.marks.find((mark) => mark.id === id) ?? markFor(page, id, this.settings));
  }

  /** Carries out a keyboard command. */
  command(command: ToOverlay['overlay.command']['request']['command']): void {
    this.marking.check();
    if (command === 'show-all') this.showAll(true);
    else if (command === 'open-card') this.walk.toggle();
    else if (command === 'read') this.reader.look();
    else if (command === 'again') this.again();
    else this.walk.step(command === 'next-passage' ? 1 : -1);
  }

  /** The article stands in this document: the pointer is followed there. */
  private viewed(view: View): void {
    this.viewGone.abort();
    this.viewGone = new AbortController();
    this.intent.dismiss();
    this.marking.viewed(view);
    const { signal } = this.viewGone;
    const { intent } = this;
    const { shell } = this.host;
    followPointer({ view, shell, intent, hit: (x, y) => this.marking.hit(x, y), pin: () => this.pin(true), signal });
    followKeys([window, view.window], shell, intent, signal);
  }

  private read(news: boolean): void {
    this.mark();
    const { state } = this.reader;
    if (state.status !== 'report') return;
    this.card.refresh(state.reply);
    const { settings, marking } = this;
    const shown = { settings, marks: marking.marks.length, painted: marking.paintable };
    if (news) this.announcer.found(state.reply.report, shown);
  }

  /** Lifts the cap on the number of marks, or puts it back. */
  private showAll(all: boolean): void {
    this.marking.all = all;
    this.mark();
  }

  /** The commands have come past the last mark: the others join in, and the next card says so. */
  private more(): void {
    const before = this.marking.marks.length;
    if (!this.marking.all) this.showAll(true);
    this.notice = noticeOfMore(before, this.marking.marks.length, () => this.showAll(false));
  }

  private mark(): void {
    const { page } = this.reader;
    if (!page || this.gone.signal.aborted) return;
    const { openKey, pinned } = this.intent;
    this.marking.mark(page, this.settings, openKey);
    if (this.marking.marks.length > 0) this.card.fetch();
    // A card that is kept may have lost its mark by what was muted in it, but not its passage.
    if (openKey !== null && !this.marking.of(openKey) && !(pinned && holds(page, openKey))) this.intent.dismiss();
  }

  /** The window has another size: the card stands at its line anew. */
  private stand(): void {
    if (!this.intent.isOpen) return;
    const { view } = this.reader;
    const mark = this.marking.of(this.intent.openKey);
    const line = mark && lineInSight(mark, view);
    this.card.stand(line ? targetOf({ mark, line }, 0, view).line : undefined);
  }

  private dress(): void {
    dress(this.host.element, this.settings);
    this.marking.dress(this.settings);
  }

  /** What keeps us from showing everything on this page, if something does. */
  private limits(): Limit[] {
    const { limit } = this.marking;
    return [...(limit ? [limit] : []), ...(this.presence.beaten ? (['host-removed'] as const) : [])];
  }

  private noticed(): void {
    if (!this.presence.check() && this.intent.isOpen) this.intent.dismiss();
    this.marking.check();
  }

  /** The pointer is on a mark: what its card will need is asked for. */
  private prepare(mark: Mark): void {
    const passage = this.reader.passage(mark.key);
    const proposition = passage?.readings[0]?.proposition;
    const published = passage?.published ?? this.reader.page?.article.article.published ?? null;
    if (proposition) this.card.prepare(proposition, published);
  }

  private open({ mark, line, x }: Target): void {
    const state = this.reader.page?.state;
    const passage = this.reader.passage(mark.key);
    if (state?.status !== 'report' || !passage || this.gone.signal.aborted) return;
    this.walk.at(mark.key);
    this.presence.enter();
    this.card.show(state.reply, passage, line, x, this.notice);
    this.notice = null;
  }

  private closed(key: string): void {
    const nowhere = this.card.hide();
    const mark = this.marking.of(key);
    if (nowhere && mark && readOnAt(mark, this.reader.view) && !this.walk.going) say(this.host.live, t('overlayBack'));
    this.marking.ring(null);
  }

  private pin(pinned: boolean): void {
    this.intent.pinned = pinned;
    this.card.pin(pinned);
  }
}
