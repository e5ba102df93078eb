/** Taking the page report along: as a file or on the clipboard. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';

export type ExportKind = 'json' | 'markdown' | 'html';
const kinds: readonly ExportKind[] = ['json', 'markdown', 'html'];

export interface ExportProps {
  onExport(kind: ExportKind): void;
  /** Resolves to whether the browser allowed it. */
  onCopy(kind: ExportKind): Promise<boolean>;
}

export function Export({ onExport, onCopy }: ExportProps) {
  const [kind, setKind] = useState<ExportKind>('json');
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div class="export">
      <select
        aria-label={t('popupFormat')}
        value={kind}
        onChange={(event) => {
          setKind(event.currentTarget.value as ExportKind);
          setCopied(null);
        }}
      >
        {kinds.map((name) => (
          <option key={name} value={name}>
            {t(`popupFormat_${name}`)}
          </option>
        ))}
      </select>
      <button type="button" class="quiet" onClick={() => onExport(kind)}>
        {t('popupExport')}
      </button>
      <button type="button" class="quiet" onClick={() => void onCopy(kind).then(setCopied)}>
        {t('popupCopy')}
      </button>
      <span role="status" class="soft">
        {copied === null ? '' : t(copied ? 'popupCopied' : 'cardNotCopied')}
      </span>
    </div>
  );
}
