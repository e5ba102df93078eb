/** Above the table: search, order, how many there are; and while rows are ticked, what can be done to them. */
import type { BulkAction, ExportFormat } from '../../utils/corpus-service';
import { number, t, tn } from '../../utils/i18n';
import { BulkBar } from './BulkBar';

export interface ToolbarProps {
  text: string;
  /** Null until known. */
  total: number | null;
  /** It could not be counted. */
  failed: boolean;
  /** False while `total` is an estimate. */
  known: boolean;
  /** How much of the list is there, 0 to 1; null: all. */
  filling: number | null;
  narrow: boolean;
  /** Facets in force, and whether they are shown where there is no room beside the table. */
  filters: number;
  filtersOpen: boolean;
  order: { by: string; down: boolean };
  ticked: number;
  /** The filter lets through what the reader changed of packs. */
  ofChanged: boolean;
  onText(text: string): void;
  onOrder(by: string, down: boolean): void;
  onFilters(): void;
  onClear(): void;
  onClearTicks(): void;
  onBulk(action: BulkAction): void;
  /** Asks for one change of all that are ticked. */
  onChange(): void;
  onExport(format: ExportFormat): void;
}

const orders = ['date', '-date', 'speaker', 'side', 'publisher', 'relevance'] as const;

export function Toolbar(props: ToolbarProps) {
  const { text, total, known, filling, narrow, order, ticked } = props;
  const chosen = `${order.down && order.by === 'date' ? '-' : ''}${order.by}`;
  return (
    <search class="toolbar">
      <input
        type="search"
        aria-label={t('optionsSearch')}
        placeholder={t('toolbarPlaceholder')}
        value={text}
        onInput={(event) => props.onText(event.currentTarget.value)}
      />
      <button type="button" class="quiet filtersButton" aria-expanded={props.filtersOpen} onClick={props.onFilters}>
        {props.filters > 0 ? t('toolbarFilters', props.filters) : t('toolbarFiltersNone')}
      </button>
      <label class="order">
        <span>{t('toolbarOrder')}</span>
        <select
          value={chosen}
          onChange={(event) => {
            const value = event.currentTarget.value;
            props.onOrder(value.replace('-', ''), value.startsWith('-') || value === 'relevance');
          }}
        >
          {orders.map((by) => (
            <option key={by} value={by} disabled={by === 'relevance' && text.trim() === ''}>
              {t(`toolbarOrder_${by.replace('-', 'down_')}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="count" role="status">
        {total === null
          ? props.failed
            ? ''
            : t('toolbarCounting')
          : tn(known ? 'toolbarCount' : 'toolbarAbout', total)}
        {filling === null ? null : ` · ${t('toolbarFilling', number(Math.floor(filling * 100)))}`}
      </p>
      {narrow ? (
        <button type="button" class="plain" onClick={props.onClear}>
          {t('optionsClear')}
        </button>
      ) : null}
      {ticked > 0 ? <BulkBar {...props} /> : null}
    </search>
  );
}
