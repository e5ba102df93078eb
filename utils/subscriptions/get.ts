/** One question to a host: without credentials or referrer, following nobody, within limits of size and time. */
import { corpusFault } from '../corpus/faults';
import type { Result } from '../types';
import { subscriptionFault } from './faults';
import { PATIENCE } from './limits';

export interface Ask {
  url: string;
  /** Of the last answer: the host may then say that nothing changed. */
  etag?: string;
  /** Bytes that are read at most. */
  limit: number;
  fetch: typeof fetch;
  patience?: typeof PATIENCE;
  /** Aborted, nothing more is asked for, and the fault is `corpus-cancelled`. */
  signal?: AbortSignal | undefined;
  /** Bytes so far, and in all as far as the host tells (else 0). */
  onBytes?: ((done: number, all: number) => void) | undefined;
}

/** What came, or null when it is what came last time. */
export type Got = { bytes: Uint8Array; etag: string } | null;

const sizeText = (bytes: number): string =>
  bytes >= 1 << 20 ? `${Math.ceil(bytes / (1 << 20))} MB` : `${Math.ceil(bytes / 1024)} kB`;

const isRedirect = ({ type, status }: Response): boolean =>
  // Browsers hide the status of a redirect that is not followed; Node shows it.
  type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);

/** Reads a body up to its limit; null when it is longer, and then the rest is not asked for. */
async function bodyOf(answer: Response, limit: number, heard: (size: number) => void): Promise<Uint8Array | null> {
  const reader = answer.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    heard(size);
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Asks once. Never throws: whatever goes wrong is a fault that says what to do. */
export async function get({
  url,
  etag,
  limit,
  fetch,
  patience = PATIENCE,
  signal,
  onBytes,
}: Ask): Promise<Result<Got>> {
  const stop = new AbortController();
  signal?.addEventListener('abort', () => stop.abort(), { once: true, signal: stop.signal });
  if (signal?.aborted) stop.abort();
  let answered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), patience.silence);
  };
  const whole = setTimeout(() => stop.abort(), patience.all);
  heard();
  try {
    const answer = await fetch(url, {
      // A redirect that is followed has told the other host already; none is.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: stop.signal,
      ...(etag ? { headers: { 'If-None-Match': etag } } : {}),
    });
    answered = true;
    heard();
    if (isRedirect(answer)) return subscriptionFault('Redirect');
    if (answer.status === 304 && etag) return { ok: true, value: null };
    if (answer.status !== 200) {
      stop.abort();
      return subscriptionFault(answer.status === 404 || answer.status === 410 ? 'Missing' : 'Status', answer.status);
    }
    const told = answer.headers.has('content-encoding') ? 0 : Number(answer.headers.get('content-length') ?? 0);
    const bytes =
      told > limit
        ? null
        : await bodyOf(answer, limit, (size) => {
            heard();
            onBytes?.(size, told);
          });
    if (bytes) return { ok: true, value: { bytes, etag: answer.headers.get('etag') ?? '' } };
    stop.abort();
    return subscriptionFault('TooBig', sizeText(limit));
  } catch {
    if (signal?.aborted) return { ok: false, fault: corpusFault('Cancelled') };
    if (stop.signal.aborted) return subscriptionFault('Slow', new URL(url).hostname);
    return subscriptionFault(answered ? 'Truncated' : 'Unreachable', new URL(url).hostname);
  } finally {
    clearTimeout(timer);
    clearTimeout(whole);
  }
}
