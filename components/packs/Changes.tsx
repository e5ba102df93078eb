/** What an update would do, before it is applied: the publisher's log, the records, and the reader's own changes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { shortDay } from '../../utils/dates';
import { quoted, t, tn } from '../../utils/i18n';
import type { PackChanges } from '../../utils/subscriptions/types';
import type { Statement } from '../../utils/types';
import { changesBetween } from '../editor/changes';

export interface ChangesProps {
  changes: PackChanges;
  busy: boolean;
  claimOf(id: string): string;
  onApply(): void;
  onClose(): void;
}

const brief = (s: Statement): string => `${s.speaker}, ${shortDay(s.date)}: ${s.quote ? quoted(s.quote) : s.gist}`;

interface PartProps<T> {
  title: string;
  items: readonly T[];
  total: number;
  open?: boolean;
  keyOf(item: T): string;
  show(item: T): ComponentChildren;
}

function Part<T>({ title, items, total, open = false, keyOf, show }: PartProps<T>) {
  if (total === 0) return null;
  return (
    <details open={open}>
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

const Fields = ({
  before,
  after,
  claimOf,
}: { before: Statement; after: Statement } & Pick<ChangesProps, 'claimOf'>) => (
  <>
    {brief(after)}
    <ul>
      {changesBetween(before, after, claimOf, (stance) => t(`stance_${stance}`)).map((one) => (
        <li key={`${one.field}${one.before}${one.after}`}>
          <span class="name">{t(`editor_${one.field}`)}</span> {one.before ? <del>{one.before}</del> : null}{' '}
          {one.after ? <ins>{one.after}</ins> : null}
        </li>
      ))}
    </ul>
  </>
);

const Sides = ({ mine, theirs }: PackChanges['conflicts'][number]) => (
  <dl>
    <dt>{t('changesMine')}</dt>
    <dd>{mine ? brief(mine) : t('changesMineDeleted')}</dd>
    <dt>{t('changesTheirs')}</dt>
    <dd>{theirs ? brief(theirs) : t('changesTheirsRemoved')}</dd>
  </dl>
);

function Lists({ changes, claimOf }: Pick<ChangesProps, 'changes' | 'claimOf'>) {
  const { counts, notes, added, changed, removed, conflicts } = changes;
  const one = (s: Statement): string => s.id;
  return (
    <>
      {counts.conflicts > 0 ? (
        <div class="note">
          <p>{tn('changesConflicts', counts.conflicts)}</p>
          <Part
            title={t('changesShowConflicts')}
            items={conflicts}
            total={counts.conflicts}
            open
            keyOf={({ id }) => id}
            show={Sides}
          />
        </div>
      ) : null}
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
        show={(pair) => <Fields {...pair} claimOf={claimOf} />}
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
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class="changes"
      ref={dialog}
      aria-labelledby="changes-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="changes-title">{t('changesTitle', title, from, to)}</h2>
      <div class="body">
        <p class="plan">
          {t(
            'importPlan',
            tn('importAdded', counts.added),
            tn('importChanged', counts.changed),
            tn('changesRemoved', counts.removed),
          )}
        </p>
        <Lists changes={changes} claimOf={claimOf} />
        <p class="hint">{t('changesUndo')}</p>
      </div>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) onApply();
          }}
        >
          {t('changesApply', to)}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('changesLater')}
        </button>
      </div>
    </dialog>
  );
}
