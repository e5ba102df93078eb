/** A figure: one amount or a range, in the unit of the claim, with the words as said. */
import { figureText } from '../../utils/figures';
import { t } from '../../utils/i18n';
import { amountText, parseAmount } from './amount';
import type { FigureDraft } from './draft';
import { Field } from './Field';

export interface FigureFieldsProps {
  figure: FigureDraft;
  /** The unit of the claim; undefined where the claim has none of its own. */
  unit: string | undefined;
  error: string | undefined;
  onChange(figure: FigureDraft): void;
  onRemove(): void;
}

const shown = (typed: string): string | undefined => {
  const value = parseAmount(typed);
  return value === null || amountText(value) === typed.trim() ? undefined : `= ${amountText(value)}`;
};

/** The figure as the reader's language says it, unit included; the bare unit until there is one. */
function inWords({ kind, low, high }: FigureDraft, unit: string): string {
  const [from, to] = [parseAmount(low), parseAmount(high)];
  if (from === null || (kind === 'range' && to === null)) return unit;
  return figureText(kind === 'range' ? { low: from, high: to as number, unit } : { value: from, unit });
}

export function FigureFields({ figure, unit, error, onChange, onRemove }: FigureFieldsProps) {
  const set = (change: Partial<FigureDraft>): void => onChange({ ...figure, ...change });
  const range = figure.kind === 'range';
  return (
    <fieldset class="figures">
      <legend>{t('editorFigure')}</legend>
      <Field
        label={t(range ? 'editorFigureFrom' : 'editorFigureValue')}
        value={figure.low}
        hint={shown(figure.low)}
        onInput={(low) => set({ low })}
        keyboard="decimal"
      />
      {range ? (
        <Field
          label={t('editorFigureTo')}
          value={figure.high}
          hint={shown(figure.high)}
          onInput={(high) => set({ high })}
          keyboard="decimal"
        />
      ) : null}
      {unit ? (
        <p class="unit">{inWords(figure, unit)}</p>
      ) : (
        <Field label={t('editorUnit')} value={figure.unit} onInput={(text) => set({ unit: text })} />
      )}
      <Field label={t('editorFigureSaid')} value={figure.said} onInput={(said) => set({ said })} />
      <div class="buttons">
        <button type="button" class="plain" onClick={() => set({ kind: range ? 'one' : 'range' })}>
          {t(range ? 'editorFigureOne' : 'editorFigureRange')}
        </button>
        <button type="button" class="plain" onClick={onRemove}>
          {t('editorFigureRemove')}
        </button>
      </div>
      {error ? (
        <p class="error" role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
