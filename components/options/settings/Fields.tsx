/** The settings' plain fields: a switch, a choice of one, a number with a slider. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { number } from '../../../utils/dates';
import { t } from '../../../utils/i18n';

export interface SwitchProps {
  label: string;
  help?: string;
  on: boolean;
  onChange(on: boolean): void;
}

export function Switch({ label, help, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="set-field">
      <label class="set-check">
        <input
          type="checkbox"
          checked={on}
          aria-describedby={help ? id : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {help ? (
        <p class="set-help" id={id}>
          {help}
        </p>
      ) : null}
    </div>
  );
}

export interface ChoiceProps<T extends string> {
  name: string;
  label: string;
  value: T;
  options: readonly { value: T; label: string; sample?: ComponentChildren }[];
  onChange(value: T): void;
}

export function Choice<T extends string>({ name, label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset class="set-choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="set-check">
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
          {option.sample}
        </label>
      ))}
    </fieldset>
  );
}

export interface NumberFieldProps {
  label: string;
  unit: string;
  help: string;
  value: number;
  bounds: readonly [number, number];
  step: number;
  /** What was typed and is no number within the bounds; it stays until it is one. */
  draft: string | null;
  onDraft(text: string | null): void;
  onChange(value: number): void;
}

/** The whole number in a text, as people type them ("1,000", "1 000"), or null. */
export function wholeNumber(text: string): number | null {
  const bare = text.trim().replace(/(?<=\d)[ ,.\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return /^\d{1,6}$/.test(bare) ? Number(bare) : null;
}

export function NumberField(props: NumberFieldProps) {
  const { label, unit, help, value, bounds, step, draft, onDraft, onChange } = props;
  const [low, high] = bounds;
  const id = useId();
  const typed = (text: string): void => {
    const found = wholeNumber(text);
    const good = found !== null && found >= low && found <= high;
    onDraft(good ? null : text);
    if (good) onChange(found);
  };
  return (
    <div class="set-field set-number">
      <label for={id}>{label}</label>
      <div class="set-row">
        <input
          type="range"
          aria-label={label}
          aria-valuetext={`${number(value)} ${unit}`}
          min={low}
          max={high}
          step={step}
          value={value}
          onInput={(event) => {
            onDraft(null);
            onChange(Number(event.currentTarget.value));
          }}
        />
        <input
          id={id}
          class="set-figure"
          inputMode="numeric"
          autocomplete="off"
          value={draft ?? number(value)}
          aria-invalid={draft !== null}
          aria-describedby={`${id}-help${draft === null ? '' : ` ${id}-fault`}`}
          onInput={(event) => typed(event.currentTarget.value)}
        />
        <span aria-hidden="true">{unit}</span>
      </div>
      {draft === null ? null : (
        <p class="set-fault" id={`${id}-fault`} role="alert">
          {t('settingsNumberFault', number(low), number(high), number(value))}
        </p>
      )}
      <p class="set-help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
