/** Bytes of a file → text, gunzipped if need be, within a limit. */
import type { Fault, Result } from '../types';

/** What one file may grow to: a pack of 100,000 statements is about 50 MB. */
export const LIMIT = 256 << 20;

const fault = (code: string, message: string, todo: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { code, message, todo },
});

async function gunzip(bytes: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** UTF-8 text of a plain or gzipped file, without BOM; UTF-16 with a BOM is read too. Other encodings are refused. */
export async function textOf(bytes: Uint8Array, limit = LIMIT): Promise<Result<string>> {
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      const opened = await gunzip(bytes, limit);
      if (!opened)
        return fault('too-big', `The file unpacks to more than ${limit >> 20} MB.`, 'Split it into smaller files.');
      plain = opened;
    } catch {
      return fault('gzip', 'The gzip file is damaged or cut off.', 'Download or pack it again.');
    }
  }
  if (plain.length > limit)
    return fault('too-big', `The file is larger than ${limit >> 20} MB.`, 'Split it into smaller files.');
  const wide =
    plain[0] === 0xff && plain[1] === 0xfe ? 'utf-16le' : plain[0] === 0xfe && plain[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return { ok: true, value: new TextDecoder(wide, { fatal: true }).decode(plain) };
  } catch {
    return fault('encoding', 'The file is not UTF-8 text.', 'Save it as UTF-8 and try again.');
  }
}
