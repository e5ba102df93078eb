/**
 * Pictures of views compared with those that are kept. Small differences of how a machine draws letters must not count,
 * a moved line, a lost icon or another colour must: each picture is brought to a quarter of its size, so that a kept
 * point is the mean of 16, and points that differ clearly are counted in tiles. See docs/decisions/0022.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';

/** A kept point stands for SCALE × SCALE points of the screen. */
const SCALE = 4;
/** A point differs when a channel does by more than this, of 255. */
const CLEAR = 28;
/** Points of a tile’s side, and the share of its points that may differ: an icon is five in a hundred. */
const TILE = 12;
const MOST_IN_TILE = 0.03;

export interface Difference {
  /** Share of the tiles that differ, 0 to 1; 1 where the sizes do. */
  tiles: number;
  /** What differs, for a person. */
  told: string;
  /** The new picture, small. */
  small: Buffer;
}

interface Found {
  small: string;
  width: number;
  height: number;
  kept: { width: number; height: number } | null;
  bad: { x: number; y: number; share: number }[];
  tiles: number;
}

/** Brings a screenshot to the kept size and compares it, in the page's own canvas. */
async function inPage(page: Page, now: Buffer, kept: Buffer | null): Promise<Found> {
  return page.evaluate(
    async ([nowText, keptText, scale, clear, tile, most]) => {
      const bitmapOf = (text: string): Promise<ImageBitmap> =>
        createImageBitmap(new Blob([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], { type: 'image/png' }));
      const full = await bitmapOf(nowText as string);
      const width = Math.round(full.width / scale);
      const height = Math.round(full.height / scale);
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      // Means by hand: how a browser smooths is its own affair.
      const big = new OffscreenCanvas(full.width, full.height);
      const from = big.getContext('2d') as OffscreenCanvasRenderingContext2D;
      from.drawImage(full, 0, 0);
      const source = from.getImageData(0, 0, full.width, full.height).data;
      const target = context.createImageData(width, height);
      const sums = new Float32Array(width * height * 4);
      for (let y = 0; y < Math.min(full.height, height * scale); y += 1)
        for (let x = 0; x < Math.min(full.width, width * scale); x += 1) {
          const at = (y * full.width + x) * 4;
          const to = (Math.floor(y / scale) * width + Math.floor(x / scale)) * 4;
          sums[to] = (sums[to] as number) + (source[at] as number);
          sums[to + 1] = (sums[to + 1] as number) + (source[at + 1] as number);
          sums[to + 2] = (sums[to + 2] as number) + (source[at + 2] as number);
          sums[to + 3] = (sums[to + 3] as number) + 1;
        }
      for (let at = 0; at < sums.length; at += 4) {
        const count = sums[at + 3] || 1;
        for (let channel = 0; channel < 3; channel += 1)
          target.data[at + channel] = Math.round((sums[at + channel] as number) / count);
        target.data[at + 3] = 255;
      }
      context.putImageData(target, 0, 0);
      const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
      let small = '';
      for (const byte of bytes) small += String.fromCharCode(byte);
      const found: Found = { small: btoa(small), width, height, kept: null, bad: [], tiles: 0 };
      if (keptText === null) return found;
      const old = await bitmapOf(keptText as string);
      found.kept = { width: old.width, height: old.height };
      const oldCanvas = new OffscreenCanvas(old.width, old.height);
      const oldContext = oldCanvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      oldContext.drawImage(old, 0, 0);
      const before = oldContext.getImageData(0, 0, old.width, old.height).data;
      for (let top = 0; top < Math.min(height, old.height); top += tile)
        for (let left = 0; left < Math.min(width, old.width); left += tile) {
          let differ = 0;
          let points = 0;
          for (let y = top; y < Math.min(top + tile, height, old.height); y += 1)
            for (let x = left; x < Math.min(left + tile, width, old.width); x += 1) {
              points += 1;
              const at = (y * width + x) * 4;
              const was = (y * old.width + x) * 4;
              for (let channel = 0; channel < 3; channel += 1)
                if (Math.abs((target.data[at + channel] ?? 0) - (before[was + channel] ?? 0)) > clear) {
                  differ += 1;
                  break;
                }
            }
          found.tiles += 1;
          if (differ / points > most) found.bad.push({ x: left * scale, y: top * scale, share: differ / points });
        }
      return found;
    },
    [now.toString('base64'), kept?.toString('base64') ?? null, SCALE, CLEAR, TILE, MOST_IN_TILE] as const,
  );
}

/** Compares a screenshot with the kept picture at `path`; keeps it where there is none and `keep` is set. */
export async function compare(page: Page, now: Buffer, path: string, keep: boolean): Promise<Difference> {
  const kept = existsSync(path) && !keep ? readFileSync(path) : null;
  const found = await inPage(page, now, kept);
  const small = Buffer.from(found.small, 'base64');
  if (keep) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, small);
    return { tiles: 0, told: 'kept', small };
  }
  if (!kept || !found.kept) return { tiles: 1, told: 'no picture is kept of this state', small };
  const { width, height } = found.kept;
  // A point more or less comes of rounding.
  if (Math.abs(width - found.width) > 1 || Math.abs(height - found.height) > 1)
    return {
      tiles: 1,
      told: `the size was ${width * SCALE} × ${height * SCALE}, and is ${found.width * SCALE} × ${found.height * SCALE}`,
      small,
    };
  const worst = found.bad.sort((a, b) => b.share - a.share)[0];
  const told = worst ? `${found.bad.length} of ${found.tiles} tiles, the most at ${worst.x}, ${worst.y}` : 'nothing';
  return { tiles: found.bad.length / found.tiles, told, small };
}
