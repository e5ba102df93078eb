/**
 * Calls from a page to a worker: methods of a service, called as if they were here. A call's last argument may carry
 * `onProgress` and `signal`, which work across. Answers are Results; nothing is thrown over the border.
 */
import type { Fault, Result } from './types';

/** What both sides of a worker have. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', hear: (event: MessageEvent) => void, options?: { signal?: AbortSignal }): void;
}

type Sent = { call: number; method: string; args: unknown[]; long: boolean } | { cancel: number };
type Back = { call: number; reply: Result<unknown> } | { call: number; progress: unknown } | { event: unknown };

interface Long {
  onProgress?: (progress: unknown) => void;
  signal?: AbortSignal;
}

const isLong = (value: unknown): value is Long =>
  typeof value === 'object' &&
  value !== null &&
  ('onProgress' in value || ('signal' in value && value.signal instanceof AbortSignal));

type Method = (...args: unknown[]) => Promise<Result<unknown>>;

/** Answers calls with the methods of a service. `failed` words what a method threw. Returns a function that sends events. */
export function serve(port: Port, service: object, failed: (error: unknown) => Fault): (event: unknown) => void {
  const running = new Map<number, AbortController>();
  const post = (message: Back): void => port.postMessage(message);
  port.addEventListener('message', ({ data }: MessageEvent<Sent>) => {
    if ('cancel' in data) {
      running.get(data.cancel)?.abort();
      return;
    }
    const { call, method, args, long } = data;
    const stop = new AbortController();
    running.set(call, stop);
    const extra = long ? [{ onProgress: (progress: unknown) => post({ call, progress }), signal: stop.signal }] : [];
    const run = async (): Promise<Result<unknown>> => {
      try {
        return await ((service as Record<string, Method>)[method] as Method).call(service, ...args, ...extra);
      } catch (error) {
        return { ok: false, fault: failed(error) };
      }
    };
    void run().then((reply) => {
      running.delete(call);
      post({ call, reply });
    });
  });
  return (event) => post({ event });
}

/**
 * The other side: an object whose methods call the service behind `port`. `hear` gets its events. When `signal` aborts,
 * nobody will answer any more: calls that are open, and later ones, get the fault that `gone` words.
 */
export function callsTo<S extends object>(
  port: Port,
  hear: (event: unknown) => void,
  signal: AbortSignal,
  gone: () => Fault,
): S {
  const open = new Map<number, { settle(reply: unknown): void; onProgress: Long['onProgress'] }>();
  let last = 0;
  const heard = ({ data }: MessageEvent<Back>): void => {
    if ('event' in data) hear(data.event);
    else if ('progress' in data) open.get(data.call)?.onProgress?.(data.progress);
    else {
      open.get(data.call)?.settle(data.reply);
      open.delete(data.call);
    }
  };
  port.addEventListener('message', heard, { signal });
  const end = (): void => {
    for (const { settle } of open.values()) settle({ ok: false, fault: gone() });
    open.clear();
  };
  signal.addEventListener('abort', end, { once: true });
  const call = (method: string, given: unknown[]): Promise<unknown> => {
    const long = isLong(given.at(-1)) ? (given.at(-1) as Long) : null;
    last += 1;
    const number = last;
    if (signal.aborted) return Promise.resolve({ ok: false, fault: gone() });
    return new Promise((settle) => {
      open.set(number, { settle, onProgress: long?.onProgress });
      port.postMessage({ call: number, method, args: long ? given.slice(0, -1) : given, long: long !== null });
      const cancel = (): void => port.postMessage({ cancel: number });
      if (long?.signal?.aborted) cancel();
      else long?.signal?.addEventListener('abort', cancel, { once: true, signal });
    });
  };
  return new Proxy({} as S, {
    get: (_, method) =>
      typeof method === 'string' && method !== 'then' ? (...args: unknown[]) => call(method, args) : undefined,
  });
}
