/** The claims of a passage that makes several, as tabs: one claim's statements are shown at a time. */
import { useRef } from 'preact/hooks';
import { t, tn, uiDirection, uiLanguage } from '../../utils/i18n';
import { type CardModel, ofClaim } from './model';

/** Ids that tie tabs to the panel; the card has a shadow root of its own, so they meet no other. */
export const PANEL = 'sb-claim';
export const tabOf = (claim: string): string => `sb-tab-${claim}`;

export interface ClaimsProps {
  model: CardModel;
  chosen: string;
  onChoose(claim: string): void;
}

/** "6 contradict, 12 confirm", or that there is nothing. */
function countsOf({ counts: { contradicts, confirms }, published }: CardModel): string {
  const parts = [
    contradicts > 0 && tn('cardCountContradict', contradicts),
    confirms > 0 && tn('cardCountConfirm', confirms),
  ].filter((part) => part !== false);
  const list = new Intl.ListFormat(uiLanguage(), { type: 'unit', style: 'short' });
  return list.format(parts) || t(published ? 'cardNothing' : 'cardNothingUndated');
}

export function Claims({ model, chosen, onChoose }: ClaimsProps) {
  const tabs = useRef<HTMLDivElement>(null);
  const key = (event: KeyboardEvent): void => {
    const { claims } = model;
    const at = claims.findIndex(({ id }) => id === chosen);
    const on = uiDirection() === 'rtl' ? -1 : 1;
    const to = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: claims.length - 1 }[event.key];
    const next = to !== undefined && claims.at(to % claims.length);
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    tabs.current?.querySelector<HTMLElement>(`#${CSS.escape(tabOf(next.id))}`)?.focus();
  };
  return (
    <div class="claims" role="tablist" aria-label={t('cardClaims')} ref={tabs} onKeyDown={key}>
      {model.claims.map(({ id, claim, label, language }) => {
        const own = ofClaim(model, id);
        const count = own.counts.contradicts + own.counts.confirms;
        // For the eye one number is enough; heard are the counts by relation.
        return (
          <button
            key={id}
            id={tabOf(id)}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={id === chosen ? PANEL : undefined}
            tabIndex={id === chosen ? 0 : -1}
            title={claim}
            onClick={() => onChoose(id)}
          >
            <span lang={language}>{label}</span>
            <span class="number" aria-hidden="true">
              {count}
            </span>{' '}
            <span class="heard">{countsOf(own)}</span>
          </button>
        );
      })}
    </div>
  );
}
