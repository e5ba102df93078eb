/** Search and facets over the statements. */
import { t } from '../../utils/i18n';

export interface FilterValues {
  text?: string;
  speaker?: string;
  proposition?: string;
  stance?: string;
  side?: string;
  from?: string;
  to?: string;
}

export interface Choice {
  value: string;
  label: string;
}

export interface FiltersProps {
  values: FilterValues;
  speakers: readonly Choice[];
  propositions: readonly Choice[];
  sides: readonly Choice[];
  onChange(values: FilterValues): void;
}

function Select({
  name,
  label,
  value,
  choices,
  onChange,
}: {
  name: string;
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  onChange(value: string): void;
}) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('optionsAny')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

const stances = ['affirms', 'denies', 'hedges'] as const;

export function Filters({ values, speakers, propositions, sides, onChange }: FiltersProps) {
  const set = (key: keyof FilterValues) => (value: string) => {
    const { [key]: _, ...rest } = values;
    onChange(value === '' ? rest : { ...rest, [key]: value });
  };
  const any = Object.keys(values).length > 0;
  return (
    <search class="filters">
      <label class="wide">
        <span>{t('optionsSearch')}</span>
        <input
          type="search"
          name="text"
          value={values.text ?? ''}
          onInput={(event) => set('text')(event.currentTarget.value)}
        />
      </label>
      <Select
        name="speaker"
        label={t('optionsSpeaker')}
        value={values.speaker}
        choices={speakers}
        onChange={set('speaker')}
      />
      <Select
        name="proposition"
        label={t('optionsProposition')}
        value={values.proposition}
        choices={propositions}
        onChange={set('proposition')}
      />
      <Select
        name="stance"
        label={t('optionsStance')}
        value={values.stance}
        choices={stances.map((value) => ({ value, label: t(`optionsStance_${value}`) }))}
        onChange={set('stance')}
      />
      <Select name="side" label={t('optionsSide')} value={values.side} choices={sides} onChange={set('side')} />
      <label>
        <span>{t('optionsFrom')}</span>
        <input
          type="date"
          name="from"
          value={values.from ?? ''}
          onInput={(event) => set('from')(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{t('optionsTo')}</span>
        <input
          type="date"
          name="to"
          value={values.to ?? ''}
          onInput={(event) => set('to')(event.currentTarget.value)}
        />
      </label>
      {any ? (
        <button type="button" class="plain" onClick={() => onChange({})}>
          {t('optionsClear')}
        </button>
      ) : null}
    </search>
  );
}
