/** Statements: facets, the table, and beside it the record that is open. */
import { untracked, useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Toolbar } from '../../../components/options/Toolbar';
import { StatementTable } from '../../../components/table/StatementTable';
import { isTicked, tickedOf } from '../../../components/table/selection';
import type { Query } from '../../../utils/corpus-service';
import { t } from '../../../utils/i18n';
import { exportTo } from '../exporting';
import { isNarrow, queryOf } from '../query';
import { address, change } from '../route';
import { claimOf, filling, labelOf, nameOf, roleOf, storeFault, version } from '../state';
import type { ViewProps } from '../views';
import { bulk, endTicks, onTick, selected, tickAll, ticks } from './bulk';
import { ChangeTicked } from './ChangeTicked';
import { DraftsStrip } from './DraftsStrip';
import { FacetsSide } from './FacetsSide';
import { askFacets } from './facets';
import { Pane } from './Pane';
import { keepPlace, placeKept } from './place';
import { ask, list, rowAt, show } from './rows';
import { setQuery } from './set-query';

/** The order in force: as asked for, or the service's own. */
function orderOf(query: Query): { by: string; down: boolean } {
  const by = query.sort ?? (query.text ? 'relevance' : 'date');
  return { by, down: query.descending ?? (by === 'date' || by === 'relevance') };
}

interface ListSideProps extends ViewProps {
  filtersOpen: boolean;
  onFilters(): void;
}

/** The table with what stands above it. Apart from the facets, so that rows which come in draw nothing else anew. */
function ListSide({ db, filtersOpen, onFilters }: ListSideProps) {
  const { params } = address.value;
  const [changing, setChanging] = useState(false);
  const query = queryOf(params);
  const asked = JSON.stringify(query);
  const { total, known, of } = list.value;
  const failed = storeFault.value !== null;
  const order = orderOf(query);
  const ticked = tickedOf(ticks.value, total);
  const sortBy = (by: string): void => {
    const down = order.by === by ? !order.down : by === 'date' || by === 'relevance';
    setQuery({ ...query, sort: by as NonNullable<Query['sort']>, descending: down });
  };
  return (
    <section class="list" aria-label={t('optionsTab_statements')}>
      <Toolbar
        text={params.get('text') ?? ''}
        total={of === null ? null : total}
        failed={failed}
        known={known}
        filling={filling.value}
        narrow={isNarrow(query)}
        filters={Object.keys(query).filter((key) => !['text', 'sort', 'descending'].includes(key)).length}
        filtersOpen={filtersOpen}
        order={order}
        ticked={ticked}
        ofChanged={query.own?.includes('changed') ?? false}
        onText={(text) => setQuery(query, text)}
        onOrder={(by, down) => setQuery({ ...query, sort: by as NonNullable<Query['sort']>, descending: down })}
        onFilters={onFilters}
        onClear={() => setQuery({}, '')}
        onClearTicks={endTicks}
        onBulk={(action) => void bulk(action)}
        onChange={() => setChanging(true)}
        onExport={(format) => void selected().then((some) => some && exportTo(format, some))}
      />
      <DraftsStrip />
      <StatementTable
        total={total}
        known={known}
        busy={of !== asked}
        waiting={of === null && !failed}
        narrow={isNarrow(query)}
        order={order}
        epoch={asked}
        open={params.get('id')}
        claimOf={claimOf}
        nameOf={nameOf}
        roleOf={roleOf}
        labelOf={labelOf}
        rowAt={rowAt}
        isTicked={(row) => isTicked(ticks.value, row.id)}
        allTicked={ticked === 0 ? false : ticked >= total ? true : 'some'}
        onTick={(from, to, on) => void onTick(from, to, on)}
        onTickAll={tickAll}
        onSort={sortBy}
        start={placeKept()}
        onView={show}
        onPlace={keepPlace}
        onOpen={(row) => change({ id: row.id, edit: null }, true)}
        onDelete={(row) => void bulk({ do: 'delete' }, ticked > 0 ? undefined : { ids: [row.id] })}
      />
      {changing && ticked > 0 ? <ChangeTicked db={db} ticked={ticked} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

export function StatementsView({ db }: ViewProps) {
  const { params } = address.value;
  const [filtersOpen, setFiltersOpen] = useState(false);
  // A changed record asks again for the same rows; another query begins anew.
  useSignalEffect(() => {
    void version.value;
    const next = queryOf(address.value.params);
    // What asking looks at is no reason to ask again.
    untracked(() => {
      ask(next);
      askFacets(next);
    });
  });
  return (
    <div class={params.get('id') ? 'workbench split' : 'workbench'}>
      <FacetsSide open={filtersOpen} />
      <ListSide db={db} filtersOpen={filtersOpen} onFilters={() => setFiltersOpen(!filtersOpen)} />
      <Pane db={db} query={queryOf(params)} />
    </div>
  );
}
