'use client';
import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Announcer } from './announcer';
import { cn } from './cn';
import { onEscape } from './escape';
import { IconButton } from './icon-button';
import { Toaster } from './toaster';

export type ModalProps = {
  onClose: () => void;
  title: string;
  /** Keeps the title for screen readers only, e.g. where a search field heads the dialog. */
  titleHidden?: boolean;
  description?: ReactNode;
  /** Stands under the scrolling body: the buttons. */
  footer?: ReactNode;
  closeLabel?: string;
  className?: string;
  /** Replaces the body's own padding and scrolling, for content that manages both. */
  bodyClassName?: string;
  /** Give `data-autofocus` to what should have the focus first; else the title has it. */
  children: ReactNode;
};

/**
 * The native modal under Dialog and Drawer: focus kept inside and given back, Esc and the backdrop close.
 * @param shown false keeps what is in it, out of sight
 */
export function Modal({
  attributes,
  shown = true,
  ...props
}: ModalProps & { shown?: boolean; attributes: Record<`data-${string}`, string> }) {
  const { onClose, title, titleHidden = false, description, footer, closeLabel = 'Close', children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  // showModal() can only be called on a mounted element; close() must run before removal, or the focus is not given back.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !shown) return;
    element.showModal();
    const first = element.querySelector<HTMLElement>('[data-autofocus]') ?? element.querySelector<HTMLElement>('h2');
    first?.focus();
    // Tab may leave the modal for the browser's own bars; Esc still closes it, and must still not reach the page.
    const stray = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && event.target === document.body) event.stopPropagation();
    };
    window.addEventListener('keydown', stray, true);
    return () => {
      window.removeEventListener('keydown', stray, true);
      element.close();
    };
  }, [shown]);

  const press = (event: MouseEvent) => {
    if (event.target !== dialog.current) return;
    // Else the press would next take the focus from what it was just given back to.
    event.preventDefault();
    onClose();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the backdrop is the dialog element itself
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={cn('modal', props.className)}
      onKeyDown={onEscape(onClose)}
      onMouseDown={press}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        // Opened anew meanwhile (development mounts twice): then nobody asked to close.
        if (event.target === dialog.current && !dialog.current.open) onClose();
      }}
      {...attributes}
    >
      <div className="flex h-full max-h-[inherit] flex-col">
        <header
          className={cn(
            'flex items-start gap-3 border-b border-line py-2 pr-2 pl-4',
            titleHidden && 'sr-only focus-within:not-sr-only',
          )}
        >
          <div className="min-w-0 grow py-1">
            <h2 id={`${id}-title`} tabIndex={-1} className="text-lg font-semibold text-balance">
              {title}
            </h2>
            {description ? (
              <div id={`${id}-description`} className="text-sm text-muted">
                {description}
              </div>
            ) : null}
          </div>
          <IconButton label={closeLabel} onClick={onClose}>
            <X size={16} aria-hidden />
          </IconButton>
        </header>
        <div className={cn('min-h-0 grow overflow-y-auto overscroll-contain p-4', props.bodyClassName)}>{children}</div>
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>
        ) : null}
      </div>
      {shown ? <Announcer /> : null}
      {shown ? <Toaster /> : null}
    </dialog>
  );
}
