'use client';
import { RotateCcw } from 'lucide-react';
import type { MouseEvent } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { words } from './words';

/** Stands at the end of a field's head while the parameter is set. */
export function ResetButton({ label, onReset }: { label: string; onReset: () => void }) {
  const reset = (event: MouseEvent<HTMLButtonElement>) => {
    // The pressed button goes with the value, and the focus must not go with it.
    const field = event.currentTarget.closest('[data-parameter]');
    onReset();
    field?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  };
  return (
    <IconButton label={words.reset(label)} size="dense" onClick={reset}>
      <RotateCcw size={14} aria-hidden />
    </IconButton>
  );
}
