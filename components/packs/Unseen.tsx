/** Conflicts of an update that came by itself, and the reader's word on them. */
import { useState } from 'preact/hooks';
import type { Choice } from '../../utils/corpus-service';
import { t } from '../../utils/i18n';
import type { UnseenConflicts } from '../../utils/subscriptions/types';
import { Modal } from '../ui/Modal';
import { Conflicts, keepMine } from './Conflicts';

export interface UnseenProps {
  unseen: UnseenConflicts;
  claimOf(id: string): string;
  onSettle(choice: Choice): void;
  onClose(): void;
}

export function Unseen({ unseen, claimOf, onSettle, onClose }: UnseenProps) {
  const [choice, setChoice] = useState(keepMine);
  return (
    <Modal
      class="changes"
      titleId="unseen-title"
      title={t('conflictsTitle', unseen.title, unseen.version)}
      onClose={onClose}
    >
      <div class="body">
        <Conflicts
          conflicts={unseen.conflicts}
          total={unseen.count}
          choice={choice}
          onChoice={setChoice}
          claimOf={claimOf}
        />
        <p class="hint">{t('conflictsUndo')}</p>
      </div>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => onSettle(choice)}>
          {t('conflictsSettle')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('changesLater')}
        </button>
      </div>
    </Modal>
  );
}
