/** What an import would do, then how far it is. */
import { t, tn } from '../../utils/i18n';

export interface ImportFault {
  row: number;
  field: string;
  message: string;
  todo: string;
}

export type ImportState =
  | { step: 'reading'; name: string }
  | { step: 'refused'; name: string; message: string; todo: string }
  | { step: 'plan'; name: string; added: number; changed: number; skipped: number; faults: readonly ImportFault[] }
  | { step: 'running'; name: string; done: number; total: number }
  | { step: 'done'; name: string; count: number };

export interface ImportDialogProps {
  state: ImportState;
  onRun(): void;
  onCancel(): void;
  onSaveFaults(): void;
}

/** Faults that are listed; the rest can be saved as a file. */
const LISTED = 50;

function Faults({ faults, onSave }: { faults: readonly ImportFault[]; onSave(): void }) {
  if (faults.length === 0) return null;
  return (
    <>
      <h3>{tn('importFaults', faults.length)}</h3>
      <ul class="faults">
        {faults.slice(0, LISTED).map((f) => (
          <li key={`${f.row}${f.field}${f.message}`}>{t('importFault', f.row, f.field, f.message, f.todo)}</li>
        ))}
      </ul>
      <button type="button" class="quiet" onClick={onSave}>
        {t('importSaveFaults')}
      </button>
    </>
  );
}

export function ImportDialog({ state, onRun, onCancel, onSaveFaults }: ImportDialogProps) {
  return (
    <section class="import" aria-live="polite">
      <h2>{t('importTitle', state.name)}</h2>
      {state.step === 'reading' ? <p>{t('importReading')}</p> : null}
      {state.step === 'refused' ? (
        <p role="alert">
          {state.message} {state.todo}
        </p>
      ) : null}
      {state.step === 'plan' ? (
        <>
          <p>
            {t(
              'importPlan',
              tn('importAdded', state.added),
              tn('importChanged', state.changed),
              tn('importSkipped', state.skipped),
            )}
          </p>
          <Faults faults={state.faults} onSave={onSaveFaults} />
        </>
      ) : null}
      {state.step === 'running' ? (
        <progress max={state.total} value={state.done} aria-label={t('importRunning')} />
      ) : null}
      {state.step === 'done' ? <p>{tn('importDone', state.count)}</p> : null}
      <div class="buttons">
        {state.step === 'plan' && state.added + state.changed > 0 ? (
          <button type="button" class="primary" onClick={onRun}>
            {tn('importRun', state.added + state.changed)}
          </button>
        ) : null}
        <button type="button" class="quiet" onClick={onCancel}>
          {t(state.step === 'done' || state.step === 'refused' ? 'cardClose' : 'importCancel')}
        </button>
      </div>
    </section>
  );
}
