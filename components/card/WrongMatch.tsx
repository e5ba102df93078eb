/** Reporting a wrong match: a text to change, to copy or to save. Nothing is sent from here. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { useLayer } from '../ui/dismiss';

export interface WrongMatchProps {
  text: string;
  onText(text: string): void;
  onCopy(): void;
  onSave(): void;
  onBack(): void;
}

export function WrongMatch({ text, onText, onCopy, onSave, onBack }: WrongMatchProps) {
  const box = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayer(box, true, onBack);
  useEffect(() => {
    const area = field.current;
    if (!area) return;
    area.focus({ preventScroll: true });
    // After the first line, where the reader is asked to write.
    const at = area.value.indexOf('\n') + 1;
    area.setSelectionRange(at, at);
    area.scrollTop = 0;
  }, []);
  return (
    <section class="wrong" ref={box} aria-labelledby="sb-wrong">
      <h3 id="sb-wrong">{t('cardWrong')}</h3>
      <p id="sb-wrong-how">{t('wrongHow')}</p>
      <textarea
        ref={field}
        rows={9}
        dir="auto"
        aria-labelledby="sb-wrong"
        aria-describedby="sb-wrong-how"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="button" class="button" onClick={onCopy}>
          {t('wrongCopy')}
        </button>
        <button type="button" class="button" onClick={onSave}>
          {t('wrongSave')}
        </button>
        <button type="button" class="plain" onClick={onBack}>
          {t('wrongBack')}
        </button>
      </div>
    </section>
  );
}
