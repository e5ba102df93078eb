/** One field of a form: label, control, hint, and what is wrong with it, tied together for every reader. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface FieldProps {
  label: string;
  value: string;
  onInput(value: string): void;
  error?: string | undefined;
  hint?: ComponentChildren;
  type?: 'text' | 'date' | 'url';
  /** Lines of a longer text; absent: one line. */
  lines?: number;
  required?: boolean;
  /** Values to choose from while typing. */
  choices?: readonly string[];
  /** The keyboard that touch screens show. */
  keyboard?: 'decimal';
}

export function Field(props: FieldProps) {
  const { label, value, onInput, error, hint, lines, choices } = props;
  const id = useId();
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    value,
    required: props.required,
    // What is typed may be in another direction than the page.
    dir: 'auto',
    'aria-invalid': error !== undefined,
    'aria-describedby': described,
  } as const;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {lines ? (
        <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          inputMode={props.keyboard}
          type={props.type ?? 'text'}
          list={choices ? `${id}-choices` : undefined}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {choices ? (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
