import { afterEach, describe, expect, it, vi } from 'vitest';
import { Intent } from '../../../utils/overlay/intent';
import { followPointer, type Target } from '../../../utils/overlay/pointer';
import type { View } from '../../../utils/overlay/view';

/** A page without layout: its listeners, and frames that are drawn when the test says so. */
function page() {
  const listeners = new Map<string, (event: unknown) => void>();
  const document = { addEventListener: () => {}, getSelection: () => null };
  const window = {
    document,
    addEventListener: (type: string, run: (event: unknown) => void) => listeners.set(type, run),
  };
  let frames: (() => void)[] = [];
  vi.stubGlobal('window', window);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  const asked: number[] = [];
  const gone = new AbortController();
  const intent = new Intent<Target>(
    { delay: () => 500, open: () => {}, close: () => {} },
    { set: () => 1, clear: () => {} },
  );
  followPointer({
    view: { window, document, frame: null } as unknown as View,
    shell: {} as HTMLElement,
    intent,
    hit: (x) => {
      asked.push(x);
      return null;
    },
    pin: () => {},
    signal: gone.signal,
  });
  const by = { isTrusted: true, pointerType: 'mouse', buttons: 0, clientY: 5, composedPath: () => [] };
  return {
    asked,
    gone,
    moves: (from: number, to: number): void => {
      for (let x = from; x <= to; x += 1) listeners.get('pointermove')?.({ ...by, clientX: x });
    },
    frame: (): void => {
      const due = frames;
      frames = [];
      for (const run of due) run();
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('a pointer on its way', () => {
  it('asks for the mark under it once a frame, however often it moves, and last where it came to rest', () => {
    const { asked, moves, frame } = page();
    // The first is looked at where it comes; the other 99 wait for the frame.
    moves(1, 100);
    expect(asked).toEqual([1]);
    frame();
    expect(asked).toEqual([1, 100]);
    moves(101, 200);
    expect(asked).toEqual([1, 100]);
    frame();
    expect(asked).toEqual([1, 100, 200]);
    // At rest nothing is asked, and the first move after it is not late.
    frame();
    frame();
    expect(asked).toHaveLength(3);
    moves(201, 201);
    expect(asked).toEqual([1, 100, 200, 201]);
  });

  it('asks for nothing once the overlay has gone, though a frame was on its way', () => {
    const { asked, gone, moves, frame } = page();
    moves(1, 9);
    gone.abort();
    frame();
    expect(asked).toEqual([1]);
  });
});
