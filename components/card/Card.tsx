/** The card: earlier statements on one passage. Props in, events out. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Claim } from './Claim';
import { PANEL, tabOf } from './Claims';
import { Head } from './Head';
import type { ItemActions } from './Item';
import { List } from './List';
import { type CardClaim, type CardModel, type ClaimTimeline, ofClaim } from './model';
import { Timeline } from './Timeline';
import { WrongMatch, type WrongMatchProps } from './WrongMatch';

export interface Notice {
  text: string;
  undo?: () => void;
}

export interface CardProps extends ItemActions {
  model: CardModel;
  pinned: boolean;
  timelines: readonly ClaimTimeline[];
  /** Setting: related statements are shown without asking. */
  showRelated: boolean;
  /** A line that tells what just happened ("Copied", "Hidden"), with a way back if there is one. */
  notice: Notice | null;
  /** The report of a wrong match, while it is being written. */
  wrong: WrongMatchProps | null;
  onPin(): void;
  onClose(): void;
  onNotAbout(claim: CardClaim): void;
  onAll(claim: CardClaim): void;
}

function NoticeLine({ notice }: { notice: Notice | null }) {
  return (
    <div class="notice" role="status">
      {notice ? <span>{notice.text}</span> : null}
      {notice?.undo ? (
        <button type="button" class="plain" onClick={notice.undo}>
          {t('cardUndo')}
        </button>
      ) : null}
    </div>
  );
}

/** "This" is the claim that is shown. */
function Actions({ claim, wrong, onNotAbout, onAll, onWrong }: CardProps & { claim: CardClaim }) {
  return (
    <div class="actions" hidden={wrong !== null}>
      <button type="button" class="plain" onClick={() => onAll(claim)}>
        {t('cardOpenAll')}
      </button>
      <button
        // Another claim is another button, so that the focus does not stand on what would take the next one away.
        key={claim.id}
        type="button"
        class="plain"
        title={t('cardNotAboutClaim', claim.claim.replace(/\.$/, ''))}
        onClick={({ detail }) => detail < 2 && onNotAbout(claim)}
      >
        {t('cardNotAbout')}
      </button>
      <button type="button" class="plain" onClick={() => onWrong(null)}>
        {t('cardWrong')}
      </button>
    </div>
  );
}

export function Card(props: CardProps) {
  const { model, notice, wrong, timelines } = props;
  // The claim with the strongest statement first; it stays chosen when the page is read again.
  const [chosen, choose] = useState(model.items[0]?.claim);
  const claim = model.claims.find(({ id }) => id === chosen) ?? model.claims[0];
  const shown = claim ? ofClaim(model, claim.id) : model;
  const line = timelines.find(({ id }) => id === claim?.id);
  const several = claim && model.claims.length > 1;
  const panel = several && { role: 'tabpanel' as const, id: PANEL, 'aria-labelledby': tabOf(claim.id) };
  return (
    <div class="card">
      <Head
        dated={model.published !== null}
        pinned={props.pinned}
        claims={several && !wrong ? { model, chosen: claim.id, onChoose: choose } : null}
        onPin={props.onPin}
        onClose={props.onClose}
      />
      {wrong ? <WrongMatch {...wrong} /> : null}
      {/* Out of sight while a report is written, and as it was when the reader comes back. */}
      <div class="scroll" key={claim?.id} hidden={wrong !== null} {...panel}>
        <Claim model={shown} />
        <section aria-label={t('cardList')}>
          <List model={shown} showRelated={props.showRelated} actions={props} />
        </section>
        {line ? <Timeline line={line} published={model.published} /> : null}
      </div>
      <NoticeLine notice={notice} />
      {claim ? <Actions {...props} claim={claim} /> : null}
    </div>
  );
}
