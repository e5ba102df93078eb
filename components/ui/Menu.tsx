/** A button with a menu, after the ARIA menu-button pattern: arrow keys, Home, End, Escape, Tab closes. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useLayer } from './dismiss';

export interface MenuChoice {
  label: string;
  run(): void;
}

export interface MenuProps {
  /** Accessible name of the button. */
  label: string;
  choices: readonly MenuChoice[];
  children: ComponentChildren;
}

export function Menu({ label, choices, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const items = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  const close = useCallback((): void => {
    setOpen(false);
    button.current?.focus();
  }, []);
  useLayer(list, open, close);
  useEffect(() => {
    if (!open) return;
    list.current?.scrollIntoView({ block: 'nearest' });
    items()[0]?.focus({ preventScroll: true });
  }, [open]);

  const key = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Tab') setOpen(false);
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };

  return (
    <div
      class="menu"
      ref={box}
      onFocusOut={(event) => {
        if (open && event.relatedTarget && !box.current?.contains(event.relatedTarget as Node)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon"
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open ? (
        <div class="choices" role="menu" aria-label={label} ref={list} onKeyDown={key}>
          {choices.map(({ label: name, run }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                run();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
