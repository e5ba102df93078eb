/** A modal dialog: open for as long as it is drawn. Escape asks to close; whether it does is its owner's word. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface ModalProps {
  class: string;
  title: string;
  /** Id of the heading that names the dialog. */
  titleId: string;
  onClose(): void;
  children: ComponentChildren;
}

export function Modal({ class: kind, title, titleId, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      class={kind}
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
