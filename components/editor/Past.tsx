/** A record's past: who changed what, and when; each state can be brought back. */
import { t, uiLanguage } from '../../utils/i18n';
import type { FieldChange, PastEntry } from './changes';

export interface PastProps {
  entries: readonly PastEntry[];
  onRestore(entry: PastEntry): void;
}

const moment = (at: string): string =>
  at.length === 10
    ? new Date(`${at}T12:00:00Z`).toLocaleDateString(uiLanguage(), { dateStyle: 'medium', timeZone: 'UTC' })
    : new Date(at).toLocaleString(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });

function Change({ change }: { change: FieldChange }) {
  return (
    <li>
      <span class="name">{t(`editor_${change.field}`)}</span> {change.before ? <del>{change.before}</del> : null}{' '}
      {change.after ? <ins>{change.after}</ins> : null}
    </li>
  );
}

export function Past({ entries, onRestore }: PastProps) {
  return (
    <section class="past">
      <h3>{t('editorPast')}</h3>
      <ol>
        {entries.map((entry, i) => (
          <li key={`${entry.at}${entry.label}`}>
            <p>
              <b>{entry.pack ?? t('editorYou')}</b> {entry.label} <time dateTime={entry.at}>{moment(entry.at)}</time>
              {entry.undone ? ` · ${t('historyUndone')}` : ''}
            </p>
            <ul>
              {entry.changes.map((change) => (
                <Change key={`${change.field}${change.before}${change.after}`} change={change} />
              ))}
            </ul>
            {(i > 0 || entry.undone) && entry.state ? (
              <button type="button" class="plain" onClick={() => onRestore(entry)}>
                {t('editorRestore')}
              </button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
