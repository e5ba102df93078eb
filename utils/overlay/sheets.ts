/** The marks' rules where the manifest's stylesheet does not reach: in frames, and in Firefox in shadow roots. */
import type { View } from './view';

type Scope = Document | ShadowRoot;

/** Adopts one constructed stylesheet per document, which no page policy forbids, and takes it out again. */
export class Sheets {
  private readonly made = new Map<Document, CSSStyleSheet>();
  private readonly scopes = new Set<Scope>();
  private css = '';

  /** `inShadows`: does this browser need the rules in shadow roots too? */
  constructor(private readonly inShadows: boolean) {}

  /** Sets the rules, where they stand already and where they will. */
  set(css: string): void {
    if (css === this.css) return;
    this.css = css;
    for (const sheet of this.made.values()) sheet.replaceSync(css);
  }

  /** Brings the rules to where this view's text stands. */
  adopt(view: View, roots: readonly ShadowRoot[]): void {
    const scopes: Scope[] = [...(view.frame ? [view.document] : []), ...(this.inShadows ? roots : [])];
    for (const scope of scopes) {
      const sheet = this.sheetFor(view);
      if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
      this.scopes.add(scope);
    }
  }

  /** Takes the rules out of everywhere. */
  drop(): void {
    const own = new Set(this.made.values());
    for (const scope of this.scopes)
      scope.adoptedStyleSheets = [...scope.adoptedStyleSheets].filter((sheet) => !own.has(sheet));
    this.scopes.clear();
    this.made.clear();
  }

  private sheetFor({ document, window }: View): CSSStyleSheet {
    let sheet = this.made.get(document);
    if (!sheet) {
      sheet = new window.CSSStyleSheet();
      sheet.replaceSync(this.css);
      this.made.set(document, sheet);
    }
    return sheet;
  }
}
