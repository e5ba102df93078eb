/** The date range: two days, and the years as bars to choose from. */
import type { FacetCount } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';

export interface DateFacetProps {
  years: readonly FacetCount[];
  from: string | undefined;
  to: string | undefined;
  onChange(from: string | undefined, to: string | undefined): void;
}

/** Years shown as bars; of a longer time the last ones. */
const MOST = 7;
const day = (text: string): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);

export function DateFacet({ years, from, to, onChange }: DateFacetProps) {
  const shown = years.slice(-MOST);
  const most = Math.max(1, ...shown.map((y) => y.count));
  const inside = (year: string): boolean => (!from || `${year}-12-31` >= from) && (!to || `${year}-01-01` <= to);
  const only = (year: string): boolean => from === `${year}-01-01` && to === `${year}-12-31`;
  return (
    <fieldset class="facet dates">
      <legend>{t('optionsDate')}</legend>
      <div class="ends">
        <label>
          <span>{t('optionsFrom')}</span>
          <input
            type="date"
            value={from ?? ''}
            max={to}
            onChange={(event) => onChange(day(event.currentTarget.value), to)}
          />
        </label>
        <label>
          <span>{t('optionsTo')}</span>
          <input
            type="date"
            value={to ?? ''}
            min={from}
            onChange={(event) => onChange(from, day(event.currentTarget.value))}
          />
        </label>
      </div>
      {shown.length > 1 ? (
        <div class="years">
          {shown.map(({ value, count }) => (
            <button
              key={value}
              type="button"
              class={inside(value) ? 'inside' : undefined}
              aria-pressed={only(value)}
              title={tn('facetYear', count, value)}
              aria-label={tn('facetYear', count, value)}
              onClick={() =>
                only(value) ? onChange(undefined, undefined) : onChange(`${value}-01-01`, `${value}-12-31`)
              }
            >
              <span class="bar" style={{ blockSize: `${Math.max(2, (count / most) * 36)}px` }} />
              <span class="year">{value}</span>
            </button>
          ))}
        </div>
      ) : null}
    </fieldset>
  );
}
