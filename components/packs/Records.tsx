/** Records that a file or an update would add, change and remove, each kind folded away. */
import type { ComponentChildren } from 'preact';
import type { PackRecords } from '../../utils/corpus-service';
import { tn } from '../../utils/i18n';
import type { Statement } from '../../utils/types';
import { brief, Differences } from './Differences';

interface PartProps<T> {
  title: string;
  items: readonly T[];
  total: number;
  keyOf(item: T): string;
  show(item: T): ComponentChildren;
}

/** One kind; nothing where there is none. */
export function Part<T>({ title, items, total, keyOf, show }: PartProps<T>) {
  if (total === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="samples">
        {items.map((item) => (
          <li key={keyOf(item)}>{show(item)}</li>
        ))}
        {total > items.length ? <li class="hint">{tn('importMoreRows', total - items.length)}</li> : null}
      </ul>
    </details>
  );
}

const idOf = (s: Statement): string => s.id;

export interface RecordsProps {
  records: Omit<PackRecords, 'conflicts'>;
  counts: { added: number; changed: number; removed: number };
  claimOf(id: string): string;
}

export function Records({ records, counts, claimOf }: RecordsProps) {
  const { added, changed, removed } = records;
  return (
    <>
      <Part title={tn('importAdded', counts.added)} items={added} total={counts.added} keyOf={idOf} show={brief} />
      <Part
        title={tn('importChanged', counts.changed)}
        items={changed}
        total={counts.changed}
        keyOf={({ after }) => after.id}
        show={(pair) => (
          <>
            {brief(pair.after)}
            <Differences {...pair} claimOf={claimOf} />
          </>
        )}
      />
      <Part
        title={tn('changesRemoved', counts.removed)}
        items={removed}
        total={counts.removed}
        keyOf={idOf}
        show={brief}
      />
    </>
  );
}
