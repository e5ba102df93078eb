/** The sample article; its passage is a button, since on our own page it may be one. */
import type { Ref } from 'preact';
import { t } from '../../utils/i18n';

export interface SampleProps {
  mark: Ref<HTMLSpanElement>;
  open: boolean;
  onOpen(): void;
}

export function Sample({ mark, open, onOpen }: SampleProps) {
  return (
    <div class="sample">
      <p class="soft">{t('sampleInvented')}</p>
      <p>
        {t('sampleBeforeText')}{' '}
        {/* biome-ignore lint/a11y/useSemanticElements: a button cannot run over two lines as the marked words of a page do */}
        <span
          ref={mark}
          class="mark"
          role="button"
          tabIndex={0}
          aria-expanded={open}
          aria-haspopup="dialog"
          onClick={onOpen}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return;
            event.preventDefault();
            onOpen();
          }}
        >
          {t('samplePassage')}
        </span>{' '}
        {t('sampleAfterText')}
      </p>
    </div>
  );
}
