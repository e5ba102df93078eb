/** What an import would do, and which rows cannot be used and why. Nothing is stored yet. */
import type { Choice, ImportPreview } from '../../utils/corpus-service';
import { t, tn, uiLanguage } from '../../utils/i18n';
import { Conflicts } from '../packs/Conflicts';
import { brief } from '../packs/Differences';
import { Part, Records } from '../packs/Records';

export interface ImportPlanProps {
  preview: ImportPreview;
  /** Whose version counts of a pack's records that the reader changed. */
  choice: Choice;
  onChoice(choice: Choice): void;
  /** Where a pack's statements go: among the reader's own, or in a pack. */
  onOwn(own: boolean): void;
  claimOf(id: string): string;
  onSaveFaults(): void;
}

const ends = [
  { own: true, words: 'importWhereMine' },
  { own: false, words: 'importWherePack' },
];

/** Whoever brings an export back wants it where it was; whoever gets a pack of somebody's wants that. */
const Where = ({ own, onOwn }: { own: boolean; onOwn(own: boolean): void }) => (
  <fieldset>
    <legend>{t('importWhere')}</legend>
    {ends.map((end) => (
      <label class="check" key={end.words}>
        <input type="radio" name="import-where" checked={own === end.own} onChange={() => onOwn(end.own)} />
        <span>
          {t(end.words)} <span class="hint">{t(`${end.words}Hint`)}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

export function ImportPlan({ preview, choice, onChoice, onOwn, claimOf, onSaveFaults }: ImportPlanProps) {
  const { added, changed, removed, same, copies, faulty, samples, pack } = preview;
  const counts = [
    tn('importAdded', added),
    tn('importChanged', changed),
    ...(removed > 0 ? [tn('changesRemoved', removed)] : []),
    tn('importSkipped', same + copies),
  ];
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
      {pack && pack.own !== null ? <Where own={pack.own} onOwn={onOwn} /> : null}
      <p class="plan" role="status">
        {new Intl.ListFormat(uiLanguage(), { type: 'unit' }).format(counts)}.
      </p>
      {pack?.installed ? <p class="hint">{t('importPackSame')}</p> : null}
      {copies > 0 ? <p class="hint">{tn('importCopies', copies)}</p> : null}
      <Conflicts
        conflicts={samples.conflicts}
        total={preview.conflicts}
        choice={choice}
        onChoice={onChoice}
        claimOf={claimOf}
      />
      <Records records={samples} counts={{ added, changed, removed }} claimOf={claimOf} />
      <Part
        title={t('importShowCopies')}
        items={samples.copies}
        total={copies}
        keyOf={({ statement }) => statement.id}
        show={({ statement }) => brief(statement)}
      />
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
          {pack && !pack.own ? <p class="fault">{t('importPackFaulty')}</p> : null}
          <button type="button" class="quiet" onClick={onSaveFaults}>
            {t('importSaveFaults')}
          </button>
        </>
      ) : null}
    </>
  );
}
