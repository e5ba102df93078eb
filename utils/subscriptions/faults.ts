/** What can go wrong with a subscription, in words. */
import { t } from '../i18n';
import type { Fault } from '../types';

/** A fault by its name: text and advice are `subscription<Name>` and `subscription<Name>Todo` of the catalogue. */
export const subscriptionFault = (name: string, ...args: (string | number)[]): { ok: false; fault: Fault } => ({
  ok: false,
  fault: {
    code: `subscription-${name.toLowerCase()}`,
    message: t(`subscription${name}`, ...args),
    todo: t(`subscription${name}Todo`, ...args),
  },
});
