/** The marks of one page: which passages bear one, painted where the article stands, found under a point, taken away again. */
import type { Limit } from '../../utils/messages';
import { type Hit, hitTest } from '../../utils/overlay/hit';
import { canMark, type Mark, Painter } from '../../utils/overlay/marks';
import { Sheets } from '../../utils/overlay/sheets';
import type { View } from '../../utils/overlay/view';
import type { MarkStyle, Settings } from '../../utils/settings';
import { marksOf, type ReadPage } from './page';

export interface MarkingOptions {
  /** The marks' rules in a style, for where the manifest's do not reach. */
  marks(style: MarkStyle): string;
  /** Does this browser paint text in shadow roots only by rules within them? */
  shadowRules: boolean;
}

export class Marking {
  /** In reading order; in quiet mode and where the browser cannot paint, they are there unpainted. */
  marks: readonly Mark[] = [];
  /** The cap on their number is lifted. */
  all = false;
  private painter: Painter | null = null;
  private view: View | null = null;
  private roots: ShadowRoot[] = [];
  private quiet = false;
  private readonly sheets: Sheets;

  constructor(private readonly options: MarkingOptions) {
    this.sheets = new Sheets(options.shadowRules);
  }

  /** Takes the style of the marks from the settings. */
  dress({ markStyle }: Pick<Settings, 'markStyle'>): void {
    this.sheets.set(this.options.marks(markStyle));
  }

  /** The article stands in this document from now on. */
  viewed(view: View): void {
    this.painter?.erase();
    this.painter = new Painter(view);
    this.view = view;
    this.marks = [];
  }

  /** Chooses the marks of a page that was read and paints them; `openKey`: the ring goes with the mark of this key. */
  mark(page: ReadPage, settings: Settings, openKey: string | null): void {
    if (!this.view || !this.painter) return;
    this.roots = page.article.roots;
    this.quiet = settings.quiet;
    this.marks = marksOf(page, settings, this.all, this.marks);
    this.sheets.adopt(this.view, this.roots);
    this.painter.paint(this.quiet ? [] : this.marks, this.of(openKey));
  }

  /** The mark with a key, if there is one. */
  of(key: string | null): Mark | undefined {
    return this.marks.find((mark) => mark.key === key);
  }

  /** Draws the ring around a mark; null takes it away. */
  ring(mark: Mark | null): void {
    this.painter?.ring(mark?.ranges ?? null);
  }

  /** Paints again what the page took away. */
  check(): void {
    this.painter?.check();
  }

  /** The mark under a point of the view, in its pixels. */
  hit(x: number, y: number): Hit | null {
    if (this.quiet || !this.view || !this.paintable || !this.painter?.check()) return null;
    return hitTest(this.marks, this.view, this.roots, x, y);
  }

  /** Can the browser paint at all? */
  get paintable(): boolean {
    return this.view !== null && canMark(this.view.window);
  }

  /** What keeps us from painting, if something does. */
  get limit(): Limit | null {
    if (!this.paintable) return 'no-highlights';
    return this.painter?.beaten ? 'marks-removed' : null;
  }

  /** Ids of the passages whose marks are to be seen. */
  get shown(): string[] {
    return this.quiet || this.limit ? [] : this.marks.map(({ id }) => id);
  }

  /** Everything of ours goes. */
  leave(): void {
    this.painter?.erase();
    this.sheets.drop();
  }
}
