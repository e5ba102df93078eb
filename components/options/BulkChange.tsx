/** One change for all the ticked statements: a field set anew, or a stance put in or taken out. */
import { useState } from 'preact/hooks';
import type { BulkAction } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import type { Proposition, Stance } from '../../utils/types';
import { Field } from '../editor/Field';
import { Modal } from '../ui/Modal';

export interface BulkChangeProps {
  ticked: number;
  propositions: readonly Proposition[];
  /** Values of a field to choose from while typing. */
  choicesOf(field: SetField): readonly string[];
  /** What is wrong with an action, in words; null: nothing. */
  errorOf(action: BulkAction): string | null;
  onBulk(action: BulkAction): void;
  onClose(): void;
}

type SetField = Extract<BulkAction, { do: 'set' }>['field'];
const setFields: readonly SetField[] = ['speaker', 'role', 'side', 'place'];
const readingChanges = ['addReading', 'removeReading'] as const;
type What = SetField | (typeof readingChanges)[number];

const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];

/** What the form asks for, as an action. */
export function actionOf(what: What, value: string, proposition: string, stance: Stance): BulkAction {
  if (what === 'addReading') return { do: what, reading: { proposition, stance } };
  if (what === 'removeReading') return { do: what, proposition };
  return { do: 'set', field: what, value };
}

const isReading = (what: What): boolean => readingChanges.some((one) => one === what);

export function BulkChange({ ticked, propositions, choicesOf, errorOf, onBulk, onClose }: BulkChangeProps) {
  const [what, setWhat] = useState<What>('speaker');
  const [value, setValue] = useState('');
  const [proposition, setProposition] = useState('');
  const [stance, setStance] = useState<Stance>('affirms');
  const [tried, setTried] = useState(false);
  const action = actionOf(what, value, proposition, stance);
  const choices = isReading(what) ? [] : choicesOf(what as SetField);
  const error = errorOf(action) ?? undefined;
  const shown = tried || value !== '' || proposition !== '' ? error : undefined;
  return (
    <Modal class="bulkChange" titleId="bulk-change-title" title={tn('bulkChangeTitle', ticked)} onClose={onClose}>
      <form
        class="editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!error) onBulk(action);
        }}
      >
        <div class="field">
          <label>
            {t('bulkChangeWhat')}
            <select
              value={what}
              onChange={(event) => {
                setWhat(event.currentTarget.value as What);
                setValue('');
                setTried(false);
              }}
            >
              {setFields.map((field) => (
                <option key={field} value={field}>
                  {t(`editor_${field}`)}
                </option>
              ))}
              {readingChanges.map((one) => (
                <option key={one} value={one}>
                  {t(`bulkChange_${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {isReading(what) ? (
          <div class={shown ? 'field wrong' : 'field'}>
            {what === 'addReading' ? (
              <label>
                {t('optionsStance')}
                <select value={stance} onChange={(event) => setStance(event.currentTarget.value as Stance)}>
                  {stances.map((one) => (
                    <option key={one} value={one}>
                      {t(`optionsStance_${one}`)}
                    </option>
                  ))}
                </select>
              </label>
            ) : null}
            <label>
              {t('optionsProposition')}
              <select
                value={proposition}
                aria-invalid={shown !== undefined}
                aria-describedby={shown ? 'bulk-change-error' : undefined}
                onChange={(event) => setProposition(event.currentTarget.value)}
              >
                <option value="">{t('editorChooseClaim')}</option>
                {propositions.map((p) => (
                  <option key={p.id} value={p.id}>
                    {p.claim}
                  </option>
                ))}
              </select>
            </label>
            {shown ? (
              <p class="error" id="bulk-change-error">
                {shown}
              </p>
            ) : null}
            {what === 'addReading' ? <p class="hint">{t('bulkChangeReplaces')}</p> : null}
          </div>
        ) : (
          <Field
            key={what}
            label={t('bulkChangeTo')}
            value={value}
            {...(choices.length > 0 ? { choices } : {})}
            error={shown}
            hint={what === 'speaker' ? undefined : t('bulkChangeEmpty')}
            onInput={setValue}
          />
        )}
        <div class="buttons">
          <button type="submit" class="primary">
            {tn('bulkChangeRun', ticked)}
          </button>
          <button type="button" class="quiet" onClick={onClose}>
            {t('importCancel')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
