/** The dialog that changes all ticked statements at once, with what the corpus knows to choose from. */
import { useEffect } from 'preact/hooks';
import { BulkChange } from '../../../components/options/BulkChange';
import { actionFaults } from '../../../utils/corpus/check-action';
import type { BulkAction } from '../../../utils/corpus-service';
import { propositions } from '../state';
import type { ViewProps } from '../views';
import { bulk } from './bulk';
import { inForm } from './edited';
import { people, readPeople } from './people';

function errorOf(action: BulkAction): string | null {
  const [fault] = actionFaults(action);
  return fault ? inForm(fault) : null;
}

/** Names, roles and sides are those of the people in the corpus; places are too many to choose from. */
function choicesOf(field: 'speaker' | 'role' | 'side' | 'place'): string[] {
  if (field === 'place') return [];
  const values = people.value.map((person) => (field === 'speaker' ? person.name : person[field]));
  return [...new Set(values.filter(Boolean))].sort();
}

export function ChangeTicked({ db, ticked, onClose }: ViewProps & { ticked: number; onClose(): void }) {
  useEffect(() => void readPeople(db), [db]);
  return (
    <BulkChange
      ticked={ticked}
      propositions={propositions.value}
      choicesOf={choicesOf}
      errorOf={errorOf}
      onBulk={(action) => {
        onClose();
        void bulk(action);
      }}
      onClose={onClose}
    />
  );
}
