/** Files out of the corpus: everything, what a filter shows, or a pack, in each format; and the full backup. */
import type { MenuGroup } from '../../components/ui/PopMenu';
import type { ExportedBlob, ExportFormat, Selection } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { loadSettings } from '../background/settings';
import { isNarrow, queryOf } from './query';
import { address, goTo } from './route';
import { corpus, tell, tellFault } from './state';

const formats: readonly ExportFormat[] = ['jsonl', 'csv', 'pack', 'pack.gz', 'claimreview'];

/** Hands a file to the reader's downloads. */
export function saveFile({ name, blob }: Pick<ExportedBlob, 'name' | 'blob'>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Exports a selection and says how many statements the file holds. */
export async function exportTo(format: ExportFormat, selection: Selection): Promise<void> {
  tell(t('exportRunning'));
  const made = await corpus.export(format, selection, {
    onProgress: ({ done }) => tell(tn('exportProgress', done)),
  });
  if (!made.ok) return tellFault(made.fault);
  saveFile(made.value);
  tell(tn('exportDone', made.value.count));
}

/** A backup of everything, settings included. */
export async function backUp(): Promise<void> {
  tell(t('exportRunning'));
  const made = await corpus.backup(await loadSettings());
  if (!made.ok) return tellFault(made.fault);
  saveFile(made.value);
  tell(t('backupDone'));
}

const group = (title: string, key: string, selection: Selection): MenuGroup => ({
  title,
  items: formats.map((format) => ({
    id: `${key}-${format}`,
    label: t(`exportFormat_${format.replace('.', '_')}`),
    ...(format === 'pack' ? { hint: t('exportPackHint') } : {}),
    onChoose: () => void exportTo(format, selection),
  })),
});

/** The export menu as it stands now: the filter has its own part when it narrows the list. */
export function exportMenu(): MenuGroup[] {
  const { view, params } = address.value;
  const query = queryOf(params);
  const shown = view === 'statements' && isNarrow(query);
  return [
    ...(shown ? [group(t('exportShown'), 'shown', { query })] : []),
    group(t('exportAll'), 'all', { query: {} }),
    {
      title: t('backupTitle'),
      items: [
        { id: 'backup', label: t('backupMake'), hint: t('backupHint'), onChoose: () => void backUp() },
        { id: 'restore', label: t('backupRestore'), onChoose: () => goTo('storage') },
      ],
    },
  ];
}
