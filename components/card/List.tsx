/** The card's statements: five first, the rest, what settings leave out and what is only related on request. */
import { useState } from 'preact/hooks';
import { t, tn } from '../../utils/i18n';
import { Item, type ItemActions } from './Item';
import { type CardItem, type CardModel, FIRST } from './model';

interface Common {
  dated: boolean;
  actions: ItemActions;
}

function Items({ items, dated, actions }: Common & { items: readonly CardItem[] }) {
  return (
    <ol class="items">
      {items.map((item) => (
        <Item key={item.statement.id} item={item} dated={dated} actions={actions} />
      ))}
    </ol>
  );
}

/** Items behind a button that names their number. */
function OnRequest({ items, label, open, ...common }: Common & { items: CardItem[]; label: string; open?: boolean }) {
  const [shown, setShown] = useState(open === true);
  if (items.length === 0) return null;
  if (shown) return <Items items={items} {...common} />;
  return (
    <button type="button" class="more" onClick={() => setShown(true)}>
      {label}
    </button>
  );
}

export function List({
  model,
  showRelated,
  actions,
}: {
  model: CardModel;
  showRelated: boolean;
  actions: ItemActions;
}) {
  const common = { dated: model.published !== null, actions };
  const { items, left, related, sources } = model;
  return (
    <>
      {common.dated ? null : <p class="undated">{t('cardUndated')}</p>}
      <Items items={items.slice(0, FIRST)} {...common} />
      <OnRequest items={items.slice(FIRST)} label={tn('cardAll', items.length)} {...common} />
      {(['contradicts', 'confirms'] as const).map((relation) => (
        <OnRequest
          key={relation}
          items={left[relation]}
          label={tn(relation === 'contradicts' ? 'cardLeftContradict' : 'cardLeftConfirm', left[relation].length)}
          {...common}
        />
      ))}
      <OnRequest items={related} label={tn('cardShowRelated', related.length)} open={showRelated} {...common} />
      {sources.length > 0 ? <Items items={sources} {...common} /> : null}
      {[...items, ...related, ...sources].some((item) => item.machine) ? (
        <p class="aside">{t('cardMachineNote')}</p>
      ) : null}
    </>
  );
}
