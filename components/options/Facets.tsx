/** The facets: which values there are, how many statements each would show, and which are chosen. */
import type { Facets as Counts, FacetCount, Query } from '../../utils/corpus-service';
import { number, t } from '../../utils/i18n';
import { DateFacet } from './DateFacet';
import { ValueFacet } from './ValueFacet';

export type ValueField = 'speaker' | 'side' | 'proposition' | 'publisher' | 'pack' | 'stance';

export interface FacetsProps {
  query: Query;
  /** Null until counted. */
  facets: Counts | null;
  /** They could not be counted. */
  failed: boolean;
  /** A short name for a value, and the whole of it where that is longer. */
  nameOf(field: ValueField, value: string): { name: string; whole?: string };
  onChange(query: Query): void;
}

/** A query with a field set anew; nothing chosen takes the field out. */
export function withField<K extends keyof Query>(query: Query, field: K, value: Query[K] | undefined): Query {
  const { [field]: _, ...rest } = query;
  const empty = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  return empty ? rest : { ...rest, [field]: value };
}

const stances = ['affirms', 'denies', 'hedges'] as const;

/** All stances, also those that nothing has. */
const allStances = (counts: readonly FacetCount[]): FacetCount[] =>
  stances.map((value) => ({ value, count: counts.find((c) => c.value === value)?.count ?? 0 }));

function Flag({
  label,
  count,
  on,
  onChange,
}: {
  label: string;
  count: number;
  on: boolean;
  onChange(on: boolean): void;
}) {
  return (
    <label class="value">
      <input
        type="checkbox"
        checked={on}
        disabled={count === 0 && !on}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
      <small>{number(count)}</small>
    </label>
  );
}

export function Facets({ query, facets, failed, nameOf, onChange }: FacetsProps) {
  if (!facets) return failed ? null : <p class="hint">{t('toolbarCounting')}</p>;
  const value = (field: Exclude<ValueField, 'stance'>, label: string) => (
    <ValueFacet
      label={label}
      counts={facets[field]}
      chosen={query[field] ?? []}
      nameOf={(one) => nameOf(field, one)}
      onChange={(chosen) => onChange(withField(query, field, chosen))}
    />
  );
  const own = (which: 'added' | 'changed', on: boolean): void =>
    onChange(withField(query, 'own', on ? [...(query.own ?? []), which] : query.own?.filter((one) => one !== which)));
  return (
    <>
      {value('speaker', t('optionsSpeaker'))}
      {value('proposition', t('optionsProposition'))}
      <ValueFacet
        label={t('optionsStance')}
        counts={allStances(facets.stance)}
        chosen={query.stance ?? []}
        nameOf={(one) => ({ name: t(`optionsStance_${one}`) })}
        onChange={(chosen) => onChange(withField(query, 'stance', chosen as NonNullable<Query['stance']>))}
      />
      <DateFacet
        years={facets.year}
        from={query.from}
        to={query.to}
        onChange={(from, to) => onChange(withField(withField(query, 'from', from), 'to', to))}
      />
      {value('side', t('optionsSide'))}
      {value('publisher', t('editorSource'))}
      {value('pack', t('optionsPack'))}
      <fieldset class="facet">
        <legend>{t('facetKind')}</legend>
        <Flag
          label={t('cardMachine')}
          count={facets.machine}
          on={query.machine === true}
          onChange={(on) => onChange(withField(query, 'machine', on || undefined))}
        />
        <Flag
          label={t('facetAdded')}
          count={facets.added}
          on={query.own?.includes('added') ?? false}
          onChange={(on) => own('added', on)}
        />
        <Flag
          label={t('facetChanged')}
          count={facets.changed}
          on={query.own?.includes('changed') ?? false}
          onChange={(on) => own('changed', on)}
        />
        <Flag
          label={t('facetMuted')}
          count={facets.muted}
          on={query.muted === true}
          onChange={(on) => onChange(withField(query, 'muted', on || undefined))}
        />
      </fieldset>
    </>
  );
}
