/** "10 months earlier"; a press tells the full day. On an undated page the day alone, for nothing can be called earlier. */
import { useId, useState } from 'preact/hooks';
import { earlierBy, longDay } from '../../utils/dates';
import { t } from '../../utils/i18n';
import type { CardItem } from './model';

/** What is known of a statement's day and place, in one line. */
function dayOf({ statement }: CardItem): string {
  const { date, dateBasis, place, source } = statement;
  const day = t(dateBasis === 'published' ? 'cardDatePublished' : 'cardDateSaid', longDay(date));
  const where = place ? t('cardPlace', day, place) : day;
  const { published } = source;
  return published && published !== date ? t('cardSourcePublished', where, longDay(published)) : where;
}

/** `parts`: ids of the parts of the statement that describe the button, with the day. */
export function When({ item, dated, parts }: { item: CardItem; dated: boolean; parts: readonly string[] }) {
  const [full, setFull] = useState(false);
  const id = useId();
  const { date } = item.statement;
  if (!dated)
    return (
      <span class="when">
        <time dateTime={date}>{dayOf(item)}</time>
      </span>
    );
  return (
    <>
      <button
        type="button"
        class="when plain"
        aria-expanded={full}
        aria-controls={id}
        aria-describedby={(full ? parts : [...parts, id]).join(' ')}
        title={full ? undefined : dayOf(item)}
        onClick={() => setFull(!full)}
      >
        <time dateTime={date}>{earlierBy(item.evidence.daysEarlier)}</time>
      </button>
      <p class="day" id={id} hidden={!full}>
        {dayOf(item)}
      </p>
    </>
  );
}
