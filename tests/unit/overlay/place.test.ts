import { describe, expect, it } from 'vitest';
import { place } from '../../../utils/overlay/place';

const view = { width: 1000, height: 900 };
const card = { width: 400, height: 560 };
const line = (top: number) => ({ left: 200, top, right: 800, bottom: top + 20 });

describe('the place of a card', () => {
  it('is below the line, in reach of the pointer', () => {
    expect(place(line(100), 300, card, view)).toMatchObject({ side: 'below', top: 126, left: 220 });
  });
  it('is above where little of it would be seen below', () => {
    const spot = place(line(590), 300, card, view);
    expect(spot).toMatchObject({ side: 'above', height: 576 });
    expect(spot.top + card.height).toBe(584);
  });
  it('is below where it fits there, and where there is no more room above', () => {
    expect(place(line(640), 300, { width: 400, height: 200 }, view).side).toBe('below');
    expect(place(line(120), 350, card, { width: 700, height: 300 }).side).toBe('below');
  });
  it('is within the viewport, also a narrow one', () => {
    expect(place(line(100), 990, card, view).left).toBe(592);
    expect(place(line(100), 10, card, view).left).toBe(8);
    expect(place(line(100), 300, { width: 304, height: 560 }, { width: 320, height: 640 }).left).toBe(8);
  });
  it('is beside the pointer in a low window, where there is the width', () => {
    const low = { width: 640, height: 360 };
    const mark = { left: 24, top: 150, right: 610, bottom: 172 };
    expect(place(mark, 84, card, low)).toEqual({ side: 'beside', left: 232, top: 8, height: 344 });
    expect(place(mark, 500, card, low)).toMatchObject({ side: 'beside', left: 8 });
    expect(place(mark, 300, card, low).side).toBe('below');
    // A small card needs no other place, and one beside the pointer stands at the line where it can.
    expect(place(mark, 84, { width: 400, height: 120 }, low).side).toBe('below');
    expect(place(mark, 84, { width: 400, height: 190 }, low)).toMatchObject({ side: 'beside', top: 150, height: 202 });
  });
  it('is all of a tiny window where the reader chose to have it, and at the line while a pointer opened it', () => {
    const tiny = { width: 320, height: 256 };
    const mark = { left: 20, top: 110, right: 300, bottom: 140 };
    const tall = { width: 304, height: 560 };
    expect(place(mark, 60, tall, tiny, true)).toEqual({ side: 'over', left: 8, top: 8, height: 240 });
    expect(place(mark, 60, tall, tiny).side).toBe('below');
    // Room enough, or a place beside the pointer: chosen or not, it stands there.
    expect(place(line(100), 300, card, view, true).side).toBe('below');
    expect(place({ ...mark, right: 610 }, 84, card, { width: 640, height: 360 }, true).side).toBe('beside');
    expect(place(mark, 60, { width: 304, height: 90 }, tiny, true).side).toBe('below');
  });
});
