/** What the settings do, on a made-up passage: the marks as pages get them, a card that opens after the chosen time. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t, tn } from '../../../utils/i18n';
import type { Settings } from '../../../utils/settings';
import { Card } from '../../card/Card';
import { ShadowBox } from '../../ui/ShadowBox';
import { MiniPage } from './MiniPage';
import { type SampleKind, type SampleSentence, sampleCard, sampleText, shownKind } from './sample';

const kinds: readonly SampleKind[] = ['contradicts', 'confirms', 'mixed'];
/** As in pages: the card stays so long after the pointer left, in ms. */
const GRACE = 300;

/** Paints the marks with the very rules that pages get (the names are part of those rules). */
function usePaint(box: { current: HTMLElement | null }, settings: Settings): void {
  useEffect(() => {
    if (typeof Highlight !== 'function') return;
    for (const kind of kinds) {
      const ranges = [...(box.current?.querySelectorAll(`[data-kind="${kind}"]`) ?? [])].map((sentence) => {
        const range = document.createRange();
        range.selectNodeContents(sentence);
        return range;
      });
      CSS.highlights.set(`said-before-${kind}`, new Highlight(...ranges));
    }
    return () => {
      for (const kind of kinds) CSS.highlights.delete(`said-before-${kind}`);
    };
  }, [settings]);
}

export interface PreviewProps {
  settings: Settings;
  /** The card's styles, as pages get them. */
  cardCss: string;
}

export function Preview({ settings, cardCss }: PreviewProps) {
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef(0);
  const sentences = useMemo(sampleText, []);
  const [open, setOpen] = useState<SampleSentence | null>(null);
  const [pinned, setPinned] = useState(false);
  const [notice, setNotice] = useState<{ text: string } | null>(null);
  usePaint(box, settings);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const soon = (to: SampleSentence | null, ms: number): void => {
    window.clearTimeout(timer.current);
    if (pinned) return;
    timer.current = window.setTimeout(() => setOpen(to), ms);
  };
  const close = (): void => {
    setOpen(null);
    setPinned(false);
    setNotice(null);
  };
  const first = sentences.find(({ kind }) => shownKind(kind, settings) !== null);
  const shown = open && shownKind(open.kind, settings) !== null ? open : null;
  const only = (): void => setNotice({ text: t('previewOnly') });
  return (
    <section
      class="set-preview"
      aria-labelledby="preview-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <h3 id="preview-title">{t('previewTitle')}</h3>
      <p class="set-help">{t(settings.off ? 'previewOff' : settings.quiet ? 'previewQuiet' : 'previewHow')}</p>
      <div class="set-sample" ref={box}>
        <h4>{t('previewStory')}</h4>
        <p>
          {sentences.map((sentence) => {
            const kind = settings.off ? null : shownKind(sentence.kind, settings);
            return (
              <span key={sentence.text}>
                <span
                  data-kind={kind ?? undefined}
                  onPointerEnter={() => kind && soon(sentence, settings.delay)}
                  onPointerLeave={() => soon(null, GRACE)}
                >
                  {sentence.text}
                </span>{' '}
              </span>
            );
          })}
        </p>
      </div>
      {first && !settings.off ? (
        <button
          type="button"
          class="quiet"
          aria-expanded={shown !== null}
          onClick={() => (shown ? close() : setOpen(first))}
        >
          {t(shown ? 'previewClose' : 'previewOpen')}
        </button>
      ) : null}
      {shown ? (
        <div
          class="preview-box"
          onPointerEnter={() => window.clearTimeout(timer.current)}
          onPointerLeave={() => soon(null, GRACE)}
        >
          <ShadowBox css={cardCss} class="preview-card" theme={settings.theme}>
            <Card
              model={sampleCard(shown, settings)}
              timelines={[]}
              showRelated={settings.show.related}
              pinned={pinned}
              notice={notice}
              wrong={null}
              onPin={() => setPinned(!pinned)}
              onClose={close}
              onCopy={only}
              onMute={only}
              onWrong={only}
              onNotAbout={only}
              onAll={only}
            />
          </ShadowBox>
        </div>
      ) : null}
      <figure>
        <MiniPage marks={settings.off || settings.quiet ? 0 : settings.density} style={settings.markStyle} />
        <figcaption>
          {settings.off || settings.quiet ? t('previewNoMarks') : tn('previewDensity', settings.density)}
        </figcaption>
      </figure>
    </section>
  );
}
