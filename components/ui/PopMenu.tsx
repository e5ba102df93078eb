/** A button that opens a short list of things to do. The list is a popover: Escape and a click elsewhere close it. */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  id: string;
  label: string;
  hint?: string;
  onChoose(): void;
}

export interface MenuGroup {
  title: string;
  items: readonly MenuItem[];
}

/** Pixels between button, list and the edges of the window. */
const GAP = 4;

/** Puts the list under its button, within the window. */
function place(list: HTMLElement, button: HTMLElement): void {
  const under = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const rtl = getComputedStyle(button).direction === 'rtl';
  const left = rtl ? under.left : under.right - width;
  const top = under.bottom + GAP + height > innerHeight ? Math.max(GAP, under.top - GAP - height) : under.bottom + GAP;
  list.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  list.style.top = `${top}px`;
}

export function PopMenu({ label, groups }: { label: ComponentChildren; groups: readonly MenuGroup[] }) {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  return (
    <>
      <button type="button" class="quiet" ref={button} popovertarget={id} aria-expanded={open}>
        {label} <span class="caret" aria-hidden="true" />
      </button>
      <div
        class="sheetlet"
        id={id}
        ref={list}
        popover="auto"
        onToggle={(event) => {
          const opened = event.newState === 'open';
          setOpen(opened);
          if (opened && list.current && button.current) place(list.current, button.current);
        }}
      >
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <p>{group.title}</p>
            {group.items.map((item) => (
              <button
                key={item.id}
                type="button"
                onClick={() => {
                  list.current?.hidePopover();
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
    </>
  );
}
