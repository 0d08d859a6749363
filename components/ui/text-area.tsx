'use client';
import { type ComponentProps, useLayoutEffect, useRef, useImperativeHandle } from 'react';
import { cn } from './cn';

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'rows'> & {
  /** Lines shown when empty. */
  minRows?: number;
  /** Lines it grows to before it scrolls. */
  maxRows?: number;
  /** Without border and ground, for a frame drawn by the caller. */
  bare?: boolean;
};

/** Grows with its text. Name it with a `<label>`, `aria-label` or inside a Field. */
export function TextArea({ minRows = 2, maxRows = 12, bare = false, className, ref, style, ...rest }: TextAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current);

  // Browsers without field-sizing need the height set after each change of the text.
  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + 2}px`;
  });

  return (
    <textarea
      {...rest}
      ref={area}
      rows={minRows}
      style={{ minHeight: `calc(${minRows}lh + 14px)`, maxHeight: `calc(${maxRows}lh + 14px)`, ...style }}
      className={cn(
        'field field-grow block resize-none overflow-y-auto px-2.5 py-1.5',
        bare && 'border-0 bg-transparent outline-none',
        className,
      )}
    />
  );
}
