/** Which rows of a long list stand in the view. All rows have one height, so that this is a division. Pure. */

/** Height of a row in CSS pixels; the stylesheet holds it to that. */
export const ROW = 56;
/** Rows made beyond the view, so that scrolling shows no gap. */
export const EXTRA = 8;
/** Browsers draw no element taller than about 17 million pixels; a longer list is scrolled through faster instead. */
export const TALLEST = 12_000_000;

export interface View {
  /** Scroll offset and height of the box, in pixels. */
  top: number;
  height: number;
  /** Rows in all. */
  total: number;
}

/** Height of the scrolled content in pixels. */
export const heightOf = (total: number): number => Math.min(total * ROW, TALLEST);

/** Pixels of the list that a pixel of scrolling passes: 1 but for lists that are too tall to draw. */
function pace({ height, total }: Omit<View, 'top'>): number {
  const [full, drawn] = [total * ROW, heightOf(total)];
  return full > drawn && drawn > height ? (full - height) / (drawn - height) : 1;
}

export interface Slice {
  /** First row to make and the one after the last. */
  first: number;
  end: number;
  /** Pixels by which a row's place (index × ROW) is moved to where it is drawn. */
  shift: number;
  /** The row nearest to the upper edge. */
  top: number;
}

/** The rows to make for a view. */
export function sliceOf(view: View): Slice {
  const at = view.top * pace(view);
  const first = Math.max(0, Math.floor(at / ROW) - EXTRA);
  const end = Math.min(view.total, Math.ceil((at + view.height) / ROW) + EXTRA);
  return { first: Math.min(first, end), end, shift: view.top - at, top: Math.min(Math.round(at / ROW), end) };
}

/** The scroll offset at which a row stands at the upper edge. */
export const topOf = (index: number, view: Omit<View, 'top'>): number => (index * ROW) / pace(view);

/** The scroll offset that brings a row into view with the least movement; the same offset if it is there already. */
export function topFor(index: number, view: View): number {
  const speed = pace(view);
  const at = view.top * speed;
  const above = index * ROW;
  const below = above + ROW - view.height;
  if (above < at) return above / speed;
  if (below > at) return below / speed;
  return view.top;
}
