/** What an update would do, before it is applied: the publisher's log, the records, and the reader's own changes. */
import { useState } from 'preact/hooks';
import type { Choice } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import type { PackChanges } from '../../utils/subscriptions/types';
import { Modal } from '../ui/Modal';
import { Conflicts, keepMine } from './Conflicts';
import { Records } from './Records';

export interface ChangesProps {
  changes: PackChanges;
  busy: boolean;
  claimOf(id: string): string;
  /** `choice` says whose version counts of the records that both changed. */
  onApply(choice: Choice): void;
  onClose(): void;
}

function Log({ notes }: Pick<PackChanges, 'notes'>) {
  if (notes.length === 0) return null;
  return (
    <>
      <h3>{t('changesLog')}</h3>
      <ul class="log">
        {notes.map(({ version, date, text }) => (
          <li key={`${version}${date}${text}`}>
            <b>{version}</b> <span class="hint">{shortDay(date)}</span> {text}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Changes({ changes, busy, claimOf, onApply, onClose }: ChangesProps) {
  const { title, from, to, counts } = changes;
  const [choice, setChoice] = useState(keepMine);
  return (
    <Modal class="changes" titleId="changes-title" title={t('changesTitle', title, from, to)} onClose={onClose}>
      <div class="body">
        <p class="plan">
          {t(
            'importPlan',
            tn('importAdded', counts.added),
            tn('importChanged', counts.changed),
            tn('changesRemoved', counts.removed),
          )}
        </p>
        <Conflicts
          conflicts={changes.conflicts}
          total={counts.conflicts}
          choice={choice}
          onChoice={setChoice}
          claimOf={claimOf}
        />
        <Log notes={changes.notes} />
        <Records records={changes} counts={counts} claimOf={claimOf} />
        <p class="hint">{t('changesUndo')}</p>
      </div>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onApply(choice);
          }}
        >
          {t('changesApply', to)}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('changesLater')}
        </button>
      </div>
    </Modal>
  );
}
