/** The options page: its head, and the view that the address names. */
import { useEffect } from 'preact/hooks';
import { Notice } from '../../components/options/Notice';
import { TopBar } from '../../components/options/TopBar';
import type { CorpusDb } from '../../utils/corpus/db';
import { t } from '../../utils/i18n';
import { HOME } from './address';
import { guardDoubleClicks } from './double-click';
import { exportMenu } from './exporting';
import { ImportView, pickFile, showWays, takeDrops } from './ImportView';
import { tellInterrupted } from './interrupted';
import { LostView } from './LostView';
import { address, goTo, hrefOf } from './route';
import { follow, lost, nextSteps, notice, step, storeFault, tryAgain, undoTold } from './state';
import { UnsettledView } from './UnsettledView';
import { views } from './views';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]');

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) outside of fields, where the browser's own undo belongs to the text. */
function keys(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event.target)) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  void step(key === 'y' || event.shiftKey ? 'redo' : 'undo');
}

export function Page({ db }: { db: CorpusDb }) {
  useEffect(() => {
    const end = new AbortController();
    void follow(db, end.signal);
    document.addEventListener('keydown', keys, { signal: end.signal });
    takeDrops(end.signal);
    guardDoubleClicks(end.signal);
    tellInterrupted();
    return () => end.abort();
  }, [db]);
  const name = views[address.value.view] ? address.value.view : HOME;
  const { View, bare, within = null } = views[name] as (typeof views)[string];
  useEffect(() => {
    document.title = `${t(`optionsTab_${name}`)} – ${t('name')}`;
  }, [name]);
  return (
    <div class="page">
      {bare ? null : (
        <TopBar
          tabs={Object.entries(views).flatMap(([id, { tab }]) =>
            tab ? [{ id, label: t(`optionsTab_${id}`), href: hrefOf(id) }] : [],
          )}
          current={name}
          within={within}
          undo={nextSteps.value.undo?.label ?? null}
          redo={nextSteps.value.redo?.label ?? null}
          exports={exportMenu()}
          onUndo={() => void step('undo')}
          onRedo={() => void step('redo')}
          onImport={pickFile}
          onImportWays={showWays}
          onAdd={() => goTo('statements', { id: 'new' })}
        />
      )}
      <div class="news">
        {storeFault.value ? (
          <p class="alert" role="alert">
            {storeFault.value.message} {storeFault.value.todo}
            <button type="button" class="quiet" onClick={() => void tryAgain(db)}>
              {t('repairRetryDo')}
            </button>
          </p>
        ) : null}
        {bare || name === 'packs' ? null : <UnsettledView />}
        <ImportView />
      </div>
      <main class={`view ${name}`}>
        {lost.value && name !== 'storage' ? <LostView lost={lost.value} /> : <View db={db} />}
      </main>
      <Notice
        notice={notice.value}
        onUndo={() => void undoTold()}
        onClose={() => {
          notice.value = null;
        }}
      />
    </div>
  );
}
