/** Records that a pack's version and the reader both changed: both sides, and whose version is to count. */
import type { Choice, Conflict } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { number, quoted, t, tn } from '../../utils/i18n';
import type { Statement } from '../../utils/types';
import { Differences } from './Differences';

/** Nothing of the reader's gives way. */
export const keepMine: Choice = { rest: 'mine', but: [] };

const takesTheirs = ({ rest, but }: Choice, id: string): boolean => (rest === 'theirs') !== but.includes(id);

/** The choice with one record's side set. */
export function chosen(choice: Choice, id: string, side: Choice['rest']): Choice {
  const others = choice.but.filter((one) => one !== id);
  return { ...choice, but: choice.rest === side ? others : [...others, id] };
}

/** Whose words, of which day; an id where neither side has the record any more. */
const nameOf = ({ id, mine, theirs }: Conflict): string => {
  const one = mine ?? theirs;
  return one ? `${one.speaker}, ${shortDay(one.date)}` : id;
};

const wordsOf = (s: Statement): string => (s.quote ? quoted(s.quote) : s.gist);

interface SideProps {
  conflict: Conflict;
  side: Choice['rest'];
  checked: boolean;
  onChoose(): void;
}

function Side({ conflict, side, checked, onChoose }: SideProps) {
  const version = conflict[side];
  return (
    <label class="check">
      <input type="radio" name={`conflict-${conflict.id}`} checked={checked} onChange={onChoose} />
      <span>
        <b>{t(side === 'mine' ? 'changesMine' : 'changesTheirs')}</b>{' '}
        {version ? wordsOf(version) : t(side === 'mine' ? 'changesMineDeleted' : 'changesTheirsRemoved')}
      </span>
    </label>
  );
}

export interface ConflictsProps {
  conflicts: readonly Conflict[];
  /** May be more than are shown; a choice for all concerns these too. */
  total: number;
  choice: Choice;
  onChoice(choice: Choice): void;
  claimOf(id: string): string;
}

export function Conflicts({ conflicts, total, choice, onChoice, claimOf }: ConflictsProps) {
  if (total === 0) return null;
  const named = choice.but.length;
  const theirs = choice.rest === 'theirs' ? total - named : named;
  return (
    <section class="note conflicts" aria-label={t('changesShowConflicts')}>
      <p>{tn('changesConflicts', total)}</p>
      {total > 1 ? (
        <div class="buttons">
          {(['mine', 'theirs'] as const).map((rest) => (
            <button
              key={rest}
              type="button"
              class="quiet"
              aria-pressed={choice.rest === rest && named === 0}
              onClick={() => onChoice({ rest, but: [] })}
            >
              {t(rest === 'mine' ? 'conflictsAllMine' : 'conflictsAllTheirs')}
            </button>
          ))}
        </div>
      ) : null}
      <p class="hint" role="status">
        {t('conflictsTally', number(total - theirs), number(theirs))}
      </p>
      <ul>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <fieldset>
              <legend>{nameOf(conflict)}</legend>
              {(['mine', 'theirs'] as const).map((side) => (
                <Side
                  key={side}
                  conflict={conflict}
                  side={side}
                  checked={takesTheirs(choice, conflict.id) === (side === 'theirs')}
                  onChoose={() => onChoice(chosen(choice, conflict.id, side))}
                />
              ))}
              {conflict.mine && conflict.theirs ? (
                <Differences before={conflict.mine} after={conflict.theirs} claimOf={claimOf} />
              ) : null}
            </fieldset>
          </li>
        ))}
        {total > conflicts.length ? <li class="hint">{tn('importMoreRows', total - conflicts.length)}</li> : null}
      </ul>
    </section>
  );
}
