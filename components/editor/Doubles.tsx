/** A warning that a record like this one is there already. */
import { shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';

export interface Double {
  id: string;
  speaker: string;
  date: string;
  words: string;
}

export function Doubles({ doubles, onOpen }: { doubles: readonly Double[]; onOpen(id: string): void }) {
  if (doubles.length === 0) return null;
  return (
    <div class="note doubles" role="status">
      <p>{tn('editorDoubles', doubles.length)}</p>
      <ul>
        {doubles.map(({ id, speaker, date, words }) => (
          <li key={id}>
            {speaker}, {shortDay(date)}: {words}{' '}
            <button type="button" class="plain" onClick={() => onOpen(id)}>
              {t('editorDoubleOpen')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
