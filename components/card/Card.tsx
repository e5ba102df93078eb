/** The card: earlier statements on one passage. Props in, events out. */
import { useState } from 'preact/hooks';
import { t, tn } from '../../utils/i18n';
import type { TimelineDot } from '../../utils/messages';
import { CloseIcon, PinIcon } from '../icons';
import { Item, type ItemActions } from './Item';
import { type CardItem, type CardModel, FIRST } from './model';
import { Timeline } from './Timeline';

export interface CardProps extends ItemActions {
  model: CardModel;
  dots: readonly TimelineDot[];
  pinned: boolean;
  /** A line that tells what just happened ("Copied", "Hidden"), with a way back if there is one. */
  notice: { text: string; undo?: () => void } | null;
  onPin(): void;
  onClose(): void;
  onNotAbout(): void;
  onAll(): void;
  onWrong(): void;
}

const stanceKey = { affirms: 'cardAffirms', denies: 'cardDenies', hedges: 'cardHedges' } as const;

function Head({ model, pinned, onPin, onClose }: Pick<CardProps, 'model' | 'pinned' | 'onPin' | 'onClose'>) {
  return (
    <div class="head">
      <div>
        <h2>{t('cardTitle')}</h2>
        {model.claims.map(({ id, claim, stance }) => (
          <p key={id} class="claim">
            <span>{t(stanceKey[stance], model.passage.speaker ?? t('cardReporter'))}</span> {claim}
          </p>
        ))}
        <p class="counts">
          {model.counts.contradicts > 0 ? (
            <span class="contradicts">{tn('cardCountContradict', model.counts.contradicts)}</span>
          ) : null}
          {model.counts.confirms > 0 ? (
            <span class="confirms">{tn('cardCountConfirm', model.counts.confirms)}</span>
          ) : null}
          {model.items.length === 0 ? <span>{t('cardNothing')}</span> : null}
        </p>
      </div>
      <div class="tools">
        <button type="button" aria-pressed={pinned} title={t('cardPin')} aria-label={t('cardPin')} onClick={onPin}>
          <PinIcon />
        </button>
        <button type="button" title={t('cardClose')} aria-label={t('cardClose')} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
    </div>
  );
}

function List({ items, dated, actions }: { items: readonly CardItem[]; dated: boolean; actions: ItemActions }) {
  return (
    <ol class="items">
      {items.map((item) => (
        <Item key={item.statement.id} item={item} dated={dated} actions={actions} />
      ))}
    </ol>
  );
}

export function Card(props: CardProps) {
  const { model, notice } = props;
  const [all, setAll] = useState(false);
  const [related, setRelated] = useState(false);
  const dated = model.published !== null;
  const shown = all ? model.items : model.items.slice(0, FIRST);
  return (
    <div class="card">
      <Head {...props} />
      <section class="scroll" aria-label={t('cardList')}>
        {dated ? null : <p class="undated">{t('cardUndated')}</p>}
        <List items={shown} dated={dated} actions={props} />
        {shown.length < model.items.length ? (
          <button type="button" class="more" onClick={() => setAll(true)}>
            {tn('cardAll', model.items.length)}
          </button>
        ) : null}
        {related ? <List items={model.related} dated={dated} actions={props} /> : null}
        {!related && model.related.length > 0 ? (
          <button type="button" class="more" onClick={() => setRelated(true)}>
            {tn('cardShowRelated', model.related.length)}
          </button>
        ) : null}
        {model.sources.length > 0 ? (
          <>
            <h3>{t('cardSource')}</h3>
            <List items={model.sources} dated={dated} actions={props} />
          </>
        ) : null}
        <Timeline dots={props.dots} published={model.published} />
      </section>
      <div class="notice" role="status">
        {notice ? (
          <>
            {notice.text}
            {notice.undo ? (
              <button type="button" class="plain" onClick={notice.undo}>
                {t('cardUndo')}
              </button>
            ) : null}
          </>
        ) : null}
      </div>
      <div class="actions">
        <button type="button" class="plain" onClick={props.onAll}>
          {t('cardOpenAll')}
        </button>
        <button type="button" class="plain" onClick={props.onNotAbout}>
          {t('cardNotAbout')}
        </button>
        <button type="button" class="plain" onClick={props.onWrong}>
          {t('cardWrong')}
        </button>
      </div>
    </div>
  );
}
