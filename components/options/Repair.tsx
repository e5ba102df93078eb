/** Shown when the database cannot be opened: what happened, what can be saved first, and then a fresh start. */

import { t, tn } from '../../utils/i18n';
import type { Fault } from '../../utils/types';

export interface RepairProps {
  fault: Fault;
  /** What the last attempt to save brought; null: not tried yet. */
  salvaged: { count: number; lost: readonly string[] } | { failed: string } | null;
  busy: boolean;
  onRetry(): void;
  onSalvage(): void;
  onRebuild(): void;
}

export function Repair({ fault, salvaged, busy, onRetry, onSalvage, onRebuild }: RepairProps) {
  return (
    <main class="sheet repair" aria-busy={busy}>
      <h1>{t('repairTitle')}</h1>
      <p role="alert" class="alert">
        {fault.message} {fault.todo}
      </p>
      <p>{t('repairBody')}</p>
      <ol>
        <li>
          <h2>{t('repairRetry')}</h2>
          <p>{t('repairRetryBody')}</p>
          <button type="button" class="quiet" disabled={busy} onClick={onRetry}>
            {t('repairRetryDo')}
          </button>
        </li>
        <li>
          <h2>{t('repairSalvage')}</h2>
          <p>{t('repairSalvageBody')}</p>
          <button type="button" class="primary" disabled={busy} onClick={onSalvage}>
            {t('repairSalvageDo')}
          </button>
          <div role="status">
            {salvaged && 'failed' in salvaged ? <p class="fault">{salvaged.failed}</p> : null}
            {salvaged && 'count' in salvaged ? <p>{tn('repairSalvaged', salvaged.count)}</p> : null}
            {salvaged && 'lost' in salvaged && salvaged.lost.length > 0 ? (
              <p class="fault">{t('repairLost', salvaged.lost.join(', '))}</p>
            ) : null}
          </div>
        </li>
        <li>
          <h2>{t('repairRebuild')}</h2>
          <p>{t(salvaged ? 'repairRebuildBody' : 'repairRebuildFirst')}</p>
          <button type="button" class="quiet" disabled={busy || !salvaged} onClick={onRebuild}>
            {t('repairRebuildDo')}
          </button>
        </li>
      </ol>
    </main>
  );
}
