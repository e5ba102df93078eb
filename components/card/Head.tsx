/** The card's head: the passage's claim in short, who made it, and how many statements stand on either side. */
import { quoted, t, tn } from '../../utils/i18n';
import { CloseIcon, PinIcon, RelationIcon } from '../icons';
import type { CardModel } from './model';

const stanceKey = { affirms: 'cardAffirms', denies: 'cardDenies', hedges: 'cardHedges' } as const;

/** Who makes the claim: a name, the article itself, or somebody whom it does not name. */
const claimant = ({ passage: { speaker, kind } }: CardModel): string =>
  speaker ?? t(kind === 'reporter' ? 'cardReporter' : 'cardSomebody');

function Counts({ model }: { model: CardModel }) {
  const { contradicts, confirms } = model.counts;
  // All its claims were just taken away: the notice says so.
  if (model.claims.length === 0) return null;
  if (contradicts + confirms === 0)
    return <p class="counts">{t(model.published ? 'cardNothing' : 'cardNothingUndated')}</p>;
  return (
    <p class="counts">
      {contradicts > 0 ? (
        <span class="contradicts">
          <RelationIcon relation="contradicts" /> {tn('cardCountContradict', contradicts)}
        </span>
      ) : null}
      {confirms > 0 ? (
        <span class="confirms">
          <RelationIcon relation="confirms" /> {tn('cardCountConfirm', confirms)}
        </span>
      ) : null}
    </p>
  );
}

export interface HeadProps {
  model: CardModel;
  pinned: boolean;
  onPin(): void;
  onClose(): void;
}

export function Head({ model, pinned, onPin, onClose }: HeadProps) {
  return (
    <div class="head">
      <div>
        <h2>{t(model.published ? 'cardTitle' : 'cardTitleUndated')}</h2>
        {model.claims.map(({ id, claim, stance, because }) => (
          <p key={id} class="claim">
            <span class="who">{t(stanceKey[stance], claimant(model))}</span>{' '}
            <span lang={model.page.language}>{claim}</span>
            {because.length > 0 ? (
              <span class="because">{t('cardBecause', because.map(quoted).join(' … '))}</span>
            ) : null}
          </p>
        ))}
        <Counts model={model} />
      </div>
      <div class="tools">
        <button
          type="button"
          class="icon"
          aria-pressed={pinned}
          title={t('cardPin')}
          aria-label={t('cardPin')}
          onClick={onPin}
        >
          <PinIcon />
        </button>
        <button type="button" class="icon" title={t('cardClose')} aria-label={t('cardClose')} onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
    </div>
  );
}
