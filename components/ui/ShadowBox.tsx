/** A box with a shadow root of its own, as the card has one in pages: rules of the page around it do not reach inside. */
import { type ComponentChildren, render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ShadowBoxProps {
  css: string;
  class?: string;
  /** The reader's theme, as it stands on the host in pages. */
  theme?: 'auto' | 'light' | 'dark';
  children: ComponentChildren;
}

export function ShadowBox({ css, class: name, theme, children }: ShadowBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = box.current;
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  }, [css]);
  useLayoutEffect(() => {
    if (box.current?.shadowRoot) render(children, box.current.shadowRoot);
  });
  useLayoutEffect(() => {
    const root = box.current?.shadowRoot;
    return () => {
      if (root) render(null, root);
    };
  }, []);
  return <div ref={box} class={name} data-theme={theme === 'auto' ? undefined : theme} />;
}
