/** Taking the page report along: as a file or on the clipboard. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { PopMenu } from '../ui/PopMenu';

export type ExportKind = 'json' | 'markdown' | 'html';
/** The one that most readers want first. */
const kinds: readonly ExportKind[] = ['html', 'markdown', 'json'];

export interface ExportProps {
  onExport(kind: ExportKind): void;
  /** Resolves to whether the browser allowed it. */
  onCopy(kind: ExportKind): Promise<boolean>;
}

export function Export({ onExport, onCopy }: ExportProps) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const choices = (id: string, onChoose: (kind: ExportKind) => void) =>
    kinds.map((kind) => ({
      id: `${id}-${kind}`,
      label: t(`popupFormat_${kind}`),
      hint: t(`popupFormatFor_${kind}`),
      onChoose: () => onChoose(kind),
    }));
  return (
    <div class="export">
      <span role="status" class="soft">
        {copied === null ? '' : t(copied ? 'popupCopied' : 'cardNotCopied')}
      </span>
      <PopMenu
        label={t('popupReport')}
        groups={[
          {
            title: t('popupSaveAs'),
            items: choices('save', (kind) => {
              setCopied(null);
              onExport(kind);
            }),
          },
          { title: t('popupCopyAs'), items: choices('copy', (kind) => void onCopy(kind).then(setCopied)) },
        ]}
      />
    </div>
  );
}
