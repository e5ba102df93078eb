/** One facet: the values with most statements, all on request, and a field to find one among many. */
import { useState } from 'preact/hooks';
import type { FacetCount } from '../../utils/corpus-service';
import { number, t } from '../../utils/i18n';

export interface ValueFacetProps {
  label: string;
  counts: readonly FacetCount[];
  chosen: readonly string[];
  nameOf(value: string): { name: string; whole?: string };
  onChange(chosen: string[]): void;
}

/** Values shown before "show all", and from how many on there is a field to find one. */
const FEW = 6;
const MANY = 14;
/** More are never listed at once; the field finds the others. */
const MOST = 200;

/** The values to list: those chosen first, then by number; with `find`, those whose name has it, or the text itself. */
export function listed(
  counts: readonly FacetCount[],
  chosen: readonly string[],
  find: string,
  nameOf: ValueFacetProps['nameOf'],
): FacetCount[] {
  const absent = chosen.filter((value) => !counts.some((c) => c.value === value)).map((value) => ({ value, count: 0 }));
  const wanted = find.trim().toLowerCase();
  const fits = ({ value }: FacetCount): boolean =>
    chosen.includes(value) ||
    wanted === '' ||
    `${value} ${nameOf(value).name} ${nameOf(value).whole ?? ''}`.toLowerCase().includes(wanted);
  const first = (c: FacetCount): number => (chosen.includes(c.value) ? 0 : 1);
  return [...absent, ...counts].filter((c) => c.value !== '' && fits(c)).sort((a, b) => first(a) - first(b));
}

/** A name may be cut where it stands: its title has it, and what it stands for. */
const titleOf = ({ name, whole = name }: ReturnType<ValueFacetProps['nameOf']>): string =>
  whole === name ? name : `${name}: ${whole}`;

export function ValueFacet({ label, counts, chosen, nameOf, onChange }: ValueFacetProps) {
  const [all, setAll] = useState(false);
  const [find, setFind] = useState('');
  const values = listed(counts, chosen, all ? find : '', nameOf);
  const shown = values.slice(0, all ? MOST : Math.max(FEW, chosen.length));
  if (counts.length === 0 && chosen.length === 0) return null;
  return (
    <fieldset class="facet">
      <legend>{label}</legend>
      {all && counts.length > MANY ? (
        <input
          type="search"
          aria-label={t('facetFind', label)}
          placeholder={t('facetFindShort')}
          value={find}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
      ) : null}
      <div class={all ? 'values all' : 'values'}>
        {shown.map(({ value, count }) => (
          <label class="value" key={value} title={titleOf(nameOf(value))}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            <span>{nameOf(value).name}</span>
            <small>{number(count)}</small>
          </label>
        ))}
      </div>
      {counts.length > FEW ? (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('facetFewer') : t('facetAll', counts.length)}
        </button>
      ) : null}
    </fieldset>
  );
}
