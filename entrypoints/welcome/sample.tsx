/** The live sample: the card, its timing and its place are those of real pages; only what it shows is invented. */
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Card, type Notice } from '../../components/card/Card';
import cardCss from '../../components/card/card.css?inline';
import { cardOf } from '../../components/card/model';
import tokens from '../../components/tokens.css?inline';
import { Sample } from '../../components/welcome/Sample';
import { sampleDots, sampleReply } from '../../components/welcome/sample-reply';
import { cite } from '../../utils/cite';
import { t } from '../../utils/i18n';
import { enterCard } from '../../utils/overlay/focus';
import { makeHost } from '../../utils/overlay/host';
import { Intent } from '../../utils/overlay/intent';
import { copy } from '../overlay.content/clipboard';
import { standAt } from '../overlay.content/stand';

/** Opens and closes the card at the sample's words. */
class SampleCard {
  private readonly host = makeHost(`${tokens}\n${cardCss}`);
  private readonly reply = sampleReply(`${location.href.split('#')[0]}#sources`);
  private notice: Notice | null = null;
  private mark: HTMLElement | null = null;
  private gone = AbortSignal.abort();
  readonly intent: Intent<{ x: number; y: number }>;

  constructor(
    delay: () => number,
    private readonly onOpen: (open: boolean) => void,
    private readonly onOptions: (place: string) => void,
  ) {
    this.intent = new Intent(
      { delay, open: (at) => this.open(at), close: () => this.close() },
      { set: (run, ms) => window.setTimeout(run, ms), clear: (id) => window.clearTimeout(id) },
    );
  }

  start(mark: HTMLElement, signal: AbortSignal): void {
    this.gone = signal;
    this.mark = mark;
    const { shell } = this.host;
    shell.setAttribute('aria-label', t('cardDialog', t('samplePassage')));
    shell.lang = document.documentElement.lang;
    shell.dir = document.documentElement.dir;
    document.documentElement.append(this.host.element);
    mark.addEventListener(
      'pointermove',
      ({ clientX: x, clientY: y, pointerType }) => {
        if (pointerType !== 'touch') this.intent.over('sample', { x, y }, x, y);
      },
      { signal },
    );
    mark.addEventListener('pointerleave', ({ clientX: x, clientY: y }) => this.intent.over(null, null, x, y), {
      signal,
    });
    shell.addEventListener('pointerenter', () => this.intent.hold(), { signal });
    shell.addEventListener('pointerleave', () => this.intent.over(null, null, 0, 0), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.intent.dismiss(), { signal });
    document.addEventListener(
      'pointerdown',
      (event) => {
        const path = event.composedPath();
        if (!path.includes(shell) && !path.includes(mark)) this.intent.dismiss();
      },
      { signal },
    );
    signal.addEventListener('abort', () => {
      this.intent.dismiss();
      this.host.element.remove();
    });
  }

  /** By click or key: kept open, with the focus in it. */
  press(): void {
    if (!this.mark) return;
    if (this.intent.isOpen && this.intent.pinned) {
      this.intent.dismiss();
      return;
    }
    const [line] = this.mark.getClientRects();
    this.intent.show('sample', { x: line?.left ?? 0, y: line?.top ?? 0 });
    this.pin(true);
  }

  private pin(pinned: boolean): void {
    this.intent.pinned = pinned;
    this.paint();
    if (pinned) enterCard(this.host.shell, this.gone);
  }

  private open({ x, y }: { x: number; y: number }): void {
    if (!this.mark) return;
    this.notice = null;
    this.paint();
    this.host.shell.showPopover();
    const lines = [...this.mark.getClientRects()];
    const line = lines.find((box) => y >= box.top && y <= box.bottom) ?? lines[0];
    if (line) standAt(this.host.shell, line, x);
    this.onOpen(true);
  }

  private close(): void {
    const inside = this.host.root.activeElement !== null;
    if (this.host.shell.matches(':popover-open')) this.host.shell.hidePopover();
    render(null, this.host.shell);
    this.onOpen(false);
    if (inside) this.mark?.focus({ preventScroll: true });
  }

  private say(text: string): void {
    this.notice = { text };
    this.paint();
  }

  private paint(): void {
    const passage = this.reply.report.passages[0];
    if (!passage) return;
    const [claim] = passage.readings;
    const nothing = (): void => this.say(t('sampleNothingStored'));
    render(
      <Card
        model={cardOf(this.reply, passage)}
        timelines={[
          {
            id: claim?.proposition ?? '',
            stance: claim?.stance ?? 'affirms',
            dots: sampleDots(),
          },
        ]}
        showRelated={false}
        pinned={this.intent.pinned}
        notice={this.notice}
        wrong={null}
        onPin={() => this.pin(!this.intent.pinned)}
        onClose={() => this.intent.dismiss()}
        onCopy={({ statement }) => {
          const { text, html } = cite(statement);
          void copy(text, html).then((done) => this.say(t(done ? 'cardCopied' : 'cardNotCopied')));
        }}
        onMute={nothing}
        onNotAbout={nothing}
        onWrong={nothing}
        onAll={() => this.onOptions('#statements')}
      />,
      this.host.shell,
    );
  }
}

export function LiveSample({ delay, onOptions }: { delay: number; onOptions(place: string): void }) {
  const mark = useRef<HTMLSpanElement>(null);
  const wait = useRef(delay);
  wait.current = delay;
  const [open, setOpen] = useState(false);
  const card = useMemo(() => new SampleCard(() => wait.current, setOpen, onOptions), [onOptions]);
  useEffect(() => {
    const end = new AbortController();
    if (mark.current) card.start(mark.current, end.signal);
    return () => end.abort();
  }, [card]);
  return <Sample mark={mark} open={open} onOpen={() => card.press()} />;
}
