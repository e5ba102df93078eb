/** Beside the table: the open record, to be read or edited. */
import { untracked, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Past } from '../../../components/editor/Past';
import { Detail } from '../../../components/options/Detail';
import { PaneHead } from '../../../components/options/PaneHead';
import type { CorpusDb } from '../../../utils/corpus/db';
import type { BulkAction, Query } from '../../../utils/corpus-service';
import { t } from '../../../utils/i18n';
import { queryOf } from '../query';
import { address, change } from '../route';
import { claimOf, corpus, nameOf, packTitle, roleOf, sideOf, tell, tellFault, version } from '../state';
import { bulk, focusTable } from './bulk';
import { isNew } from './drafts';
import { EditForm } from './EditForm';
import { editing } from './edited';
import { baseChanged, beginEditing } from './editing';
import { openRecord, readRecord, turnPage } from './record';
import { list } from './rows';

const close = (): void => {
  change({ id: null, edit: null }, true);
  focusTable();
};

/** Brings a state of the past back, as a new step. */
async function bringBack(state: Parameters<typeof corpus.put>[0]): Promise<void> {
  const reply = await corpus.put(state);
  if (reply.ok) tell(t('editorRestored'), true);
  else tellFault(reply.fault);
}

function Read() {
  const open = openRecord.value;
  if (!open) return null;
  if (!open.record)
    return (
      <div class="gone">
        <p>{t('paneGone')}</p>
        <Past entries={open.past} onRestore={(entry) => entry.state && void bringBack(entry.state)} />
      </div>
    );
  const { record } = open;
  /** What can be done once: its button goes with it, so that focus goes to where reading goes on. */
  const once = (action: BulkAction): void => {
    document.querySelector<HTMLElement>('.pane h2')?.focus({ preventScroll: true });
    void bulk(action, { ids: [record.id] });
  };
  return (
    <>
      <Detail
        statement={record}
        packTitle={packTitle(record.pack)}
        name={nameOf(record.speaker)}
        role={roleOf(record.role)}
        side={sideOf(record.side)}
        claimOf={claimOf}
        onEdit={() => change({ edit: '1' }, true)}
        onConfirm={() => once({ do: 'confirm' })}
        onMute={(on) => void bulk({ do: on ? 'mute' : 'unmute' }, { ids: [record.id] })}
        onYield={() => once({ do: 'yield' })}
        onDelete={() => void bulk({ do: 'delete' }, { ids: [record.id] }).then(close)}
      />
      <Past entries={open.past} onRestore={(entry) => entry.state && void bringBack(entry.state)} />
    </>
  );
}

export function Pane({ db, query }: { db: CorpusDb; query: Query }) {
  const id = address.value.params.get('id');
  // What is not there cannot be edited; a draft of it can be gone on with, so that nothing typed is lost.
  const gone = openRecord.value?.id === id && openRecord.value?.record === null;
  const asked = address.value.params.get('edit') === '1' && !(gone && editing.value?.key !== id);
  const edit = id !== null && (isNew(id) || asked);
  const root = useRef<HTMLElement>(null);
  useSignalEffect(() => {
    void version.value;
    const { params } = address.value;
    untracked(() => void readRecord(db, params.get('id'), queryOf(params)));
  });
  const record = openRecord.value?.id === id ? openRecord.value?.record : undefined;
  useEffect(() => {
    if (!edit || id === null) {
      editing.value = null;
      return;
    }
    if (editing.value?.key === id) baseChanged(record ?? null);
    else if (isNew(id)) beginEditing(id, null);
    else if (record) beginEditing(id, record);
  }, [id, edit, record]);
  useEffect(() => {
    // Opened from the table by key, the record is where reading goes on; by pointer, focus stays where it is.
    if (id && (isNew(id) || document.activeElement?.matches('[role="gridcell"]')))
      root.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [id]);
  if (id === null) return null;
  const position = openRecord.value?.position ?? null;
  return (
    <aside
      class="pane"
      ref={root}
      aria-label={t(edit ? 'paneEdit' : 'optionsDetail')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) close();
        else if (event.altKey && event.key === 'ArrowDown') void turnPage(query, 1);
        else if (event.altKey && event.key === 'ArrowUp') void turnPage(query, -1);
        else return;
        event.preventDefault();
      }}
    >
      <PaneHead
        title={isNew(id) ? t('paneNew') : t(edit ? 'paneEdit' : 'optionsDetail')}
        position={position}
        total={list.value.total}
        onTurn={(by) => void turnPage(query, by)}
        onClose={close}
      />
      {edit ? (
        <EditForm
          db={db}
          pack={record?.pack}
          onSaved={(saved, more) => {
            // Whoever has gone on to another record meanwhile stays there.
            if (address.value.params.get('id') === id) change({ id: saved, edit: more ? '1' : null });
          }}
          onDiscarded={() => (isNew(id) ? close() : change({ edit: null }))}
          onOpen={(other) => change({ id: other, edit: null }, true)}
        />
      ) : (
        <Read />
      )}
    </aside>
  );
}
