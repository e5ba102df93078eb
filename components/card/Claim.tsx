/** A claim of the passage: who makes it, from which words that was read, and how many statements stand on either side. */
import { pieces, quoted, t, tn } from '../../utils/i18n';
import { RelationIcon } from '../icons';
import type { CardModel } from './model';

const stanceKey = { affirms: 'cardAffirms', denies: 'cardDenies', hedges: 'cardHedges' } as const;

/** Who makes the claim: a name, the article itself, or somebody whom it does not name. */
const claimant = ({ speaker, passage: { kind } }: CardModel): string =>
  speaker ?? t(kind === 'reporter' ? 'cardReporter' : 'cardSomebody');

/** Ids of what describes a card: its claim, and how many statements stand on either side. */
export const WHAT = 'sb-what';
export const COUNTS = 'sb-counts';

function Counts({ model }: { model: CardModel }) {
  const { contradicts, confirms } = model.counts;
  // The plot below may show many: why none of them is compared.
  const within = model.claims[0]?.within;
  if (contradicts + confirms === 0)
    return (
      <>
        <p class="counts" id={COUNTS}>
          {t(model.published ? 'cardNothing' : 'cardNothingUndated')}
        </p>
        {within ? <p class="because">{tn('cardWindow', within)}</p> : null}
      </>
    );
  return (
    <p class="counts" id={COUNTS}>
      {contradicts > 0 ? (
        <span class="contradicts">
          <RelationIcon relation="contradicts" /> {tn('cardCountContradict', contradicts)}
          {confirms > 0 ? <span class="heard">,</span> : null}
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

/** `model`: of one claim. Without any (all were just taken away) there is nothing to say: the notice says so. */
export function Claim({ model }: { model: CardModel }) {
  const [claim] = model.claims;
  if (!claim) return null;
  return (
    <div class="claim">
      <p class="what" id={WHAT}>
        <span class="who">{t(stanceKey[claim.stance], claimant(model))}</span>{' '}
        <span lang={claim.language}>{claim.claim}</span>
      </p>
      {claim.because.length > 0 ? (
        <p class="because">
          {pieces('cardBecause', claim.because.map(quoted).join(' … ')).map(({ text, given }) =>
            given ? (
              <span key={text} lang={model.page.language}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
        </p>
      ) : null}
      <Counts model={model} />
    </div>
  );
}
