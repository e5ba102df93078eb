/** What the packs' view shows of subscriptions: the way to begin one, those whose pack is gone, and the dialogs. */
import { useEffect } from 'preact/hooks';
import { Changes } from '../../components/packs/Changes';
import { Followed, type FollowedActions, type FollowedProps } from '../../components/packs/Followed';
import { Subscribe } from '../../components/packs/Subscribe';
import { Unseen } from '../../components/packs/Unseen';
import { t } from '../../utils/i18n';
import { cancelDownload, downloads, followDownloads } from './downloads';
import { address, change } from './route';
import { claimOf, packTitle } from './state';
import * as subscribing from './subscribing';

const actions: FollowedActions = {
  onCheck: (own) => void subscribing.check(own),
  onChanges: (own) => void subscribing.showChanges(own),
  onConflicts: (own) => void subscribing.showConflicts(own),
  onCancel: (own) => cancelDownload(own.url),
  onRollBack: (own) => void subscribing.goBack(own),
  onAutomatic: (own, on) => void subscribing.setAutomatic(own, on),
  onFetch: (own) => void subscribing.fetchAgain(own),
  onEnd: (own) => void subscribing.end(own),
};

const One = ({ own, inUse }: Pick<FollowedProps, 'own' | 'inUse'>) => (
  <Followed
    own={own}
    inUse={inUse}
    busy={subscribing.busy.value.has(own.id)}
    progress={downloads.value.get(own.url) ?? null}
    {...actions}
  />
);

/** A pack's subscription, if it has one. */
export function SubscriptionOf({ pack }: { pack: { id: string; enabled: boolean } }) {
  const own = subscribing.subscriptions.value.find(({ id }) => id === pack.id);
  if (!own || own.installed === null) return null;
  return <One own={own} inUse={pack.enabled} />;
}

/** The rest: begin one, take up again those whose pack was removed. */
export function SubscriptionsView() {
  useEffect(() => subscribing.followSubscriptions(), []);
  useEffect(followDownloads, []);
  const asked = address.value.params.get('conflicts');
  useEffect(() => {
    if (!asked) return;
    change({ conflicts: null });
    void subscribing.showConflicts({ id: asked });
  }, [asked]);
  const orphans = subscribing.subscriptions.value.filter(({ installed }) => installed === null);
  const { beginning, shown, busy, unseen } = subscribing;
  return (
    <>
      {orphans.length > 0 ? (
        <ul class="packList">
          {orphans.map((own) => (
            <li key={own.id} class="off">
              <div class="about">
                <h3>{own.index.title}</h3>
              </div>
              <One own={own} inUse={false} />
            </li>
          ))}
        </ul>
      ) : null}
      <div class="follow">
        <button type="button" class="quiet" onClick={subscribing.openSubscribe}>
          {t('subscribeOpen')}
        </button>
        <p class="hint">{t('subscribeHelp')}</p>
      </div>
      {beginning.value ? (
        <Subscribe
          {...beginning.value}
          progress={downloads.value.get(beginning.value.offer?.url ?? '') ?? null}
          onLook={(url) => void subscribing.look(url)}
          onSubscribe={(offer, automatic) => void subscribing.subscribe(offer, automatic)}
          onClose={subscribing.closeSubscribe}
        />
      ) : null}
      {shown.value ? (
        <Changes
          changes={shown.value}
          busy={busy.value.has(shown.value.id)}
          claimOf={claimOf}
          onApply={(choice) => void subscribing.apply(choice)}
          onClose={() => {
            shown.value = null;
          }}
        />
      ) : null}
      {unseen.value ? (
        <Unseen
          unseen={{ ...unseen.value, title: packTitle(unseen.value.id) }}
          claimOf={claimOf}
          onSettle={(choice) => void subscribing.settle(choice)}
          onClose={() => {
            unseen.value = null;
          }}
        />
      ) : null}
    </>
  );
}
