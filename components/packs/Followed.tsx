/** One subscription: whence, when it was looked at, what is new, and what can be done about it. */

import type { Progress } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { t, tn, uiLanguage } from '../../utils/i18n';
import type { SubscriptionView } from '../../utils/subscriptions/types';
import { ProgressLine } from '../options/ProgressLine';

export interface FollowedActions {
  onCheck(own: SubscriptionView): void;
  onChanges(own: SubscriptionView): void;
  onConflicts(own: SubscriptionView): void;
  /** Stops what is being loaded. */
  onCancel(own: SubscriptionView): void;
  onRollBack(own: SubscriptionView): void;
  onAutomatic(own: SubscriptionView, on: boolean): void;
  onFetch(own: SubscriptionView): void;
  onEnd(own: SubscriptionView): void;
}

export interface FollowedProps extends FollowedActions {
  own: SubscriptionView;
  /** The pack is switched on: only then is its host asked by itself. */
  inUse: boolean;
  busy: boolean;
  /** Of what is being loaded; null: nothing, or not yet known. */
  progress: Progress | null;
}

const moment = (at: string): string =>
  new Date(at).toLocaleString(uiLanguage(), { dateStyle: 'medium', timeStyle: 'short' });

function News({ own }: { own: SubscriptionView }) {
  if (own.fault)
    return (
      <p class="fault">
        {own.fault.message} {own.fault.todo}
      </p>
    );
  if (own.installed === null) return <p class="hint">{t('subscriptionRemoved')}</p>;
  if (own.available)
    return <p class="new">{t('subscriptionAvailable', own.index.version, shortDay(own.index.date))}</p>;
  return <p class="hint">{t('subscriptionCurrent')}</p>;
}

export function Followed({ own, inUse, busy, progress, ...act }: FollowedProps) {
  const { title } = own.index;
  const button = (key: string, run: (own: SubscriptionView) => void, kind = 'quiet', ...words: string[]) => (
    <button
      type="button"
      class={kind}
      aria-disabled={busy}
      aria-label={`${t(key, ...words)}: ${title}`}
      onClick={() => {
        if (!busy) run(own);
      }}
    >
      {t(key, ...words)}
    </button>
  );
  const here = own.installed !== null;
  return (
    <div class="followed" aria-busy={busy}>
      <p class="whence">
        {t('subscriptionFrom')}{' '}
        <a href={own.url} target="_blank" rel="noopener noreferrer">
          {own.url}
        </a>
      </p>
      <p class="hint">
        {t('subscriptionChecked', moment(own.checked))} ·{' '}
        {here && inUse ? t('subscriptionNext', moment(own.next)) : t('subscriptionResting')}
      </p>
      <div role="status">
        {busy || progress ? <p>{t(progress ? 'subscribeLoading' : 'subscribeLooking')}</p> : null}
      </div>
      {progress ? (
        <ProgressLine progress={progress} label={t('subscribeLoading')} onCancel={() => act.onCancel(own)} />
      ) : null}
      <News own={own} />
      {own.conflicts > 0 ? (
        <div class="note">
          <p>{tn('conflictsUnseen', own.conflicts)}</p>
          {button('conflictsLook', act.onConflicts)}
        </div>
      ) : null}
      <div class="buttons">
        {here && own.available ? button('subscriptionShow', act.onChanges, 'primary') : null}
        {here ? button('subscriptionCheck', act.onCheck) : button('subscriptionFetch', act.onFetch)}
        {here && own.previous !== null ? button('subscriptionRollBack', act.onRollBack, 'quiet', own.previous) : null}
        {button('subscriptionEnd', act.onEnd)}
        {here ? (
          <label class="check">
            <input
              type="checkbox"
              checked={own.automatic}
              onChange={(event) => act.onAutomatic(own, event.currentTarget.checked)}
            />
            <span>{t('subscriptionAutomatic')}</span>
          </label>
        ) : null}
      </div>
    </div>
  );
}
