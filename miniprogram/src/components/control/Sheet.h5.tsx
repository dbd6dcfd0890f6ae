import { useEffect, useId, useRef, type MouseEvent, type SyntheticEvent } from 'react';
import { SheetHead, type SheetProps } from './SheetHead';

/** One question over the page. A native modal dialog: it keeps the focus inside, and Escape closes it. */
export function Sheet({ open, title, tone, onClose, closeLabel, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const before = document.activeElement;
    showModal(element);
    // The title first: a screen reader then starts with what is asked, not with 关闭.
    document.getElementById(titleId)?.focus();
    return () => {
      if (element.open) hide(element);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open, titleId]);
  if (!open) return null;
  const cancel = (event: SyntheticEvent) => {
    // React decides whether it is open; the browser must not close it by itself.
    event.preventDefault();
    onClose?.();
  };
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={titleId}
      aria-modal="true"
      onCancel={cancel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel(event);
      }}
      onClick={(event) => {
        if (isOutside(event)) onClose?.();
      }}
    >
      <div className="sheet__grab" aria-hidden="true" />
      <SheetHead titleId={titleId} title={title} tone={tone} onClose={onClose} closeLabel={closeLabel} />
      {children}
    </dialog>
  );
}

/** A tap on the scrim arrives at the dialog itself, but outside its box. */
function isOutside(event: MouseEvent<HTMLDialogElement>): boolean {
  if (event.target !== event.currentTarget) return false;
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

/** Browsers before 2022 have no modal dialogs: the sheet still shows, without holding the focus. */
function showModal(dialog: HTMLDialogElement): void {
  const modern = dialog as { showModal?: () => void };
  if (modern.showModal) modern.showModal();
  else dialog.setAttribute('open', '');
}

function hide(dialog: HTMLDialogElement): void {
  const modern = dialog as { close?: () => void };
  if (modern.close) modern.close();
  else dialog.removeAttribute('open');
}
