/** A saved page → a document, with its encoding honoured. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parsePage } from './parse';

/** As browsers do: what the file begins with, else what it says of itself, else UTF-8. */
function charset(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8';
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder(charset(bytes)).decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}

const encode = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Reads a page from a file: HTML (also gzipped), or plain text with one paragraph a line. Throws when it can't be read. */
export function readPage(file: string): Document {
  const raw = readFileSync(file);
  const bytes = raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw, { maxOutputLength: 64 << 20 }) : raw;
  const text = decode(bytes);
  const html = /\.txt$/i.test(file)
    ? `<!doctype html><html><body><article>${text
        .split(/\n+/)
        .filter((line) => line.trim())
        .map((line) => `<p>${encode(line)}</p>`)
        .join('')}</article></body></html>`
    : text;
  return parsePage(html);
}
