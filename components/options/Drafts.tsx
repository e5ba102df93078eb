/** The drafts that wait to be saved. */
import { t, tn } from '../../utils/i18n';

export interface DraftLine {
  key: string;
  name: string;
  words: string;
}

export interface DraftsProps {
  drafts: readonly DraftLine[];
  onContinue(key: string): void;
  onDiscard(key: string): void;
}

/** Words shown of a draft, in letters. */
const FEW = 50;

export function Drafts({ drafts, onContinue, onDiscard }: DraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <details class="drafts">
      <summary>{tn('draftsOpen', drafts.length)}</summary>
      <ul>
        {drafts.map(({ key, name, words }) => (
          <li key={key}>
            <span>
              {name || t('draftsUnnamed')}
              {words ? `: ${words.length > FEW ? `${words.slice(0, FEW)}…` : words}` : ''}
            </span>
            <button type="button" class="quiet" onClick={() => onContinue(key)}>
              {t('draftsContinue')}
            </button>
            <button type="button" class="plain" onClick={() => onDiscard(key)}>
              {t('draftsDiscard')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
