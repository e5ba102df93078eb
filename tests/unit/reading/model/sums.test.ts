import { afterEach, describe, expect, it, vi } from 'vitest';
import { compiledSums } from '../../../../scripts/model/sums';
import { type Heap, plainHeap, rounded, vectorHeap } from '../../../../utils/reading/model/sums';
import { binary } from '../../../../utils/reading/model/sums-binary';

const wave = (length: number, step: number): number[] => Array.from({ length }, (_, i) => Math.sin((i + 1) * step));
const read = (heap: Heap, at: number, length: number): number[] => [
  ...heap.floats.subarray(at >> 2, (at >> 2) + length),
];
const put = (heap: Heap, at: number, numbers: readonly number[]): void => heap.floats.set(numbers, at >> 2);
const ints = (heap: Heap, at: number, numbers: readonly number[]): number => {
  heap.ints.set(numbers, at >> 2);
  return at + numbers.length * 4;
};

describe('the compiled sums', () => {
  it('are of the source as it stands', async () => {
    expect(await compiledSums()).toBe(binary);
  });
});

describe.each([
  ['vectors', vectorHeap],
  ['plain numbers', plainHeap],
])('sums of %s', (_, heapOf) => {
  it.each([1, 31, 32, 33, 96, 100])('weigh rows of %i numbers', (n) => {
    const heap = heapOf()!;
    const stride = rounded(n) * 4;
    const [bias, sums, values, rows, list] = [n, n, 5, 5 * rounded(n), 5].map((length) => heap.take(length));
    put(heap, bias!, wave(n, 0.4));
    put(heap, values!, [2, -1, 0.5, 3, 0.25]);
    for (let r = 0; r < 5; r += 1) put(heap, rows! + r * stride, wave(n, 0.7 + r));
    for (const listed of [[], [3], [4, 0, 2], [0, 1, 2, 3, 4]]) {
      heap.sums.weigh(sums!, bias!, list!, ints(heap, list!, listed), values!, rows!, stride);
      const expected = wave(n, 0.4).map((x, i) =>
        listed.reduce((sum, r) => sum + [2, -1, 0.5, 3, 0.25][r]! * wave(n, 0.7 + r)[i]!, x),
      );
      read(heap, sums!, n).forEach((x, i) => {
        expect(x).toBeCloseTo(expected[i]!, 5);
      });
      expect(read(heap, sums! + n * 4, rounded(n) - n).every((x) => x === 0)).toBe(true);
    }
  });

  it.each([1, 3, 5])('slide windows of %i tokens and raise what is there', (width) => {
    const heap = heapOf()!;
    const n = 40;
    const stride = rounded(n) * 4;
    const parts = 4;
    const [bias, values, rows, starts, list] = [n, n, (parts * width * stride) / 4, 16, 16].map((l) => heap.take(l));
    put(heap, bias!, wave(n, 0.2));
    put(heap, values!, new Array(n).fill(0.5));
    const row = (part: number, o: number): number[] => wave(n, 0.3 + part + o * 0.1);
    for (let p = 0; p < parts; p += 1)
      for (let o = 0; o < width; o += 1) put(heap, rows! + (p * width + o) * stride, row(p, o));
    // The parts of each place that a window may see: none, one, several.
    const tokens = [[], [2], [0, 1, 3], [1], [], [3, 0], [2]];
    let at = list!;
    const begins = tokens.map((own) => {
      const begin = at;
      at = ints(
        heap,
        at,
        own.map((p) => rows! + p * width * stride),
      );
      return begin;
    });
    ints(heap, starts!, [...begins, at]);
    const count = tokens.length - width + 1;
    heap.sums.slide(starts!, count, width, 0, stride, bias!, values!);
    const expected = new Array(n).fill(0.5);
    for (let t = 0; t < count; t += 1)
      for (let f = 0; f < n; f += 1) {
        let sum = wave(n, 0.2)[f]!;
        for (let o = 0; o < width; o += 1) for (const p of tokens[t + o]!) sum += row(p, o)[f]!;
        expected[f] = Math.max(expected[f], sum);
      }
    read(heap, values!, n).forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i], 5);
    });
  });

  it('list what is above 0', () => {
    const heap = heapOf()!;
    const [values, list] = [heap.take(7), heap.take(8)] as const;
    put(heap, values, [0, 1, -2, 1e-30, -0, 5, 3]);
    expect(heap.sums.louder(values, 0, 6, list)).toBe(list + 12);
    expect(heap.sums.louder(values, 6, 7, list + 12)).toBe(list + 16);
    expect([...heap.ints.subarray(list >> 2, (list >> 2) + 4)]).toEqual([1, 3, 5, 6]);
  });

  it('keep what they hold when the memory grows', () => {
    const heap = heapOf()!;
    const at = heap.take(3);
    put(heap, at, [1, 2, 3]);
    const far = heap.take(1_000_000);
    put(heap, far + 3_999_996, [4]);
    expect(read(heap, at, 3)).toEqual([1, 2, 3]);
    expect(read(heap, far, 3)).toEqual([0, 0, 0]);
    heap.reach(far + 12_000_000);
    expect(read(heap, far + 3_999_996, 1)).toEqual([4]);
  });
});

describe('where WebAssembly is not to be had', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it.each([
    [
      'forbidden',
      {
        Module: class {
          constructor() {
            throw new Error('blocked by the policy');
          }
        },
      },
    ],
    ['unknown', undefined],
  ])('%s, a network reads without it', async (_, stub) => {
    vi.stubGlobal('WebAssembly', stub);
    vi.resetModules();
    const sums = await import('../../../../utils/reading/model/sums');
    expect(sums.vectorHeap()).toBeNull();
    const { encodeTensor } = await import('../../../../utils/reading/model/data');
    const { loadNetwork } = await import('../../../../utils/reading/model/network');
    const { scores } = await import('../../../../utils/reading/model/outputs');
    const tensor = (...values: number[]) => encodeTensor(Float32Array.from(values), 16);
    const net = loadNetwork({
      formatVersion: 1,
      propositions: ['a'],
      width: 1,
      windows: [1],
      filters: 1,
      words: 'peace',
      labels: [],
      thresholds: [0, 0, 0],
      withCue: [0, 0, 0],
      tensors: {
        words: tensor(1),
        labels: tensor(),
        kernels: tensor(1),
        kernelBias: tensor(0),
        out: tensor(3, -1, 0),
        outBias: tensor(0, 0, 1),
        cues: tensor(...new Array(9).fill(0)),
      },
    } as never);
    expect([...scores(net, [{ word: 'peace', labels: [] }])].map(Math.round)).toEqual([3, -1, 1]);
  });
});
