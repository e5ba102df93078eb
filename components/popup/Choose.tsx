/** Narrowing the list to a speaker or a proposition; only where there is something to choose from. */
import { number } from '../../utils/dates';
import { t } from '../../utils/i18n';
import type { FilterChoice, LineFilter } from './model';

interface SelectProps {
  label: string;
  all: string;
  value: string | undefined;
  choices: readonly FilterChoice[];
  onChange(value: string | undefined): void;
}

/** A speaker may be "" (unnamed), so "all" has a value that no name can have. */
const ALL = '\u0000';

function Select({ label, all, value, choices, onChange }: SelectProps) {
  if (choices.length < 2) return null;
  return (
    <select
      aria-label={label}
      value={value ?? ALL}
      onChange={(event) => onChange(event.currentTarget.value === ALL ? undefined : event.currentTarget.value)}
    >
      <option value={ALL}>{all}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {`${choice.name} (${number(choice.count)})`}
        </option>
      ))}
    </select>
  );
}

export interface ChooseProps {
  filter: LineFilter;
  speakers: readonly FilterChoice[];
  propositions: readonly FilterChoice[];
  onChange(filter: LineFilter): void;
}

export function Choose({ filter, speakers, propositions, onChange }: ChooseProps) {
  if (speakers.length < 2 && propositions.length < 2) return null;
  const set = (key: 'speaker' | 'proposition') => (value: string | undefined) => {
    const { [key]: _, ...rest } = filter;
    onChange(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <search class="choose">
      <Select
        label={t('optionsSpeaker')}
        all={t('popupAllSpeakers')}
        value={filter.speaker}
        choices={speakers}
        onChange={set('speaker')}
      />
      <Select
        label={t('optionsProposition')}
        all={t('popupAllPropositions')}
        value={filter.proposition}
        choices={propositions}
        onChange={set('proposition')}
      />
    </search>
  );
}
