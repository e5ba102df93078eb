/** How far long work is: number, rate, time left; and the way to stop it. */
import type { Progress } from '../../utils/corpus-service';
import { number, t, uiLanguage } from '../../utils/i18n';

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

export function ProgressLine({ progress, label, onCancel }: ProgressLineProps) {
  const { done, all, rate, left, phase } = progress;
  const rows = phase === 'writing';
  return (
    <div class="progress">
      <progress max={Math.max(1, all)} value={done} aria-label={label} />
      <p class="hint">
        {rows
          ? t('progressRows', number(done), number(all))
          : t('progressReading', number(all > 0 ? Math.round((done / all) * 100) : 0))}
        {rows && rate > 0 ? ` · ${t('progressRate', number(rate))}` : ''}
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
