/** "10 months earlier"; a press tells the full day. On an undated page the day alone, for nothing can be called earlier. */
import { useId, useState } from 'preact/hooks';
import { longDay, spanOf } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import type { CardItem } from './model';

const spanKey = { year: 'cardYears', month: 'cardMonths', week: 'cardWeeks', day: 'cardDays' } as const;

/** What is known of a statement's day and place, in one line. */
function dayOf({ statement }: CardItem): string {
  const { date, dateBasis, place, source } = statement;
  const day = t(dateBasis === 'published' ? 'cardDatePublished' : 'cardDateSaid', longDay(date));
  const where = place ? t('cardPlace', day, place) : day;
  const { published } = source;
  return published && published !== date ? t('cardSourcePublished', where, longDay(published)) : where;
}

export function When({ item, dated }: { item: CardItem; dated: boolean }) {
  const [full, setFull] = useState(false);
  const id = useId();
  const { date } = item.statement;
  if (!dated)
    return (
      <span class="when">
        <time dateTime={date}>{dayOf(item)}</time>
      </span>
    );
  const { count, unit } = spanOf(item.evidence.daysEarlier);
  return (
    <>
      <button
        type="button"
        class="when plain"
        aria-expanded={full}
        aria-controls={id}
        title={full ? undefined : dayOf(item)}
        onClick={() => setFull(!full)}
      >
        <time dateTime={date}>{tn(spanKey[unit], count)}</time>
      </button>
      <p class="day" id={id} hidden={!full}>
        {dayOf(item)}
      </p>
    </>
  );
}
