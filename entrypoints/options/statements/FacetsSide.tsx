/** Beside the table: the facets of the query in force. */
import { Facets } from '../../../components/options/Facets';
import { t } from '../../../utils/i18n';
import { queryOf } from '../query';
import { address } from '../route';
import { claimOf, labelOf, packTitle } from '../state';
import { facets } from './facets';
import { setQuery } from './set-query';

export function FacetsSide({ open }: { open: boolean }) {
  return (
    <aside class={open ? 'facets open' : 'facets'} aria-label={t('facetsTitle')}>
      <Facets
        query={queryOf(address.value.params)}
        facets={facets.value}
        nameOf={(field, value) =>
          field === 'proposition'
            ? { name: labelOf(value), whole: claimOf(value) }
            : { name: field === 'pack' ? packTitle(value) : value }
        }
        onChange={(next) => setQuery(next)}
      />
    </aside>
  );
}
