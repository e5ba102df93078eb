/** The overlay of one page: reads it, marks it, follows pointer and keyboard, leaves without a trace. */
import { extractArticle } from '../../utils/article/extract';
import { t, tn } from '../../utils/i18n';
import type { PageState, ToOverlay } from '../../utils/messages';
import { listen } from '../../utils/messaging';
import { keepInside } from '../../utils/overlay/focus';
import { attach, dress, type Host, makeHost } from '../../utils/overlay/host';
import { Intent } from '../../utils/overlay/intent';
import { canMark, erase, type Hit, hitTest, lost, type Mark, paint } from '../../utils/overlay/marks';
import { type Settings, whyNotRead } from '../../utils/settings';
import { loadSettings, onSettings } from '../background/settings';
import { CardView } from './card';
import { marksOf, type ReadPage, readPage, textOfPage } from './page';

/** A page's changes are gathered for so long before it is read again, in ms. */
const SETTLE = 700;
/** How often the host is put back when the page takes it out; then we step back. */
const RETURNS = 3;

export class Overlay {
  private readonly gone = new AbortController();
  private readonly host: Host;
  private readonly card: CardView;
  private readonly intent: Intent<Hit & { x: number }>;
  private page: ReadPage | null = null;
  private marks: Mark[] = [];
  private settings!: Settings;
  private all = false;
  private returns = 0;
  private current = -1;
  private timer = 0;
  private reading = 0;
  private observer: MutationObserver | null = null;
  private stopListening = (): void => {};

  constructor(css: string) {
    this.host = makeHost(css);
    this.card = new CardView(this.host, {
      onClose: () => this.intent.dismiss(),
      onPin: () => this.pin(!this.intent.pinned),
      onMuted: () => void this.read(false),
      settings: () => this.settings,
    });
    this.intent = new Intent(
      { delay: () => this.settings.delay, open: (hit) => this.open(hit), close: () => this.closed() },
      { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) },
    );
  }

  async start(): Promise<void> {
    this.settings = await loadSettings();
    this.stopListening = listen<ToOverlay>({
      'overlay.state': () => this.state(),
      'overlay.goto': ({ passage }) => {
        this.goTo(
          this.marks.findIndex((m) => m.id === passage),
          passage,
        );
        return null;
      },
      'overlay.command': ({ command }) => {
        this.command(command);
        return null;
      },
      'overlay.leave': () => {
        this.leave();
        return null;
      },
    });
    dress(this.host.element, this.settings);
    attach(this.host);
    this.listenToPage();
    onSettings((settings) => this.refresh(settings), this.gone.signal);
    await this.read(true);
  }

  /** Everything of ours goes. */
  leave(): void {
    this.gone.abort();
    this.intent.dismiss();
    this.observer?.disconnect();
    window.clearTimeout(this.timer);
    this.stopListening();
    erase();
    this.host.element.remove();
  }

  /** The page shows something else now. */
  changed(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.read(false), SETTLE);
  }

  private state(): PageState {
    if (!this.page) return { status: 'loading' };
    const { state } = this.page;
    return state.status === 'report'
      ? { ...state, quiet: this.settings.quiet, shown: this.marks.map((m) => m.id) }
      : state;
  }

  private async read(announce: boolean): Promise<void> {
    const turn = ++this.reading;
    const page = await readPage(this.settings);
    if (turn !== this.reading || this.gone.signal.aborted) return;
    this.page = page;
    this.mark();
    if (page.state.status === 'report') this.card.refresh(page.state.reply);
    if (announce) this.announce();
  }

  private mark(): void {
    if (!this.page) return;
    this.marks = marksOf(this.page, this.settings, this.all);
    if (canMark()) paint(this.marks);
  }

  private announce(): void {
    if (this.page?.state.status !== 'report') return;
    const { passages, covered } = this.page.state.reply.report.counts;
    if (covered > 0)
      this.host.live.textContent = t(
        'overlayFound',
        tn('overlayClaims', passages),
        covered,
        t(canMark() ? 'overlayHow' : 'overlayNoMarks'),
      );
  }

  private listenToPage(): void {
    const { signal } = this.gone;
    const on = <K extends keyof WindowEventMap>(type: K, run: (event: WindowEventMap[K]) => void): void =>
      window.addEventListener(type, (event) => event.isTrusted && run(event), { signal, passive: true, capture: true });
    let frame = 0;
    on('pointermove', (event) => {
      if (event.pointerType === 'touch' || frame !== 0) return;
      const { clientX: x, clientY: y, buttons } = event;
      const own = event.composedPath().includes(this.host.shell);
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (own) this.intent.hold();
        else if (buttons !== 0 || !getSelection()?.isCollapsed) this.intent.cancel();
        else this.point(x, y);
      });
    });
    on('pointerdown', (event) => {
      if (event.composedPath().includes(this.host.shell)) return;
      this.intent.cancel();
      if (this.intent.isOpen) this.intent.dismiss();
    });
    on('click', (event) => {
      if (
        event
          .composedPath()
          .some(
            (node) =>
              node instanceof Element && node.matches('a, button, input, textarea, select, said-before-overlay'),
          )
      )
        return;
      const hit = getSelection()?.isCollapsed === false ? null : hitTest(this.marks, event.clientX, event.clientY);
      if (hit) {
        this.intent.show(hit.mark.id, { ...hit, x: event.clientX });
        this.pin(true);
      }
    });
    on('scroll', (event) => {
      if (event.composedPath().includes(this.host.shell)) return;
      this.intent.cancel();
      if (this.intent.isOpen && !this.intent.pinned) this.intent.dismiss();
    });
    window.addEventListener('keydown', (event) => this.key(event), { signal, capture: true });
    on('pageshow', (event) => {
      if (event.persisted) this.mark();
    });
    this.observer = new MutationObserver((records) => {
      if (records.some((r) => r.target !== this.host.element && !this.host.element.contains(r.target))) this.mutated();
    });
    this.observer.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
    document.addEventListener('mouseleave', () => this.intent.over(null, null, 0, 0), { signal });
  }

  private mutated(): void {
    if (!this.host.element.isConnected && this.returns < RETURNS) {
      this.returns += 1;
      attach(this.host);
    }
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.readIfChanged(), SETTLE);
  }

  private async readIfChanged(): Promise<void> {
    const now = extractArticle(document, location.href);
    if (this.page && textOfPage(now) === textOfPage(this.page.article)) {
      this.page = { ...this.page, article: now };
      this.mark();
    } else await this.read(false);
  }

  private point(x: number, y: number): void {
    if (canMark() && lost(this.marks)) paint(this.marks);
    const hit = hitTest(this.marks, x, y);
    this.intent.over(hit?.mark.id ?? null, hit ? { ...hit, x } : null, x, y);
  }

  private open({ mark, line, x }: Hit & { x: number }): void {
    if (this.page?.state.status !== 'report') return;
    const { reply } = this.page.state;
    const passage = reply.report.passages.find((p) => p.id === mark.id);
    if (!passage) return;
    this.current = this.marks.indexOf(mark);
    this.card.show(reply, passage, line, x);
  }

  private closed(): void {
    this.card.hide();
  }

  private pin(pinned: boolean): void {
    this.intent.pinned = pinned;
    this.card.pin(pinned);
  }

  private key(event: KeyboardEvent): void {
    if (!event.isTrusted || !this.intent.isOpen) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.intent.dismiss();
    } else if (this.intent.pinned && event.composedPath().includes(this.host.shell)) keepInside(this.host.shell, event);
  }

  private command(command: 'next-passage' | 'previous-passage' | 'open-card' | 'show-all'): void {
    if (command === 'show-all') {
      this.all = true;
      this.mark();
    } else if (command === 'open-card') {
      if (this.intent.isOpen) this.intent.dismiss();
      else this.goTo(Math.max(0, this.current));
    } else if (this.marks.length > 0) {
      const step = command === 'next-passage' ? 1 : -1;
      this.goTo((this.current + step + this.marks.length) % this.marks.length);
    }
  }

  /** Scrolls to a mark, opens its card and moves the focus in; an unmarked passage is only scrolled to. */
  private goTo(index: number, passage?: string): void {
    const mark = this.marks[index];
    const range = mark?.ranges[0] ?? this.rangeOf(passage);
    if (!range) return;
    (range.startContainer.parentElement as Element).scrollIntoView({ block: 'center' });
    if (!mark) return;
    // The scroll's own event would close the card: it comes first.
    setTimeout(() => {
      const line = [...range.getClientRects()].find((r) => r.width > 1);
      if (!line || this.gone.signal.aborted) return;
      this.intent.show(mark.id, { mark, line, x: line.left });
      this.pin(true);
    }, 120);
  }

  private rangeOf(passage: string | undefined): Range | null {
    if (!passage || this.page?.state.status !== 'report') return null;
    const found = this.page.state.reply.report.passages.find((p) => p.id === passage);
    if (!found) return null;
    return this.marks.find((m) => m.id === passage)?.ranges[0] ?? null;
  }

  /** Settings changed in options or popup. */
  private refresh(settings: Settings): void {
    this.settings = settings;
    const why = whyNotRead(settings, location.hostname);
    dress(this.host.element, settings);
    if (why === 'off' || why === 'off-site') this.leave();
    else this.mark();
  }
}
