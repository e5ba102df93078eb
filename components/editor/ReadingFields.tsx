/** The readings of a record: which claim, which stance, which figure; the engine's are confirmed or corrected here. */
import { t } from '../../utils/i18n';
import type { Proposition, Stance } from '../../utils/types';
import type { FigureDraft, ReadingDraft } from './draft';
import { FigureFields } from './FigureFields';

export interface ReadingFieldsProps {
  readings: readonly ReadingDraft[];
  propositions: readonly Proposition[];
  /** What is wrong, by field name (`readings[0].figure`). */
  errorOf(field: string): string | undefined;
  onChange(readings: ReadingDraft[]): void;
}

const stances: readonly Stance[] = ['affirms', 'denies', 'hedges'];

/** Letters of a claim from which on its field on a phone may be too narrow for it: it stands below once more. */
const LONG = 34;

export const freshFigure = (unit = ''): FigureDraft => ({ kind: 'one', low: '', high: '', said: '', unit });

/** A reading of another claim: its figure is in that claim's unit, which is the one that is shown. */
export function withClaim(reading: ReadingDraft, to: Proposition | undefined, proposition: string): ReadingDraft {
  const unit = to?.figure?.unit;
  const figure = reading.figure && unit ? { ...reading.figure, unit } : reading.figure;
  return { ...reading, machine: false, proposition, figure };
}

function ReadingRow({
  reading,
  propositions,
  number,
  errorOf,
  onChange,
  onRemove,
}: Pick<ReadingFieldsProps, 'propositions' | 'errorOf'> & {
  reading: ReadingDraft;
  number: number;
  onChange(reading: ReadingDraft): void;
  onRemove(): void;
}) {
  const claim = propositions.find((p) => p.id === reading.proposition);
  const field = `readings[${number}]`;
  const error = errorOf(field) ?? errorOf(`${field}.proposition`) ?? errorOf(`${field}.stance`);
  // Whoever changes a reading has read the words: it is no longer the engine's alone.
  const set = (change: Partial<ReadingDraft>): void => onChange({ ...reading, machine: false, ...change });
  const unit = claim?.figure?.unit;
  return (
    <li class={reading.machine ? 'reading machine' : 'reading'}>
      <select
        aria-label={t('optionsStance')}
        value={reading.stance}
        onChange={(event) => set({ stance: event.currentTarget.value as Stance })}
      >
        {stances.map((stance) => (
          <option key={stance} value={stance}>
            {t(`optionsStance_${stance}`)}
          </option>
        ))}
      </select>
      <button type="button" class="plain" aria-label={t('editorReadingRemove')} onClick={onRemove}>
        {t('editorRemove')}
      </button>
      <select
        class="claim"
        aria-label={t('optionsProposition')}
        title={claim?.claim}
        value={reading.proposition}
        onChange={(event) => {
          const to = propositions.find((p) => p.id === event.currentTarget.value);
          onChange(withClaim(reading, to, event.currentTarget.value));
        }}
      >
        {claim ? null : <option value={reading.proposition}>{reading.proposition || t('editorChooseClaim')}</option>}
        {propositions.map((p) => (
          <option key={p.id} value={p.id}>
            {p.claim}
          </option>
        ))}
      </select>
      {claim && claim.claim.length > LONG ? (
        <p class="hint whole" aria-hidden="true">
          {claim.claim}
        </p>
      ) : null}
      {reading.machine ? (
        <p class="hint tag">
          {t('cardMachine')}{' '}
          <button type="button" class="quiet" onClick={() => set({})}>
            {t('editorConfirm')}
          </button>
        </p>
      ) : null}
      {reading.figure ? (
        <FigureFields
          figure={reading.figure}
          unit={unit}
          error={errorOf(`${field}.figure`)}
          onChange={(figure) => set({ figure })}
          onRemove={() => set({ figure: null })}
        />
      ) : unit ? (
        <button type="button" class="plain add" onClick={() => set({ figure: freshFigure(unit) })}>
          {t('editorFigureAdd', unit)}
        </button>
      ) : null}
      {error ? (
        <p class="error" role="alert">
          {error}
        </p>
      ) : null}
    </li>
  );
}

export function ReadingFields({ readings, propositions, errorOf, onChange }: ReadingFieldsProps) {
  const add: ReadingDraft = { proposition: '', stance: 'affirms', figure: null, machine: false };
  return (
    <>
      <ul class="editReadings">
        {readings.map((reading, i) => (
          <ReadingRow
            key={i}
            reading={reading}
            number={i}
            propositions={propositions}
            errorOf={errorOf}
            onChange={(next) => onChange(readings.with(i, next))}
            onRemove={() => onChange(readings.toSpliced(i, 1))}
          />
        ))}
      </ul>
      <button type="button" class="quiet" onClick={() => onChange([...readings, add])}>
        {t('editorReadingAdd')}
      </button>
    </>
  );
}
