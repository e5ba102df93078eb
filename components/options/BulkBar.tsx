/** What can be done to the ticked statements. Everything here is one step of the history, so nothing asks twice. */
import type { ExportFormat } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { PopMenu } from '../ui/PopMenu';
import type { ToolbarProps } from './Toolbar';

const formats: readonly ExportFormat[] = ['jsonl', 'csv', 'pack', 'claimreview'];

export function BulkBar({
  ticked,
  ofChanged,
  onBulk,
  onChange,
  onExport,
  onClearTicks,
}: Pick<ToolbarProps, 'ticked' | 'ofChanged' | 'onBulk' | 'onChange' | 'onExport' | 'onClearTicks'>) {
  return (
    <div class="bulk">
      <p role="status">{tn('bulkTicked', ticked)}</p>
      <button type="button" class="plain" onClick={onClearTicks}>
        {t('bulkClear')}
      </button>
      <button type="button" class="quiet" onClick={() => onBulk({ do: 'confirm' })}>
        {t('bulkConfirm')}
      </button>
      <button type="button" class="quiet" onClick={onChange}>
        {t('bulkChange')}
      </button>
      <PopMenu
        label={t('bulkMute')}
        groups={[
          {
            title: t('bulkMuteTitle'),
            items: (['mute', 'unmute'] as const).map((action) => ({
              id: action,
              label: t(`bulkMute_${action}`),
              onChoose: () => onBulk({ do: action }),
            })),
          },
        ]}
      />
      <PopMenu
        label={t('optionsExport')}
        groups={[
          {
            title: tn('bulkTicked', ticked),
            items: formats.map((format) => ({
              id: format,
              label: t(`exportFormat_${format}`),
              onChoose: () => onExport(format),
            })),
          },
        ]}
      />
      {ofChanged ? (
        <button type="button" class="quiet" onClick={() => onBulk({ do: 'yield' })}>
          {t('bulkYield')}
        </button>
      ) : null}
      <button type="button" class="quiet" onClick={() => onBulk({ do: 'delete' })}>
        {t('optionsDelete')}
      </button>
    </div>
  );
}
