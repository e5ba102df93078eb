/** The history: what was done, and the way back to any step. */
import { signal, useSignalEffect } from '@preact/signals';
import { History } from '../../components/options/History';
import type { StepView } from '../../utils/corpus-service';
import { tn } from '../../utils/i18n';
import { corpus, nextSteps, step, tell, tellFault, version } from './state';

/** Steps listed; the corpus keeps about as many. */
const MOST = 250;
const steps = signal<StepView[] | null>(null);

async function goTo(seq: number): Promise<void> {
  const done = await corpus.goTo(seq);
  if (done.ok) tell(tn('historyMoved', done.value.steps));
  else tellFault(done.fault);
}

export function HistoryView() {
  useSignalEffect(() => {
    void version.value;
    void corpus.history(MOST).then((answer) => {
      if (answer.ok) steps.value = answer.value;
      else tellFault(answer.fault);
    });
  });
  return (
    <History
      steps={steps.value}
      undo={nextSteps.value.undo}
      redo={nextSteps.value.redo}
      onUndo={() => void step('undo')}
      onRedo={() => void step('redo')}
      onGoTo={(seq) => void goTo(seq)}
    />
  );
}
