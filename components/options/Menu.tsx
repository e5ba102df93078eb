/** A button that opens a short list of things to do (the disclosure pattern). Escape or a look elsewhere closes it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  id: string;
  label: string;
  hint?: string;
  disabled?: boolean;
  onChoose(): void;
}

export interface MenuGroup {
  title: string;
  items: readonly MenuItem[];
}

export function Menu({ label, groups }: { label: ComponentChildren; groups: readonly MenuGroup[] }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const end = new AbortController();
    const away = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away, { signal: end.signal });
    document.addEventListener('focusin', away, { signal: end.signal });
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    };
    root.current?.addEventListener('keydown', leave, { signal: end.signal });
    return () => end.abort();
  }, [open]);
  return (
    <div class="menu" ref={root}>
      <button type="button" class="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {label} <span class="caret" aria-hidden="true" />
      </button>
      <div class="sheetlet" id={id} hidden={!open}>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3>{group.title}</h3>
            {group.items.map((item) => (
              <button
                key={item.id}
                type="button"
                disabled={item.disabled}
                onClick={() => {
                  setOpen(false);
                  item.onChoose();
                }}
              >
                {item.label}
                {item.hint ? <small>{item.hint}</small> : null}
              </button>
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
