/** The toolbar popup: what this page holds, at a glance. */
import { t, tn, uiLanguage } from '../../utils/i18n';
import type { PageState } from '../../utils/messages';
import { type Action, linesOf, noteOf, type PassageLine } from './model';

export interface PopupProps {
  state: PageState;
  /** Host name of the tab, or null where we may not run. */
  host: string | null;
  siteOn: boolean;
  onSite(on: boolean): void;
  onGo(passage: string): void;
  onAction(action: Exclude<Action, null>): void;
  onExport(): void;
  onOptions(): void;
}

const labels: Record<Exclude<Action, null>, string> = {
  force: 'popupReadAnyway',
  'allow-site': 'popupAllowSite',
  'switch-on': 'popupSwitchOn',
  'choose-site': 'popupChooseSite',
  options: 'popupOpenOptions',
};

const day = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString(uiLanguage(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });

function Relation({ kind, count }: { kind: 'contradicts' | 'confirms'; count: number }) {
  if (count === 0) return null;
  return (
    <span class={`relation ${kind}`}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        {kind === 'contradicts' ? <path d="M2 4h8M2 8h8M8.5 1.5l-5 9" /> : <path d="M2 4h8M2 8h8" />}
      </svg>
      {tn(kind === 'contradicts' ? 'popupContradict' : 'popupConfirm', count)}
    </span>
  );
}

function Line({ line, onGo }: { line: PassageLine; onGo(id: string): void }) {
  const covered = line.contradicts + line.confirms > 0;
  return (
    <li>
      <button type="button" class={covered ? 'line' : 'line bare'} onClick={() => onGo(line.id)}>
        <span class="who">{line.speaker ?? t('popupReporter')}</span>
        <span class="words">{line.text}</span>
        <span class="relations">
          <Relation kind="contradicts" count={line.contradicts} />
          <Relation kind="confirms" count={line.confirms} />
          {covered ? null : <span class="none">{t('popupNothingEarlier')}</span>}
        </span>
      </button>
    </li>
  );
}

function Report({
  state,
  onGo,
  onExport,
}: { state: PageState & { status: 'report' } } & Pick<PopupProps, 'onGo' | 'onExport'>) {
  const { report } = state.reply;
  const lines = linesOf(state.reply);
  return (
    <>
      <section class="summary" aria-live="polite">
        <p class="headline">
          {report.counts.passages === 0
            ? t('popupNothingKnown')
            : t('popupSummary', tn('popupClaims', report.counts.passages), report.counts.covered)}
        </p>
        <p class="dated">{report.page.published ? t('popupDated', day(report.page.published)) : t('popupUndated')}</p>
        {report.counts.passages === 0 ? <p class="dated">{t('popupNothingKnownBody')}</p> : null}
      </section>
      {lines.length > 0 ? (
        <ol class="lines">
          {lines.map((line) => (
            <Line key={line.id} line={line} onGo={onGo} />
          ))}
        </ol>
      ) : null}
      <button type="button" class="quiet" onClick={onExport}>
        {t('popupExport')}
      </button>
    </>
  );
}

export function Popup(props: PopupProps) {
  const { state, host, siteOn, onSite, onAction, onOptions } = props;
  const note = host === null ? { title: 'popupNotHere', body: 'popupNotHereBody', action: null } : noteOf(state);
  return (
    <main class="popup">
      <header>
        <h1>{t('name')}</h1>
        {host === null ? null : (
          <label class="switch">
            <input type="checkbox" checked={siteOn} onChange={(event) => onSite(event.currentTarget.checked)} />
            <span>{t('popupOnSite', host)}</span>
          </label>
        )}
      </header>
      {note ? (
        <section class="note">
          <h2>{t(note.title)}</h2>
          {note.body ? <p>{t(note.body)}</p> : null}
          {note.action ? (
            <button type="button" class="primary" onClick={() => note.action && onAction(note.action)}>
              {t(labels[note.action])}
            </button>
          ) : null}
        </section>
      ) : null}
      {note === null && state.status === 'report' ? (
        <Report state={state} onGo={props.onGo} onExport={props.onExport} />
      ) : null}
      <footer>
        <button type="button" class="link" onClick={onOptions}>
          {t('popupAllStatements')}
        </button>
        <span>{t('popupPrivate')}</span>
      </footer>
    </main>
  );
}
