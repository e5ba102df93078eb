/** Every step that changed the corpus, newest first: undone or in force, and the way to any of them. */
import type { StepView } from '../../utils/corpus-service';
import { t, tn, uiLanguage } from '../../utils/i18n';

export interface HistoryProps {
  /** Newest first; null while they are read. */
  steps: readonly StepView[] | null;
  undo: StepView | null;
  redo: StepView | null;
  onUndo(): void;
  onRedo(): void;
  /** Make this the last step in force; 0: undo all. */
  onGoTo(seq: number): void;
}

const dayOf = (at: string): string => new Date(at).toLocaleDateString(uiLanguage(), { dateStyle: 'full' });
const timeOf = (at: string): string => new Date(at).toLocaleTimeString(uiLanguage(), { timeStyle: 'short' });

function Line({ step, current, onGoTo }: { step: StepView; current: boolean; onGoTo(seq: number): void }) {
  return (
    <li class={step.undone ? 'undone' : undefined} aria-current={current ? 'step' : undefined}>
      <time dateTime={step.at}>{timeOf(step.at)}</time>
      <div>
        <p>{step.label}</p>
        <p class="hint">
          {step.by === 'mine' ? t('editorYou') : step.byTitle || step.by}
          {step.count !== null && step.count > 1 ? `\u00a0· ${tn('historyRecords', step.count)}` : ''}
          {step.undone ? `\u00a0· ${t('historyUndone')}` : ''}
          {current ? `\u00a0· ${t('historyNow')}` : ''}
        </p>
      </div>
      {current ? null : (
        <button type="button" class="quiet" onClick={() => onGoTo(step.seq)}>
          {t(step.undone ? 'historyRedoTo' : 'historyBackTo')}
        </button>
      )}
    </li>
  );
}

/** Steps by their day, in order. */
export function byDay(steps: readonly StepView[]): [day: string, steps: StepView[]][] {
  const days = new Map<string, StepView[]>();
  for (const step of steps) {
    const day = dayOf(step.at);
    days.set(day, [...(days.get(day) ?? []), step]);
  }
  return [...days];
}

export function History(props: HistoryProps) {
  const { steps, undo, redo } = props;
  return (
    <div class="sheet history">
      <h2>{t('optionsTab_history')}</h2>
      <p class="hint">{t('historyHelp')}</p>
      <div class="buttons">
        <button type="button" class="quiet" disabled={!undo} onClick={props.onUndo}>
          {undo ? t('optionsUndoWhat', undo.label) : t('cardUndo')}
        </button>
        <button type="button" class="quiet" disabled={!redo} onClick={props.onRedo}>
          {redo ? t('optionsRedoWhat', redo.label) : t('optionsRedo')}
        </button>
      </div>
      {steps === null ? (
        <p class="looking" role="status">
          {t('topicLoading')}
        </p>
      ) : null}
      {steps?.length === 0 ? <p class="empty">{t('historyEmpty')}</p> : null}
      {byDay(steps ?? []).map(([day, ofDay]) => (
        <section key={day}>
          <h3>{day}</h3>
          <ol>
            {ofDay.map((step) => (
              <Line key={step.seq} step={step} current={step.seq === undo?.seq} onGoTo={props.onGoTo} />
            ))}
          </ol>
        </section>
      ))}
      {steps && steps.length > 0 && undo ? (
        <button type="button" class="plain" onClick={() => props.onGoTo(0)}>
          {t('historyAll')}
        </button>
      ) : null}
    </div>
  );
}
