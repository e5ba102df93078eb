/** One earlier statement in the card. */
import { t, tn, uiLanguage } from '../../utils/i18n';
import { linkTo } from '../../utils/links';
import { RelationIcon } from '../icons';
import { type CardItem, spanOf } from './model';

const relationKey = {
  contradicts: 'cardContradicts',
  confirms: 'cardConfirms',
  related: 'cardRelated',
  same: 'cardSame',
} as const;
const spanKey = { year: 'cardYears', month: 'cardMonths', week: 'cardWeeks', day: 'cardDays' } as const;

const longDay = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString(uiLanguage(), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });

/** "10 months earlier" with the day beside it; on an undated page the day alone, for nothing can be called earlier. */
function When({ item, dated }: { item: CardItem; dated: boolean }) {
  const { date, dateBasis } = item.statement;
  const { count, unit } = spanOf(item.evidence.daysEarlier);
  return (
    <time dateTime={date} title={t(dateBasis === 'published' ? 'cardDatePublished' : 'cardDateSaid', longDay(date))}>
      {dated ? `${tn(spanKey[unit], count)} · ${longDay(date)}` : longDay(date)}
    </time>
  );
}

export interface ItemActions {
  onCopy(item: CardItem): void;
  onMute(item: CardItem): void;
}

export function Item({ item, dated, actions }: { item: CardItem; dated: boolean; actions: ItemActions }) {
  const { statement, evidence } = item;
  const who = [statement.role, statement.side].filter(Boolean).join(' · ');
  return (
    <li class={`item ${evidence.relation}`} data-statement={statement.id} data-relation={evidence.relation}>
      <div class="top">
        <span class="relation">
          <RelationIcon relation={evidence.relation} />
          {t(relationKey[evidence.relation])}
        </span>
        {item.reversal ? <span class="tag">{t('cardReversal')}</span> : null}
        {item.machine ? <span class="tag">{t('cardMachine')}</span> : null}
        <When item={item} dated={dated} />
      </div>
      <p class="speaker">
        <b>{statement.speaker}</b>
        {who ? <span> {who}</span> : null}
      </p>
      {statement.quote ? <blockquote>“{statement.quote}”</blockquote> : null}
      {statement.gist ? <p class={statement.quote ? 'gist beside' : 'gist'}>{statement.gist}</p> : null}
      <p class="reason">{evidence.reason}</p>
      <div class="foot">
        <a href={linkTo(statement)} target="_blank" rel="noopener noreferrer">
          {statement.source.publisher || new URL(statement.source.url).hostname}
        </a>
        <span>
          <button type="button" class="plain" onClick={() => actions.onCopy(item)}>
            {t('cardCopy')}
          </button>
          <button type="button" class="plain" onClick={() => actions.onMute(item)}>
            {t('cardNeverMatch')}
          </button>
        </span>
      </div>
    </li>
  );
}
