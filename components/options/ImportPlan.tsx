/** What an import would do, and which rows cannot be used and why. Nothing is stored yet. */
import type { Choice, ImportPreview } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { Conflicts } from '../packs/Conflicts';
import { brief } from '../packs/Differences';

function Samples({ title, lines, total }: { title: string; lines: readonly string[]; total: number }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="samples">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {total > lines.length ? <li class="hint">{tn('importMoreRows', total - lines.length)}</li> : null}
      </ul>
    </details>
  );
}

export interface ImportPlanProps {
  preview: ImportPreview;
  /** Whose version counts of a pack's records that the reader changed. */
  choice: Choice;
  onChoice(choice: Choice): void;
  claimOf(id: string): string;
  onSaveFaults(): void;
}

export function ImportPlan({ preview, choice, onChoice, claimOf, onSaveFaults }: ImportPlanProps) {
  const { added, changed, same, copies, faulty, samples, pack } = preview;
  const skipped = same + copies;
  return (
    <>
      {pack ? (
        <p>
          {t(
            pack.replaces === null ? 'importPack' : 'importPackReplaces',
            pack.title,
            pack.version,
            pack.replaces ?? '',
          )}{' '}
          {[pack.publisher, pack.license].filter(Boolean).join(' · ')}
        </p>
      ) : null}
      <p class="plan" role="status">
        {t('importPlan', tn('importAdded', added), tn('importChanged', changed), tn('importSkipped', skipped))}
      </p>
      {copies > 0 ? <p class="hint">{tn('importCopies', copies)}</p> : null}
      <Conflicts
        conflicts={samples.conflicts}
        total={preview.conflicts}
        choice={choice}
        onChoice={onChoice}
        claimOf={claimOf}
      />
      <Samples title={t('importShowAdded')} lines={samples.added.map(brief)} total={added} />
      <Samples title={t('importShowChanged')} lines={samples.changed.map((c) => brief(c.after))} total={changed} />
      <Samples title={t('importShowCopies')} lines={samples.copies.map((c) => brief(c.statement))} total={copies} />
      {faulty > 0 ? (
        <>
          <h3>{tn('importFaults', faulty)}</h3>
          <ul class="faults">
            {samples.faults.map((f) => (
              <li key={`${f.row}${f.field}${f.message}`}>
                {/^(?:record|row)$/.test(f.field)
                  ? t('importFaultRow', f.row, f.message, f.todo)
                  : t('importFault', f.row, f.field, f.message, f.todo)}
              </li>
            ))}
            {faulty > samples.faults.length ? (
              <li class="hint">{tn('importMoreRows', faulty - samples.faults.length)}</li>
            ) : null}
          </ul>
          {pack ? <p class="fault">{t('importPackFaulty')}</p> : null}
          <button type="button" class="quiet" onClick={onSaveFaults}>
            {t('importSaveFaults')}
          </button>
        </>
      ) : null}
    </>
  );
}
