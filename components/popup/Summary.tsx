/** How much is on the page, and the three ways to look at it. */
import { number, shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import { RelationIcon } from '../icons';
import type { PageCounts, RelationFilter } from './model';

export interface SummaryProps {
  counts: PageCounts;
  covered: number;
  published: string | null;
  /** Passages with earlier statements that bear no mark because the page would be too full of them. */
  unmarked: number;
  quiet: boolean;
  chosen: RelationFilter | undefined;
  onChoose(relation: RelationFilter | undefined): void;
  onShowAll(): void;
}

const chips: readonly { kind: RelationFilter; key: string }[] = [
  { kind: 'contradicts', key: 'popupWithContradicting' },
  { kind: 'confirms', key: 'popupWithConfirming' },
  { kind: 'none', key: 'popupWithNone' },
];

export function Summary(props: SummaryProps) {
  const { counts, covered, published, unmarked, quiet, chosen, onChoose } = props;
  return (
    <section class="summary">
      <h2 class="headline">
        {t(published ? 'popupSummary' : 'popupSummaryUndated', tn('popupClaims', counts.all), number(covered))}
      </h2>
      <p class="soft">
        {published ? t('popupDated', shortDay(published)) : t('popupUndated')} {quiet ? t('popupQuietNow') : null}
        {!quiet && unmarked > 0 ? (
          <>
            {tn('popupUnmarked', unmarked)}{' '}
            <button type="button" class="link" onClick={props.onShowAll}>
              {t('popupMarkAll')}
            </button>
          </>
        ) : null}
      </p>
      <div class="chips">
        {chips.map(({ kind, key }) =>
          counts[kind] > 0 ? (
            <button
              key={kind}
              type="button"
              class={`chip ${kind}`}
              aria-pressed={chosen === kind}
              onClick={() => onChoose(chosen === kind ? undefined : kind)}
            >
              {kind === 'none' ? null : <RelationIcon relation={kind} />}
              {tn(key, counts[kind])}
            </button>
          ) : null,
        )}
      </div>
    </section>
  );
}
