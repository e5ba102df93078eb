/** Which addresses may be asked. Pure. */
import type { Result } from '../types';
import { subscriptionFault } from './faults';

/** Hosts that are this computer: there http is as safe as https. */
const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** An index's address as it will be asked, or why it cannot be: https only, http only for this computer. */
export function indexAddress(text: string): Result<string> {
  const given = text.trim();
  if (given === '' || given.length > 2000 || !URL.canParse(given)) return subscriptionFault('Address');
  const url = new URL(given);
  if (url.username || url.password) return subscriptionFault('Password');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && HERE.has(url.hostname)))
    return subscriptionFault('Unsafe');
  url.hash = '';
  return { ok: true, value: url.href };
}

/** Where the pack file lies. Only on the host of its index: no other is ever asked. */
export function fileAddress(file: string, index: string): Result<string> {
  if (!URL.canParse(file, index)) return subscriptionFault('Index', 'file');
  const url = new URL(file, index);
  if (url.origin !== new URL(index).origin || url.username || url.password) return subscriptionFault('OtherHost');
  url.hash = '';
  return { ok: true, value: url.href };
}

/** The match pattern of an address's host, for the browser's permissions; patterns know no ports. */
export function originsOf(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}
