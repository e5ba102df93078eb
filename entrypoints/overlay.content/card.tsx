/** The open card: what it shows, where it stands, what its buttons do. */
import { render } from 'preact';
import { Card } from '../../components/card/Card';
import { type CardItem, cardOf } from '../../components/card/model';
import { browser } from '../../utils/browser';
import { t } from '../../utils/i18n';
import { cite } from '../../utils/links';
import type { Mute, PageReply, TimelineDot } from '../../utils/messages';
import { send } from '../../utils/messaging';
import { muteWords } from '../../utils/mutes';
import type { Host } from '../../utils/overlay/host';
import { type Box, place } from '../../utils/overlay/place';
import type { Settings } from '../../utils/settings';
import type { ReportPassage } from '../../utils/types';
import { timelineOf } from './timelines';

export interface CardEvents {
  onClose(): void;
  onPin(): void;
  /** A mute was added or taken back: the page is to be asked about again. */
  onMuted(): void;
  settings(): Settings;
}

async function copy(item: CardItem): Promise<boolean> {
  const { text, markdown, html } = cite(item.statement);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([markdown || text], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return (
      navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      ) ?? false
    );
  }
}

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** One card at a time. A new `show` replaces what stood there; answers that come late for another card are dropped. */
export class CardView {
  private token = 0;
  private dots: TimelineDot[] = [];
  private hidden = new Set<string>();
  private notice: { text: string; undo?: () => void } | null = null;
  private current: { reply: PageReply; passage: ReportPassage; line: Box; x: number } | null = null;
  private before: Element | null = null;
  private pinned = false;

  constructor(
    private readonly host: Host,
    private readonly events: CardEvents,
  ) {}

  show(reply: PageReply, passage: ReportPassage, line: Box, x: number): void {
    const token = ++this.token;
    this.current = { reply, passage, line, x };
    this.dots = [];
    this.hidden = new Set();
    this.notice = null;
    this.host.shell.setAttribute('aria-label', t('cardDialog', passage.text.slice(0, 120)));
    this.paint();
    this.host.shell.showPopover?.();
    this.position();
    const proposition = passage.readings[0]?.proposition;
    if (proposition)
      void timelineOf(proposition, reply.report.page.published).then((dots) => {
        if (token !== this.token || !dots.ok) return;
        this.dots = dots.value;
        this.paint();
        this.position();
      });
  }

  hide(): void {
    this.token += 1;
    this.current = null;
    this.pinned = false;
    const inside = this.host.element.shadowRoot?.activeElement;
    if (this.host.shell.matches(':popover-open')) this.host.shell.hidePopover();
    render(null, this.host.shell);
    if (inside && this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
    this.before = null;
  }

  /** Keeps the card open, or lets it go again. A kept card takes the focus and gives it back when it closes. */
  pin(pinned: boolean): void {
    this.pinned = pinned;
    if (!this.current) return;
    this.paint();
    if (pinned && !this.host.element.shadowRoot?.activeElement) {
      this.before = document.activeElement;
      this.host.shell.focus({ preventScroll: true });
    }
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

  private paint(): void {
    if (!this.current) return;
    const { reply, passage } = this.current;
    const model = cardOf(reply, passage, this.hidden);
    render(
      <Card
        key={this.token}
        model={model}
        dots={this.dots}
        pinned={this.pinned}
        notice={this.notice}
        onPin={this.events.onPin}
        onClose={this.events.onClose}
        onCopy={(item) => void this.copied(item)}
        onMute={(item) =>
          void this.mute(
            { kind: 'pair', words: muteWords(passage.text), statement: item.statement.id },
            item.statement.id,
          )
        }
        onNotAbout={() =>
          void this.mute({
            kind: 'passage',
            words: muteWords(passage.text),
            proposition: passage.readings[0]?.proposition ?? '',
          })
        }
        onAll={() =>
          void send('options.open', {
            hash: `#proposition=${encodeURIComponent(passage.readings[0]?.proposition ?? '')}`,
          })
        }
        onWrong={() =>
          download(
            'said-before-wrong-match.json',
            `${JSON.stringify({ page: reply.report.page, passage, version: browser.runtime.getManifest().version }, null, 2)}\n`,
          )
        }
      />,
      this.host.shell,
    );
  }

  private position(): void {
    if (!this.current) return;
    const { shell } = this.host;
    shell.style.maxHeight = 'none';
    const { width, height } = shell.getBoundingClientRect();
    const spot = place(
      this.current.line,
      this.current.x,
      { width, height: Math.min(height, 560) },
      { width: document.documentElement.clientWidth || innerWidth, height: innerHeight },
    );
    shell.style.left = `${spot.left}px`;
    shell.style.top = `${spot.top}px`;
    shell.style.maxHeight = `${Math.min(560, spot.height)}px`;
  }

  private async copied(item: CardItem): Promise<void> {
    this.notice = { text: t((await copy(item)) ? 'cardCopied' : 'cardNotCopied') };
    this.paint();
  }

  private async mute(mute: Mute, statement?: string): Promise<void> {
    const token = this.token;
    const reply = await send('mute.add', { mute });
    if (token !== this.token) return;
    if (!reply.ok) this.notice = { text: `${reply.fault.message} ${reply.fault.todo ?? ''}`.trim() };
    else {
      if (statement) this.hidden.add(statement);
      this.notice = { text: t('cardHidden'), undo: () => void this.unmute(reply.value.id, statement) };
      this.events.onMuted();
    }
    this.paint();
  }

  private async unmute(id: string, statement?: string): Promise<void> {
    const reply = await send('mute.remove', { id });
    if (statement) this.hidden.delete(statement);
    this.notice = reply.ok ? null : { text: reply.fault.message };
    this.events.onMuted();
    this.paint();
  }
}
