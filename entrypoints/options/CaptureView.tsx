/** The small window of "Add to Said Before": the captured words in the editor, to be saved with one click. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { emptyDraft } from '../../components/editor/draft';
import { browser } from '../../utils/browser';
import type { CorpusDb } from '../../utils/corpus/db';
import { speakers } from '../../utils/corpus/lookup';
import { t } from '../../utils/i18n';
import type { CapturedRecord } from '../../utils/messages';
import { address, change, hrefOf } from './route';
import { corpus } from './state';
import { draftFor, keepDraft } from './statements/drafts';
import { EditForm } from './statements/EditForm';
import { beginEditing } from './statements/editing';
import type { ViewProps } from './views';

type State = { step: 'loading' | 'gone' } | { step: 'edit'; selection: string } | { step: 'saved'; id: string };
const state = signal<State>({ step: 'loading' });
/** The window stays so long after saving, ms: time to read, and to go on to the record. */
const STAY = 4000;

/** Where this window keeps what was selected, for a reload. */
const SELECTION = 'selection';

/**
 * Under which id this window saved its record, though more was typed since. The address says it too, but not where the
 * reload was asked for before the save had ended.
 */
const savedAs = (key: string): string => `saved:${key}`;

/** Goes on with a record that was saved here and typed on since. False where there is no such draft. */
async function goOn(id: string | null): Promise<boolean> {
  if (!id || !draftFor(id)) return false;
  const there = await corpus.statement(id);
  if (!there.ok || !there.value) return false;
  beginEditing(id, there.value);
  return true;
}

/** Makes the captured record a draft: from then on it is kept like any other. */
async function begin(db: CorpusDb, key: string): Promise<void> {
  if (await goOn(address.value.params.get('id') ?? sessionStorage.getItem(savedAs(key)))) {
    state.value = { step: 'edit', selection: sessionStorage.getItem(SELECTION) ?? '' };
    return;
  }
  const name = `capture:${key}`;
  const draftKey = `new:${key}`;
  const captured = (await browser.storage.local.get(name))[name] as CapturedRecord | undefined;
  if (!captured && !draftFor(draftKey)) {
    state.value = { step: 'gone' };
    return;
  }
  if (captured) {
    const { selection, ...fields } = captured;
    sessionStorage.setItem(SELECTION, selection);
    const known = (await speakers(db).catch(() => [])).find((p) => p.name === fields.speaker);
    const draft = {
      ...emptyDraft,
      ...fields,
      role: known?.role ?? '',
      side: fields.side || (known?.side ?? ''),
      dateBasis: 'published' as const,
    };
    keepDraft({ key: draftKey, draft, base: '', at: Date.now() });
    await browser.storage.local.remove(name);
  }
  beginEditing(draftKey, null);
  state.value = { step: 'edit', selection: sessionStorage.getItem(SELECTION) ?? '' };
}

function saved(id: string, more: boolean): void {
  if (more) {
    sessionStorage.setItem(savedAs(address.value.params.get('key') ?? ''), id);
    change({ id });
    return;
  }
  state.value = { step: 'saved', id };
  setTimeout(() => window.close(), STAY);
}

export function CaptureView({ db }: ViewProps) {
  const key = address.value.params.get('key') ?? '';
  useEffect(() => void begin(db, key), [db, key]);
  const now = state.value;
  return (
    <div class="sheet capture">
      <h1>
        <img src="/icons/icon.svg" alt="" width="22" height="22" /> {t('captureTitle')}
      </h1>
      {now.step === 'gone' ? <p>{t('captureGone')}</p> : null}
      {now.step === 'edit' ? (
        <>
          {now.selection ? (
            <figure class="selection">
              <figcaption class="hint">{t('captureSelection')}</figcaption>
              <blockquote dir="auto">{now.selection}</blockquote>
            </figure>
          ) : null}
          <EditForm
            db={db}
            pack={undefined}
            onSaved={saved}
            onDiscarded={() => window.close()}
            onOpen={(id) => void browser.tabs.create({ url: hrefInTab(id) })}
          />
        </>
      ) : null}
      {now.step === 'saved' ? (
        <p role="status">
          {t('captureSaved')}{' '}
          <a href={hrefInTab(now.id)} target="_blank" rel="noreferrer">
            {t('captureOpen')}
          </a>
        </p>
      ) : null}
    </div>
  );
}

const hrefInTab = (id: string): string => `${location.pathname}${hrefOf('statements', { id })}`;
