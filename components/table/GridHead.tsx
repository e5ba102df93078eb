/** The head of a grid: tick all, and the columns that can be sorted by. */
import { t } from '../../utils/i18n';

export interface Sort {
  by: string;
  down: boolean;
}

export interface HeadProps {
  columns: readonly { id: string; label: string; sorts?: string }[];
  sort: Sort;
  allTicked: boolean | 'some';
  onSort(by: string): void;
  onTickAll(on: boolean): void;
}

const direction = (sort: Sort, by: string | undefined): 'ascending' | 'descending' | 'none' =>
  sort.by !== by ? 'none' : sort.down ? 'descending' : 'ascending';

export function GridHead({ columns, sort, empty, allTicked, onSort, onTickAll }: HeadProps & { empty: boolean }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {empty ? (
          <td class="tick" />
        ) : (
          <th scope="col" class="tick">
            <input
              type="checkbox"
              aria-label={t('tableTickAll')}
              checked={allTicked === true}
              indeterminate={allTicked === 'some'}
              onChange={(event) => onTickAll(event.currentTarget.checked)}
            />
            <span class="tickAll" aria-hidden="true">
              {t('tableTickAll')}
            </span>
          </th>
        )}
        {columns.map(({ id, label, sorts }) => (
          <th key={id} scope="col" class={id} aria-sort={sorts ? direction(sort, sorts) : undefined}>
            {sorts ? (
              <button type="button" onClick={() => onSort(sorts)}>
                {label} <span class="arrow" aria-hidden="true" />
              </button>
            ) : (
              label
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
