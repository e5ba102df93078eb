/** Bytes of a file → text, piece by piece: gunzipped if need be, decoded, within a limit. */
import type { Fault, Result } from '../types';
import { CorpusError } from './faults';
import { type FileFault, fileFault } from './file-faults';

/** What one file may grow to: a pack of 100,000 statements is about 50 MB. */
export const LIMIT = 256 << 20;

/** Bytes handed on at once. Browsers give megabytes; decoding and checking these would keep a worker busy for too long. */
const PIECE = 128 << 10;

const fault = (name: FileFault, ...args: number[]): CorpusError => new CorpusError(fileFault(name, ...args));

export interface Reading {
  limit?: number;
  signal?: AbortSignal | undefined;
  /** Called with the bytes of the file read so far. */
  onBytes?: (done: number) => void;
}

/** The bytes of a blob, gunzipped if they are gzip. Throws a CorpusError for damaged gzip, for zip, and for what is too big. */
async function* plainBytes(blob: Blob, { limit = LIMIT, signal, onBytes }: Reading): AsyncGenerator<Uint8Array> {
  const [a, b, c, d] = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) throw fault('Zip');
  const zipped = a === 0x1f && b === 0x8b;
  let read = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, out) {
      read += part.length;
      onBytes?.(read);
      out.enqueue(part);
    },
  });
  const raw = blob.stream().pipeThrough(counted);
  const reader = (zipped ? raw.pipeThrough(new DecompressionStream('gzip')) : raw).getReader();
  let size = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const part = await reader.read().catch((error: unknown) => {
        if (!zipped) throw error;
        throw fault('Gzip');
      });
      if (part.done) return;
      size += part.value.length;
      if (size > limit) throw fault(zipped ? 'UnpacksTooBig' : 'TooBig', limit >> 20);
      for (let i = 0; i < part.value.length; i += PIECE) yield part.value.subarray(i, i + PIECE);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const encodingOf = (a: number | undefined, b: number | undefined): string =>
  a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';

/**
 * The text of a plain or gzipped file in pieces, without BOM. UTF-8, or UTF-16 with a BOM. Throws a CorpusError for
 * other encodings, damaged gzip and files beyond the limit.
 */
export async function* textOfBlob(blob: Blob, reading: Reading = {}): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  let head: number[] = [];
  const decode = (bytes?: Uint8Array): string => {
    decoder ??= new TextDecoder(encodingOf(head[0], head[1]), { fatal: true });
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw fault('Encoding');
    }
  };
  for await (const part of plainBytes(blob, reading)) {
    if (decoder) yield decode(part);
    else {
      // The encoding shows in the first two bytes, which a stream may give one by one.
      head = [...head, ...part.subarray(0, 2)];
      if (head.length < 2) continue;
      if (head.length > Math.min(2, part.length))
        yield decode(Uint8Array.from(head.slice(0, -Math.min(2, part.length))));
      yield decode(part);
    }
  }
  if (!decoder) yield decode(Uint8Array.from(head));
  yield decode();
}

/** The whole text of a file, or what is wrong with it. */
export async function textOf(bytes: Uint8Array, limit = LIMIT): Promise<Result<string>> {
  try {
    let text = '';
    for await (const part of textOfBlob(new Blob([bytes as Uint8Array<ArrayBuffer>]), { limit })) text += part;
    return { ok: true, value: text };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** The fault that an error carries; errors of the browser while reading a file are named as such. */
export const faultOf = (error: unknown): Fault =>
  error instanceof CorpusError ? error.fault : fileFault('Unreadable');
