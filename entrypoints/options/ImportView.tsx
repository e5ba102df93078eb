/** The doors of the import: file picker, drag and drop, paste; and its dialog. */
import { ImportDialog } from '../../components/options/ImportDialog';
import {
  cancel,
  goOn,
  importing,
  lookAs,
  lookAtAll,
  lookAtText,
  run,
  saveFaults,
  undoImport,
  waiting,
} from './importing';
import { claimOf } from './state';

const accepted = '.jsonl,.ndjson,.csv,.tsv,.txt,.json,.gz';

/** Opens the file picker. */
export const pickFile = (): void => document.querySelector<HTMLInputElement>('input[data-for="import"]')?.click();

/** Shows the other ways. */
export function showWays(): void {
  importing.value = { step: 'choose' };
}

const busy = (): boolean => importing.value !== null && importing.value.step !== 'choose';
const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** Hears of files dropped and of text pasted anywhere on the page but in a field. */
export function takeDrops(signal: AbortSignal): void {
  const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  document.addEventListener(
    'dragover',
    (event) => {
      if (!carries(event)) return;
      event.preventDefault();
      document.body.classList.add('dropping');
    },
    { signal },
  );
  const over = (): void => document.body.classList.remove('dropping');
  document.addEventListener('dragleave', (event) => event.relatedTarget === null && over(), { signal });
  document.addEventListener(
    'drop',
    (event) => {
      over();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      if (!busy()) lookAtAll(files);
    },
    { signal },
  );
  document.addEventListener(
    'paste',
    (event) => {
      if (inField(event.target) || busy()) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) lookAtAll(files);
      else if (text.trim()) void lookAtText(text);
      else return;
      event.preventDefault();
    },
    { signal },
  );
}

export function ImportView() {
  return (
    <>
      <input
        type="file"
        hidden
        multiple
        data-for="import"
        accept={accepted}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) lookAtAll(files);
        }}
      />
      {importing.value ? (
        <ImportDialog
          state={importing.value}
          onFile={pickFile}
          onText={(text) => void lookAtText(text)}
          claimOf={claimOf}
          onRun={(choice) => void run(choice)}
          onOwn={(own) => void lookAs(own)}
          more={waiting.value.length}
          onGoOn={goOn}
          onCancel={cancel}
          onSaveFaults={() => void saveFaults()}
          onUndo={() => void undoImport()}
        />
      ) : null}
    </>
  );
}
