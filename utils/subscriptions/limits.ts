/** What an answer may cost. */

/** Bytes of an index, of a pack file, and of a pack unpacked (the same as for a file chosen by the reader). */
export const MOST = { index: 64 << 10, pack: 64 << 20, unpacked: 256 << 20 };

/** Milliseconds without a byte, and of one answer in all. A worker lives five minutes with a question open. */
export const PATIENCE = { silence: 20_000, all: 240_000 };

/** Hours between two looks: the least and the most that an index may ask for, and what counts when it says nothing. */
export const HOURS = { least: 4, most: 2160, usual: 168 };
