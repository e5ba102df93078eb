/** Why there is nothing to show, with what can be done. */
import { t } from '../../utils/i18n';
import type { Action, Note } from './notes';

const labels: Record<Action, string> = {
  force: 'popupReadAnyway',
  read: 'popupReadPage',
  again: 'repairRetryDo',
  'allow-site': 'popupAllowSite',
  'switch-on': 'popupSwitchOn',
  'choose-site': 'popupChooseSite',
  grant: 'popupGrant',
  sites: 'popupChangeSites',
  claims: 'popupClaimsKnown',
  packs: 'popupPacks',
  options: 'popupOpenOptions',
  help: 'popupOpenHelp',
};

export function NoteView({ note, onAction }: { note: Note; onAction(action: Action): void }) {
  return (
    <section
      class={`note ${note.kind}`}
      role={note.kind === 'fault' ? 'alert' : 'status'}
      aria-busy={note.kind === 'busy'}
    >
      {note.kind === 'busy' ? <span class="spinner" aria-hidden="true" /> : null}
      <h2>{t(note.title)}</h2>
      {note.body ? <p>{t(note.body)}</p> : null}
      {note.actions.length > 0 ? (
        <div class="buttons">
          {note.actions.map((action, index) => (
            <button
              key={action}
              type="button"
              class={index === 0 ? 'primary' : 'quiet'}
              onClick={() => onAction(action)}
            >
              {t(labels[action])}
            </button>
          ))}
        </div>
      ) : null}
    </section>
  );
}
