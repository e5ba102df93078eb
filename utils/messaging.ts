/**
 * Messages between our contexts, typed by `messages.ts`. Nothing is thrown across the border: `send` answers with a
 * fault where the other side is gone, and a handler that throws is answered for. Messages that write to the corpus are
 * heard from our own pages only.
 */
import { browser, type Runtime } from './browser';
import { t } from './i18n';
import { type ToBackground, type ToOverlay, writing } from './messages';
import type { Fault, Result } from './types';

/** A reply as it arrives: replies that are no Result are wrapped in one. */
export type Arrived<R> = [R] extends [Result<infer T>] ? Result<T> : Result<R>;

interface Exchange {
  request: unknown;
  reply: unknown;
}
type Handler<E extends Exchange> = (
  request: E['request'],
  sender: Runtime.MessageSender,
) => E['reply'] | Promise<E['reply']>;
/** A handler for some or all messages of a set. */
export type Handlers<Set> = { [K in keyof Set]?: Set[K] extends Exchange ? Handler<Set[K]> : never };

/** Only our popup and options may ask for these, beside those that write. */
const ownPagesOnly: ReadonlySet<string> = new Set<string>([...writing, 'page.force']);

const fault = (code: string, key: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, message: t(key), todo: t(`${key}Todo`) },
});

const isResult = (value: unknown): value is Result<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';

const wrapped = (reply: unknown): Result<unknown> =>
  reply === undefined ? fault('no-answer', 'messageNoAnswer') : isResult(reply) ? reply : { ok: true, value: reply };

async function asked<R>(ask: () => Promise<unknown>): Promise<Arrived<R>> {
  try {
    return wrapped(await ask()) as Arrived<R>;
  } catch {
    return fault('no-answer', 'messageNoAnswer') as Arrived<R>;
  }
}

/** Asks the background. Never rejects: a background that is gone (after an update of the extension) is a fault. */
export function send<K extends keyof ToBackground>(
  type: K,
  request: ToBackground[K]['request'],
): Promise<Arrived<ToBackground[K]['reply']>> {
  return asked(() => browser.runtime.sendMessage({ type, request }));
}

/** Asks the overlay of a tab (of one frame, where given). A tab without an overlay answers with a fault. */
export function sendToTab<K extends keyof ToOverlay>(
  tabId: number,
  type: K,
  request: ToOverlay[K]['request'],
  frameId?: number,
): Promise<Arrived<ToOverlay[K]['reply']>> {
  const options = frameId === undefined ? undefined : { frameId };
  return asked(() => browser.tabs.sendMessage(tabId, { type, request }, options));
}

/** Is the sender one of the extension's own pages, whose addresses start with `base`? A content script never is. */
export const isOwnPage = (sender: Runtime.MessageSender, id: string, base: string): boolean =>
  base !== '' && sender.id === id && (sender.url ?? '').startsWith(base);

type AnyHandler = (request: unknown, sender: Runtime.MessageSender) => unknown;

/** Takes a message apart and answers it; undefined when it is none of ours. Its own function so that tests can call it. */
export function answer<Set>(
  handlers: Handlers<Set>,
  own: (sender: Runtime.MessageSender) => boolean,
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<unknown> | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  const { type, request } = message as { type: unknown; request?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
  const handler = handlers[type as keyof Set] as AnyHandler | undefined;
  if (!handler) return undefined;
  if (ownPagesOnly.has(type) && !own(sender)) return Promise.resolve(fault('refused', 'messageRefused'));
  return (async () => {
    try {
      return (await handler(request ?? null, sender)) ?? null;
    } catch (error) {
      console.error(`[said-before] ${type}`, error);
      return fault('failed', 'messageFailed');
    }
  })();
}

/** Answers messages to the background (or, with the other type, to an overlay). Returns a function that stops it. */
export function listen<Set = ToBackground>(handlers: Handlers<Set>): () => void {
  const { id } = browser.runtime;
  const own = (sender: Runtime.MessageSender): boolean => isOwnPage(sender, id, browser.runtime.getURL(''));
  // The polyfill takes a promise for an answer and undefined for "not for me"; its types know only the first.
  const heard = (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined =>
    answer(handlers, own, message, sender);
  browser.runtime.onMessage.addListener(heard as (m: unknown, s: Runtime.MessageSender) => Promise<unknown>);
  return () =>
    browser.runtime.onMessage.removeListener(heard as (m: unknown, s: Runtime.MessageSender) => Promise<unknown>);
}
