/** How far long work is: number, rate, time left; and the way to stop it. */
import type { Progress } from '../../utils/corpus-service';
import { number, t, uiLanguage } from '../../utils/i18n';
import { bytes } from './bytes';

export interface ProgressLineProps {
  progress: Progress;
  label: string;
  onCancel?(): void;
}

/** Seconds in words: "12 sec", "3 min". */
export function duration(seconds: number): string {
  const minutes = seconds >= 90;
  return new Intl.NumberFormat(uiLanguage(), {
    style: 'unit',
    unit: minutes ? 'minute' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.max(1, minutes ? seconds / 60 : seconds));
}

function said({ done, all, phase }: Progress): string {
  if (phase === 'writing') return t('progressRows', number(done), number(all));
  if (phase !== 'loading') return t('progressReading', number(all > 0 ? Math.round((done / all) * 100) : 0));
  return all > 0 ? t('progressBytes', bytes(done), bytes(all)) : t('progressBytesOnly', bytes(done));
}

export function ProgressLine({ progress, label, onCancel }: ProgressLineProps) {
  const { done, all, rate, left, phase } = progress;
  return (
    <div class="progress">
      {all > 0 || phase !== 'loading' ? (
        <progress max={Math.max(1, all)} value={done} aria-label={label} />
      ) : (
        <progress aria-label={label} />
      )}
      <p class="hint">
        {said(progress)}
        {phase === 'writing' && rate > 0 ? ` · ${t('progressRate', number(rate))}` : ''}
        {rate > 0 && left > 0 && Number.isFinite(left) ? ` · ${t('progressLeft', duration(left))}` : ''}
      </p>
      {onCancel ? (
        <button type="button" class="quiet" onClick={onCancel}>
          {t('importCancel')}
        </button>
      ) : null}
    </div>
  );
}
