/** What an update would do, before it is applied: the publisher's log, the records, and the reader's own changes. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import type { PackChanges } from '../../utils/subscriptions/types';
import type { Statement } from '../../utils/types';
import { Modal } from '../ui/Modal';
import { Conflicts, keepMine } from './Conflicts';
import { brief, Differences } from './Differences';

export interface ChangesProps {
  changes: PackChanges;
  busy: boolean;
  claimOf(id: string): string;
  /** `choice` says whose version counts of the records that both changed. */
  onApply(choice: Choice): void;
  onClose(): void;
}

interface PartProps<T> {
  title: string;
  items: readonly T[];
  total: number;
  keyOf(item: T): string;
  show(item: T): ComponentChildren;
}

function Part<T>({ title, items, total, keyOf, show }: PartProps<T>) {
  if (total === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="samples">
        {items.map((item) => (
          <li key={keyOf(item)}>{show(item)}</li>
        ))}
        {total > items.length ? <li class="hint">{tn('importMoreRows', total - items.length)}</li> : null}
      </ul>
    </details>
  );
}

function Lists({ changes, claimOf }: Pick<ChangesProps, 'changes' | 'claimOf'>) {
  const { counts, notes, added, changed, removed } = changes;
  const one = (s: Statement): string => s.id;
  return (
    <>
      {notes.length > 0 ? (
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
      ) : null}
      <Part title={tn('importAdded', counts.added)} items={added} total={counts.added} keyOf={one} show={brief} />
      <Part
        title={tn('importChanged', counts.changed)}
        items={changed}
        total={counts.changed}
        keyOf={({ after }) => after.id}
        show={(pair) => (
          <>
            {brief(pair.after)}
            <Differences {...pair} claimOf={claimOf} />
          </>
        )}
      />
      <Part
        title={tn('changesRemoved', counts.removed)}
        items={removed}
        total={counts.removed}
        keyOf={one}
        show={brief}
      />
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
        <Lists changes={changes} claimOf={claimOf} />
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
