/** What the browser lost: brought back from the second copy, saved, or let go. */
import { signal } from '@preact/signals';
import { Lost } from '../../components/options/Lost';
import type { LostCorpus, Progress } from '../../utils/corpus-service';
import { t, tn } from '../../utils/i18n';
import type { Result } from '../../utils/types';
import { saveFile } from './exporting';
import { corpus, lost, tell, tellFault } from './state';

const busy = signal(false);
const progress = signal<Progress | null>(null);

async function during<T>(work: () => Promise<Result<T>>, then: (value: T) => void): Promise<void> {
  busy.value = true;
  const done = await work();
  busy.value = false;
  progress.value = null;
  if (done.ok) then(done.value);
  else tellFault(done.fault);
}

const bringBack = (): Promise<void> =>
  during(
    () =>
      corpus.bringBack({
        onProgress: (now) => {
          progress.value = now;
        },
      }),
    ({ count }) => {
      lost.value = null;
      tell(tn('lostBack', count));
    },
  );

const save = (): Promise<void> =>
  during(
    () => corpus.ownCopy(),
    (made) => {
      saveFile(made);
      tell(tn('exportDone', made.count));
    },
  );

const letGo = (): Promise<void> =>
  during(
    () => corpus.letGo(),
    () => {
      lost.value = null;
      tell(t('lostGone'));
    },
  );

export function LostView({ lost: what }: { lost: LostCorpus }) {
  return (
    <Lost
      lost={what}
      progress={progress.value}
      busy={busy.value}
      onBringBack={() => void bringBack()}
      onSave={() => void save()}
      onLetGo={() => void letGo()}
    />
  );
}
