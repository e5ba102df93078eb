/** What is wrong with the texts that a page shows: cut, lying over each other, out of the window. Runs in the page. */

/** Sentences, each with the place and the words. Nothing is wrong: []. */
export function textFaults(): string[] {
  interface Line {
    element: Element;
    text: string;
    box: DOMRect;
  }
  /** Rounding, and what letters hang over their boxes, in CSS pixels. */
  const SLACK = 2;
  const faults: string[] = [];
  const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const words = (text: string): string => spaced(text).slice(0, 60);
  const nameOf = (element: Element): string =>
    `${element.localName}${element.classList.length > 0 ? `.${[...element.classList].join('.')}` : ''}`;
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
  const chain = (element: Element): Element[] => {
    const found: Element[] = [];
    for (let at: Element | null = element; at; at = parentOf(at)) found.push(at);
    return found;
  };

  /** Texts for speech only, and what is not shown at all. */
  const unseen = (element: Element): boolean =>
    chain(element).some((one) => {
      const style = getComputedStyle(one);
      return style.clipPath !== 'none' || style.visibility === 'hidden' || Number(style.opacity) < 0.05;
    });
  /** The whole text can be read where an ellipsis is meant. */
  const told = (element: Element, text: string): boolean =>
    chain(element)
      .slice(0, 4)
      .some((one) =>
        ['title', 'aria-label'].some((name) => spaced(one.getAttribute(name) ?? '').includes(words(text).slice(0, 40))),
      );
  const shortens = (style: CSSStyleDeclaration): boolean =>
    style.textOverflow === 'ellipsis' || (style.webkitLineClamp !== 'none' && style.webkitLineClamp !== '');
  /** In a layer of its own over the page: what is under it is covered, not overlapped. */
  const layerOf = (element: Element): Element | null =>
    chain(element).find((one) => {
      const { position } = getComputedStyle(one);
      return position === 'fixed' || position === 'sticky' || one.matches('dialog, [popover], [role="menu"]');
    }) ?? null;

  /** What is left of a box inside all that clips it; null: nothing. `cut` is the element that takes of it without a way to scroll. */
  function clipped(element: Element, box: DOMRect): { left: DOMRect | null; cut: Element | null } {
    let { left, top, right, bottom } = box;
    let cut: Element | null = null;
    for (const one of chain(element)) {
      const style = getComputedStyle(one);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const own = one.getBoundingClientRect();
      const takes = { x: style.overflowX !== 'visible', y: style.overflowY !== 'visible' };
      if (!takes.x && !takes.y) {
        if (style.position === 'fixed') break;
        continue;
      }
      const before = { left, top, right, bottom };
      if (takes.x) [left, right] = [Math.max(left, own.left), Math.min(right, own.right)];
      if (takes.y) [top, bottom] = [Math.max(top, own.top), Math.min(bottom, own.bottom)];
      const hidden = (value: string): boolean => value === 'hidden' || value === 'clip';
      const lost =
        (hidden(style.overflowX) && Math.max(left - before.left, before.right - right) > SLACK) ||
        (hidden(style.overflowY) && Math.max(top - before.top, before.bottom - bottom) > SLACK + 1);
      if (lost && one !== document.body && one !== document.documentElement) cut ??= one;
      if (style.position === 'fixed') break;
    }
    return {
      left: right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : null,
      cut,
    };
  }

  const lines: Line[] = [];
  function look(root: Document | ShadowRoot): void {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        if (node.shadowRoot) look(node.shadowRoot);
        continue;
      }
      const element = node.parentElement;
      const text = node.textContent ?? '';
      // A mark of punctuation on its own goes with the words beside it.
      if (!element || !/[\p{L}\p{N}]/u.test(text) || element.closest('script, style, title, option, noscript'))
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || unseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        const { left, cut } = clipped(element, box);
        const where = `${nameOf(element)} “${words(text)}”`;
        if (cut && !(shortens(getComputedStyle(cut)) && told(element, text)))
          faults.push(`cut by ${nameOf(cut)}: ${where}`);
        if (!left) continue;
        const svg = element instanceof SVGElement ? element.ownerSVGElement : null;
        const plot = svg?.getBoundingClientRect();
        if (plot && (left.left < plot.left - 4 || left.right > plot.right + 4))
          faults.push(`out of its plot: ${where}`);
        if (left.right > innerWidth + SLACK || left.left < -SLACK) faults.push(`out of the window: ${where}`);
        lines.push({ element, text, box: left });
      }
    }
  }
  look(document);

  // Fields hold their text where no range comes.
  const pen = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  for (const field of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input[placeholder]')) {
    if (!field.checkVisibility()) continue;
    const style = getComputedStyle(field);
    pen.font = style.font;
    const text =
      field instanceof HTMLSelectElement
        ? (field.selectedOptions[0]?.text ?? '')
        : field.value
          ? ''
          : field.placeholder;
    const arrow = field instanceof HTMLSelectElement ? 18 : 0;
    const room =
      field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight) - arrow;
    if (text && pen.measureText(text).width > room + SLACK && !told(field, text))
      faults.push(`cut in its field: ${nameOf(field)} “${words(text)}”`);
  }

  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      if (one.element === other.element) continue;
      // Letters fill about two thirds of their line's box.
      const [a, b] = [one.box, other.box];
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high =
        Math.min(a.bottom - a.height * 0.18, b.bottom - b.height * 0.18) -
        Math.max(a.top + a.height * 0.18, b.top + b.height * 0.18);
      if (wide <= SLACK || high <= SLACK) continue;
      if (layerOf(one.element) !== layerOf(other.element)) continue;
      faults.push(
        `over each other: ${nameOf(one.element)} “${words(one.text)}” and ${nameOf(other.element)} “${words(other.text)}”`,
      );
    }

  const sideways = (document.scrollingElement?.scrollWidth ?? 0) - innerWidth;
  if (sideways > 0) faults.push(`the page scrolls sideways by ${sideways} pixels`);
  for (const part of document.querySelectorAll('main, .view, .view > *, dialog, dialog .body, [popover]')) {
    const more = part.scrollWidth - part.clientWidth;
    const { overflowX } = getComputedStyle(part);
    if (more > 1 && part.clientWidth > 0 && (overflowX === 'auto' || overflowX === 'scroll'))
      faults.push(`${nameOf(part)} scrolls sideways by ${more} pixels`);
  }
  return [...new Set(faults)];
}
