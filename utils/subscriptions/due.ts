/** When hosts are asked. Pure. */
import { HOURS } from './limits';
import type { Subscription, SubscriptionView } from './types';

const HOUR = 3_600_000;

/** ISO time of the next look: after the index's own term; after a failure soon, then ever later, never beyond the term. */
export function nextLook(now: number, expiresHours: number, failures: number): string {
  const hours = failures === 0 ? expiresHours : Math.min(expiresHours, HOURS.least * 2 ** Math.min(failures - 1, 10));
  return new Date(now + hours * HOUR).toISOString();
}

/** Is a subscription's pack there and in use? Only then is its host asked without the reader asking. */
export type InUse = (id: string) => boolean;

/** Subscriptions whose term is over. A clock that was set back must not stop them: no term is longer than the longest. */
export const dueNow = (all: readonly Subscription[], now: number, inUse: InUse): Subscription[] =>
  all.filter(({ id, next }) => {
    const at = Date.parse(next);
    return inUse(id) && (at <= now || at > now + HOURS.most * HOUR);
  });

/** Time in ms of the next look of all, or null: then no alarm is set. */
export function nextOf(all: readonly Pick<SubscriptionView, 'id' | 'next'>[], inUse: InUse): number | null {
  const times = all.filter(({ id }) => inUse(id)).map(({ next }) => Date.parse(next));
  return times.length > 0 ? Math.min(...times) : null;
}
