/** What the engine reads from the words as they are typed, with the words that led to it. */
import { quoted, t } from '../../utils/i18n';
import type { Proposition, Reading } from '../../utils/types';
import type { ReadingDraft } from './draft';

export type Proposal = Reading & { because: string[] };

export interface ProposalsProps {
  /** Null while the engine reads. */
  proposals: readonly Proposal[] | null;
  readings: readonly ReadingDraft[];
  propositions: readonly Proposition[];
  onTake(proposal: Proposal): void;
}

/** How a proposal stands to what the record says: the same, another stance, or not there. */
export function standing(proposal: Reading, readings: readonly ReadingDraft[]): 'same' | 'other' | 'new' {
  const own = readings.filter((r) => r.proposition === proposal.proposition);
  if (own.length === 0) return 'new';
  return own.some((r) => r.stance === proposal.stance) ? 'same' : 'other';
}

export function Proposals({ proposals, readings, propositions, onTake }: ProposalsProps) {
  const claimOf = (id: string): string => propositions.find((p) => p.id === id)?.claim ?? id;
  return (
    <section class="proposals" aria-label={t('editorEngine')} aria-busy={proposals === null}>
      <p class="title">{t('editorEngine')}</p>
      <div aria-live="polite">
        {proposals?.length === 0 ? <p class="hint">{t('editorEngineNothing')}</p> : null}
        <ul>
          {proposals?.map((proposal) => {
            const how = standing(proposal, readings);
            return (
              <li key={proposal.proposition} class={how}>
                <p>
                  <b class={proposal.stance}>{t(`optionsStance_${proposal.stance}`)}</b> {claimOf(proposal.proposition)}
                </p>
                <p class="hint">{t('editorBecause', proposal.because.map(quoted).join(', '))}</p>
                {how === 'same' ? (
                  <p class="hint agree">{t('editorAgrees')}</p>
                ) : (
                  <button type="button" class="quiet" onClick={() => onTake(proposal)}>
                    {t(how === 'new' ? 'editorTake' : 'editorTakeInstead')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
