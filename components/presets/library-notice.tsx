'use client';
import { X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { words } from './words-library';

export interface Notice {
  message: string;
  undo: (() => Promise<void>) | undefined;
}

/** What was done, with the way back: in a drawer, outside of which no toast can be pressed. */
export function LibraryNotice({ notice, onDismiss }: { notice: Notice; onDismiss: () => void }) {
  const { message, undo } = notice;
  return (
    <div className="flex items-center gap-1 rounded-control border border-line bg-sunken py-1 ps-3 pe-1 text-sm">
      <span className="min-w-0 grow break-words">{message}</span>
      {undo && (
        <Button
          size="dense"
          variant="ghost"
          className="text-accent"
          onClick={() => {
            onDismiss();
            void undo();
          }}
        >
          {words.undo}
        </Button>
      )}
      <IconButton size="dense" label={words.dismiss} onClick={onDismiss}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
