/** The card: earlier statements on one passage. Props in, events out. */
import { t } from '../../utils/i18n';
import { Head, type HeadProps } from './Head';
import type { ItemActions } from './Item';
import { List } from './List';
import type { CardClaim, ClaimTimeline } from './model';
import { Timeline } from './Timeline';
import { WrongMatch, type WrongMatchProps } from './WrongMatch';

export interface Notice {
  text: string;
  undo?: () => void;
}

export interface CardProps extends HeadProps, ItemActions {
  timelines: readonly ClaimTimeline[];
  /** Setting: related statements are shown without asking. */
  showRelated: boolean;
  /** A line that tells what just happened ("Copied", "Hidden"), with a way back if there is one. */
  notice: Notice | null;
  /** The report of a wrong match, while it is being written. */
  wrong: WrongMatchProps | null;
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

/** With one claim the actions speak of "this"; with more, each says which. */
function Actions({ model, onNotAbout, onAll, onWrong }: CardProps) {
  if (model.claims.length === 0) return null;
  const only = model.claims.length === 1;
  return (
    <div class="actions">
      {model.claims.slice(0, 1).map((claim) => (
        <button key={claim.id} type="button" class="plain" onClick={() => onAll(claim)}>
          {t('cardOpenAll')}
        </button>
      ))}
      {model.claims.map((claim) => (
        <button key={claim.id} type="button" class="plain" onClick={() => onNotAbout(claim)}>
          {only ? t('cardNotAbout') : t('cardNotAboutClaim', claim.claim.replace(/\.$/, ''))}
        </button>
      ))}
      <button type="button" class="plain" onClick={() => onWrong(null)}>
        {t('cardWrong')}
      </button>
    </div>
  );
}

export function Card(props: CardProps) {
  const { model, notice, wrong, timelines } = props;
  return (
    <div class="card">
      <Head {...props} />
      {wrong ? (
        <WrongMatch {...wrong} />
      ) : (
        <section class="scroll" aria-label={t('cardList')}>
          <List model={model} showRelated={props.showRelated} actions={props} />
          {timelines.map((line) => (
            <Timeline
              key={line.id}
              line={line}
              published={model.published}
              language={model.page.language}
              alone={timelines.length === 1}
            />
          ))}
        </section>
      )}
      <NoticeLine notice={notice} />
      {wrong ? null : <Actions {...props} />}
    </div>
  );
}
