/** An import from its first look to its end: what would happen, then how far it is, then the way back. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Choice, ImportPreview, Progress } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import { keepMine } from '../packs/Conflicts';
import { Modal } from '../ui/Modal';
import { ImportPlan } from './ImportPlan';
import { PasteForm } from './PasteForm';
import { ProgressLine } from './ProgressLine';

export type ImportState =
  | { step: 'choose' }
  | { step: 'reading'; name: string; progress: Progress | null }
  | { step: 'refused'; name: string; message: string; todo: string }
  | { step: 'plan'; preview: ImportPreview }
  | { step: 'running'; name: string; progress: Progress | null }
  | { step: 'done'; name: string; count: number };

export interface ImportDialogProps {
  state: ImportState;
  /** Files that wait for this one. */
  more: number;
  onFile(): void;
  onText(text: string): void;
  onRun(choice: Choice): void;
  /** Where a pack's statements go: among the reader's own, or in a pack. */
  onOwn(own: boolean): void;
  claimOf(id: string): string;
  /** Done with this file. */
  onGoOn(): void;
  onCancel(): void;
  onSaveFaults(): void;
  onUndo(): void;
}

const nameOf = (state: ImportState): string =>
  state.step === 'choose' ? '' : state.step === 'plan' ? state.preview.name : state.name;

/** What agreeing is called; null where there is nothing to agree to. A pack is taken in whole or not at all. */
function agreement({ added, changed, removed, faulty, pack }: ImportPreview): string | null {
  if (!pack || pack.own) return added + changed > 0 ? tn('importRun', added + changed) : null;
  if (faulty > 0 || pack.installed) return null;
  return added + changed > 0 && removed === 0 ? tn('importRun', added + changed) : t('importRunPack', pack.version);
}

type BodyProps = ImportDialogProps & { choice: Choice; onChoice(choice: Choice): void };

/** How far it is; before anything is known of that, what is being done. */
const HowFar = ({ progress, label }: { progress: Progress | null; label: string }) =>
  progress ? <ProgressLine progress={progress} label={label} /> : <p>{label}</p>;

function Body({ state, onFile, onText, ...plan }: BodyProps): ComponentChildren {
  switch (state.step) {
    case 'choose':
      return <PasteForm onFile={onFile} onText={onText} />;
    case 'reading':
      return <HowFar progress={state.progress} label={t('importReading')} />;
    case 'refused':
      return (
        <p role="alert" class="fault">
          {state.message} {state.todo}
        </p>
      );
    case 'plan':
      return <ImportPlan preview={state.preview} {...plan} />;
    case 'running':
      return <HowFar progress={state.progress} label={t('importRunning')} />;
    case 'done':
      return <p role="status">{tn('importDone', state.count)}</p>;
  }
}

export function ImportDialog(props: ImportDialogProps) {
  const { state } = props;
  const [choice, setChoice] = useState(keepMine);
  const agree = state.step === 'plan' ? agreement(state.preview) : null;
  const over = state.step === 'done' || state.step === 'refused';
  return (
    <Modal
      class="import"
      titleId="import-title"
      title={nameOf(state) ? t('importTitle', nameOf(state)) : t('importHow')}
      onClose={props.onCancel}
    >
      <div class="body">
        <Body {...props} choice={choice} onChoice={setChoice} />
      </div>
      <div class="buttons">
        {agree === null ? null : (
          <button type="button" class="primary" onClick={() => props.onRun(choice)}>
            {agree}
          </button>
        )}
        {state.step === 'done' && state.count > 0 ? (
          <button type="button" class="quiet" onClick={props.onUndo}>
            {t('importUndo')}
          </button>
        ) : null}
        <button type="button" class="quiet" onClick={over ? props.onGoOn : props.onCancel}>
          {over && props.more > 0 ? tn('importNext', props.more) : t(over ? 'cardClose' : 'importCancel')}
        </button>
      </div>
    </Modal>
  );
}
