/** The subscriptions as the packs' view shows them: kept up to date, begun, updated, ended. The background asks the hosts. */
import { effect, signal } from '@preact/signals';
import { browser } from '../../utils/browser';
import type { Choice } from '../../utils/corpus-service';
import { shortDay } from '../../utils/dates';
import { t, tn } from '../../utils/i18n';
import { send } from '../../utils/messaging';
import { indexAddress, originsOf } from '../../utils/subscriptions/address';
import type {
  PackChanges,
  SubscriptionOffer,
  SubscriptionView,
  UnseenConflicts,
} from '../../utils/subscriptions/types';
import type { Fault, Result } from '../../utils/types';
import { cancelDownload } from './downloads';
import { tell, tellFault, version } from './state';

export interface Beginning {
  offer: SubscriptionOffer | null;
  busy: 'looking' | 'loading' | null;
  fault: Fault | null;
}

export const subscriptions = signal<SubscriptionView[]>([]);
/** The dialog "Subscribe…"; null: closed. */
export const beginning = signal<Beginning | null>(null);
/** What an update would do, while it is shown. */
export const shown = signal<PackChanges | null>(null);
/** Conflicts that an update left, while they are shown. */
export const unseen = signal<UnseenConflicts | null>(null);
/** Packs whose host is being asked. */
export const busy = signal<ReadonlySet<string>>(new Set());

async function refresh(): Promise<void> {
  const reply = await send('subscription.list', null);
  if (reply.ok) subscriptions.value = reply.value;
}

/** Keeps the list as long as it is shown. Returns what ends it. */
export const followSubscriptions = (): (() => void) =>
  effect(() => {
    // Any change of the corpus, here or elsewhere, may be one of a subscription.
    void version.value;
    void refresh();
  });

/**
 * Asks the browser for the host; must be called from the click itself. Where the reader gave all pages already it asks
 * nothing, and the answer is yes. The background looks again before it asks the host.
 */
const allowed = (url: string): Promise<boolean> =>
  browser.permissions.request({ origins: [originsOf(url)] }).catch(() => true);

export const openSubscribe = (): void => {
  beginning.value = { offer: null, busy: null, fault: null };
};
/** Closes the dialog; what is under way is stopped, and nothing of it is kept. */
export const closeSubscribe = (): void => {
  const { busy: under, offer = null } = beginning.value ?? {};
  const url = offer?.url ?? asked;
  if (under && url) cancelDownload(url);
  beginning.value = null;
};

/** The address that is being looked at. */
let asked = '';

/** Shows an answer in the dialog, unless it was closed meanwhile. */
const show = (mine: Beginning, next: Beginning | null): void => {
  if (beginning.value === mine) beginning.value = next;
};

/** Looks what is at an address. */
export async function look(text: string): Promise<void> {
  const url = indexAddress(text);
  const mine: Beginning = { offer: null, busy: 'looking', fault: null };
  beginning.value = mine;
  if (!url.ok) return show(mine, { ...mine, busy: null, fault: url.fault });
  const permitted = allowed(url.value);
  if (!(await permitted)) {
    const host = new URL(url.value).hostname;
    const fault = { code: 'permission', message: t('subscriptionPermission', host), todo: t('subscribeAllow') };
    return show(mine, { ...mine, busy: null, fault });
  }
  asked = url.value;
  const found = await send('subscription.offer', { url: url.value });
  show(mine, {
    busy: null,
    offer: found.ok ? found.value : null,
    fault: found.ok ? null : found.fault,
  });
}

/** Subscribes to what was found. */
export async function subscribe(offer: SubscriptionOffer, automatic: boolean): Promise<void> {
  const mine: Beginning = { offer, busy: 'loading', fault: null };
  beginning.value = mine;
  const done = await send('subscription.add', { url: offer.url, automatic });
  show(mine, done.ok ? null : { offer, busy: null, fault: done.fault });
  if (done.ok) tell(t('subscribeDone', offer.index.title), true);
  await refresh();
}

/** Does something about one pack that takes its time. */
async function about<T>(id: string, work: () => Promise<Result<T>>, then: (value: T) => void): Promise<void> {
  busy.value = new Set([...busy.value, id]);
  const done = await work();
  busy.value = new Set([...busy.value].filter((one) => one !== id));
  if (done.ok) then(done.value);
  await refresh();
  if (done.ok) return;
  if (done.fault.code === 'corpus-cancelled') tell(done.fault.message);
  else tellFault(done.fault);
}

export const check = (own: SubscriptionView): Promise<void> => {
  const permitted = allowed(own.url);
  return about(
    own.id,
    async () => {
      await permitted;
      return send('subscription.check', { id: own.id });
    },
    ({ available, installed, index: { title, version: newest, date } }) => {
      // What the reader chose to have applied by itself is here by now.
      if (installed !== own.installed) tell(t('stepPackUpdated', title, newest), true);
      else tell(available ? t('subscriptionAvailable', newest, shortDay(date)) : t('subscriptionCurrent'));
    },
  );
};

export const showChanges = (own: SubscriptionView): Promise<void> =>
  about(
    own.id,
    () => send('subscription.changes', { id: own.id }),
    (changes) => {
      shown.value = changes;
    },
  );

/** Applies what is shown. */
export async function apply(choice: Choice): Promise<void> {
  const changes = shown.value;
  if (!changes) return;
  const { id, sha256, title, to } = changes;
  await about(
    id,
    () => send('subscription.apply', { id, sha256, choice }),
    () => tell(t('stepPackUpdated', title, to), true),
  );
  shown.value = null;
}

export const showConflicts = (own: Pick<SubscriptionView, 'id'>): Promise<void> =>
  about(
    own.id,
    () => send('subscription.conflicts', { id: own.id }),
    (found) => {
      unseen.value = found;
    },
  );

/** Carries out what was chosen of the conflicts shown. */
export async function settle(choice: Choice): Promise<void> {
  const now = unseen.value;
  if (!now) return;
  unseen.value = null;
  await about(
    now.id,
    () => send('subscription.settle', { id: now.id, choice }),
    ({ count }) => tell(count > 0 ? tn('bulkDone_yield', count) : t('conflictsKept'), count > 0),
  );
}

/** Takes a removed pack in again. */
export const fetchAgain = ({ id, index }: SubscriptionView): Promise<void> =>
  about(
    id,
    () => send('subscription.apply', { id, sha256: index.sha256, choice: null }),
    () => tell(t('stepPackAdded', index.title), true),
  );

export const goBack = ({ id, index, previous }: SubscriptionView): Promise<void> =>
  about(
    id,
    () => send('subscription.rollBack', { id }),
    () => tell(t('stepPackRolledBack', index.title, previous ?? ''), true),
  );

/** Switched on, it holds for a version that is out already too. */
export const setAutomatic = async (own: SubscriptionView, automatic: boolean): Promise<void> => {
  await about(
    own.id,
    () => send('subscription.set', { id: own.id, automatic }),
    () => undefined,
  );
  if (automatic && own.available) await check(own);
};

export const end = ({ id, index }: SubscriptionView): Promise<void> =>
  about(
    id,
    () => send('subscription.end', { id }),
    () => tell(t('subscriptionEnded', index.title)),
  );
