/** Beside the table: the facets of the query in force. */
import { useEffect, useRef } from 'preact/hooks';
import { Facets, type ValueField } from '../../../components/options/Facets';
import { t } from '../../../utils/i18n';
import { queryOf } from '../query';
import { address } from '../route';
import { claimOf, labelOf, nameOf, packTitle, sideOf, storeFault } from '../state';
import { facets } from './facets';
import { setQuery } from './set-query';

/** What values are called that lists have under another name. */
const names: Partial<Record<ValueField, (value: string) => string>> = {
  speaker: nameOf,
  pack: packTitle,
  side: sideOf,
};

export function FacetsSide({ open }: { open: boolean }) {
  const side = useRef<HTMLElement>(null);
  // Where they are opened with a button, they stand below the table: who works by key goes on in them.
  useEffect(() => {
    if (open) side.current?.focus({ preventScroll: true });
  }, [open]);
  return (
    <aside ref={side} tabIndex={-1} class={open ? 'facets open' : 'facets'} aria-label={t('facetsTitle')}>
      <Facets
        query={queryOf(address.value.params)}
        facets={facets.value}
        failed={storeFault.value !== null}
        nameOf={(field, value) =>
          field === 'proposition'
            ? { name: labelOf(value), whole: claimOf(value) }
            : { name: names[field]?.(value) ?? value }
        }
        onChange={(next) => setQuery(next)}
      />
    </aside>
  );
}
