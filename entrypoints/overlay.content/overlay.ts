/** The overlay of one page: marks what the reader of the page found, opens cards, leaves without a trace. */
import type { Notice } from '../../components/card/Card';
import { t, tn } from '../../utils/i18n';
import type { Limit, PageState, ToOverlay } from '../../utils/messages';
import { type Hit, hitTest } from '../../utils/overlay/hit';
import { dress, type Host, makeHost, refuseScripted } from '../../utils/overlay/host';
import { Intent } from '../../utils/overlay/intent';
import { followKeys } from '../../utils/overlay/keys';
import { canMark, type Mark, Painter } from '../../utils/overlay/marks';
import { followPointer, type Target, targetOf } from '../../utils/overlay/pointer';
import { Presence } from '../../utils/overlay/presence';
import { readOnAt } from '../../utils/overlay/return';
import { Sheets } from '../../utils/overlay/sheets';
import type { View } from '../../utils/overlay/view';
import { say } from '../../utils/overlay/voice';
import { lineInSight, Walk } from '../../utils/overlay/walk';
import { type MarkStyle, type Settings, whyNotRead } from '../../utils/settings';
import { loadSettings, onSettings } from '../background/settings';
import { Announcer } from './announce';
import { LateCard } from './late-card';
import { holds, markFor, marksOf, passageOf } from './page';
import { Reader } from './reader';
import { answerRequests } from './requests';

export interface OverlayOptions {
  /** Styles of the host, until the card brings its own. */
  css: string;
  /** The marks' rules in a style, for where the manifest's do not reach. */
  marks(style: MarkStyle): string;
  /** Does this browser paint text in shadow roots only by rules within them? */
  shadowRules: boolean;
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
  private readonly sheets: Sheets;
  private readonly announcer: Announcer;
  private painter!: Painter;
  private settings!: Settings;
  private marks: Mark[] = [];
  private all = false;
  /** The corpus has changed while the page was out of sight. */
  private stale = false;
  /** What the card that opens next is to tell. */
  private notice: Notice | null = null;

  constructor(private readonly options: OverlayOptions) {
    const host = makeHost(options.css);
    this.host = host;
    this.presence = new Presence(host);
    this.sheets = new Sheets(options.shadowRules);
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
      marks: () => this.marks,
      more: () => this.more(),
      shell: host.shell,
      intent: this.intent,
      pin: () => this.pin(true),
      ring: (mark) => this.painter.ring(mark.ranges),
      signal: this.gone.signal,
    });
    this.reader = new Reader(
      {
        viewed: (view) => this.viewed(view),
        read: (news) => this.read(news),
        noticed: () => this.noticed(),
        own: (node) => node === host.element || host.element.contains(node),
        moved: () => {
          this.all = false;
          this.announcer.forget();
        },
      },
      this.gone.signal,
      options.onLocation,
    );
  }

  async start(): Promise<void> {
    const { signal } = this.gone;
    this.settings = await loadSettings();
    this.dress();
    answerRequests(this, signal);
    onSettings((settings) => this.refresh(settings), signal);
    refuseScripted(this.host, signal);
    this.presence.enter();
    // A page that comes back from the cache slept through every message.
    const back = (event: PageTransitionEvent): unknown =>
      event.persisted &&
      loadSettings().then((settings) => {
        this.refresh(settings);
        if (signal.aborted) return;
        this.reader.look();
        this.again();
      });
    window.addEventListener('pageshow', back, { signal });
    document.addEventListener('visibilitychange', () => this.painter?.check(), { signal });
    window.addEventListener('resize', () => this.stand(), { signal });
    await this.reader.start();
  }

  /** Everything of ours goes. */
  leave(): void {
    this.gone.abort();
    this.viewGone.abort();
    this.intent.dismiss();
    this.painter?.erase();
    this.sheets.drop();
    this.presence.leave();
  }

  /** What the popup shows. */
  state(): PageState {
    const { state } = this.reader;
    if (state.status !== 'report') return state;
    const { quiet } = this.settings;
    const bare = quiet || !canMark(this.reader.view.window) || this.painter.beaten;
    return { ...state, quiet, shown: bare ? [] : this.marks.map((mark) => mark.id), limits: this.limits() };
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
    if (page) this.walk.go(this.marks.find((mark) => mark.id === id) ?? markFor(page, id, this.settings));
  }

  /** Carries out a keyboard command. */
  command(command: ToOverlay['overlay.command']['request']['command']): void {
    this.painter?.check();
    if (command === 'show-all') this.showAll(true);
    else if (command === 'open-card') this.walk.toggle();
    else if (command === 'read') this.reader.look();
    else if (command === 'again') this.again();
    else this.walk.step(command === 'next-passage' ? 1 : -1);
  }

  /** The corpus is another: asks for the report anew, of a page out of sight when it is seen again. */
  private again(): void {
    const { signal } = this.gone;
    if (!document.hidden) void this.reader.again();
    else if (!this.stale) document.addEventListener('visibilitychange', () => this.again(), { signal, once: true });
    this.stale = document.hidden;
  }

  /** The article stands in this document: the pointer is followed there. */
  private viewed(view: View): void {
    this.viewGone.abort();
    this.viewGone = new AbortController();
    this.intent.dismiss();
    this.painter?.erase();
    this.painter = new Painter(view);
    this.marks = [];
    const { signal } = this.viewGone;
    const { intent } = this;
    const { shell } = this.host;
    followPointer({ view, shell, intent, hit: (x, y) => this.hit(x, y), pin: () => this.pin(true), signal });
    followKeys([window, view.window], shell, intent, signal);
  }

  private read(news: boolean): void {
    this.mark();
    const { state, view } = this.reader;
    if (state.status !== 'report') return;
    this.card.refresh(state.reply);
    const { settings, marks } = this;
    const { report } = state.reply;
    if (news) this.announcer.found(report, { settings, marks: marks.length, painted: canMark(view.window) });
  }

  /** Lifts the cap on the number of marks, or puts it back. */
  private showAll(all: boolean): void {
    this.all = all;
    this.mark();
  }

  /** The commands have come past the last mark: the others join in, and the next card says so. */
  private more(): void {
    const before = this.marks.length;
    if (!this.all) this.showAll(true);
    const { length } = this.marks;
    const undo = (): void => this.showAll(false);
    this.notice = length > before ? { text: tn('cardMoreMarks', length - before, length), undo } : null;
  }

  private mark(): void {
    const { page, view } = this.reader;
    if (!page || this.gone.signal.aborted) return;
    this.marks = marksOf(page, this.settings, this.all, this.marks);
    this.sheets.adopt(view, page.article.roots);
    const { openKey, pinned } = this.intent;
    const current = this.marks.find((mark) => mark.key === openKey);
    this.painter.paint(this.settings.quiet ? [] : this.marks, current);
    if (this.marks.length > 0) this.card.fetch();
    // A card that is kept may have lost its mark by what was muted in it, but not its passage.
    if (openKey !== null && !current && !(pinned && holds(page, openKey))) this.intent.dismiss();
  }

  /** The window has another size: the card stands at its line anew. */
  private stand(): void {
    if (!this.intent.isOpen) return;
    const { view } = this.reader;
    const mark = this.marks.find(({ key }) => key === this.intent.openKey);
    const line = mark && lineInSight(mark, view);
    this.card.stand(line ? targetOf({ mark, line }, 0, view).line : undefined);
  }

  private hit(x: number, y: number): Hit | null {
    const { view, page } = this.reader;
    if (this.settings.quiet || !canMark(view.window) || !this.painter.check()) return null;
    return hitTest(this.marks, view, page?.article.roots ?? [], x, y);
  }

  private dress(): void {
    dress(this.host.element, this.settings);
    this.sheets.set(this.options.marks(this.settings.markStyle));
  }

  /** What keeps us from showing everything on this page, if something does. */
  private limits(): Limit[] {
    const limits: Limit[] = [];
    if (!canMark(this.reader.view.window)) limits.push('no-highlights');
    else if (this.painter.beaten) limits.push('marks-removed');
    if (this.presence.beaten) limits.push('host-removed');
    return limits;
  }

  private noticed(): void {
    if (!this.presence.check() && this.intent.isOpen) this.intent.dismiss();
    this.painter?.check();
  }

  /** The pointer is on a mark: what its card will need is asked for. */
  private prepare(mark: Mark): void {
    const { page } = this.reader;
    const passage = page && passageOf(page, mark.key);
    const proposition = passage?.readings[0]?.proposition;
    if (proposition) this.card.prepare(proposition, passage.published ?? page?.article.article.published ?? null);
  }

  private open({ mark, line, x }: Target): void {
    const { page } = this.reader;
    const passage = page && passageOf(page, mark.key);
    if (page?.state.status !== 'report' || !passage || this.gone.signal.aborted) return;
    this.walk.at(mark.key);
    this.presence.enter();
    this.card.show(page.state.reply, passage, line, x, this.notice);
    this.notice = null;
  }

  private closed(key: string): void {
    const nowhere = this.card.hide();
    const mark = this.marks.find((own) => own.key === key);
    if (nowhere && mark && readOnAt(mark, this.reader.view) && !this.walk.going) say(this.host.live, t('overlayBack'));
    this.painter.ring(null);
  }

  private pin(pinned: boolean): void {
    this.intent.pinned = pinned;
    this.card.pin(pinned);
  }
}
