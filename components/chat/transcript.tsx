'use client';
import { ArrowDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { usePath } from '@/lib/browser/transcripts';
import type { Answer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import type { Mending } from './failure-note';
import { MessageView } from './message-view';
import { useStickToEnd } from './use-stick-to-end';
import { words } from './words';

interface TranscriptProps {
  paneId: string;
  models: ModelIndex;
  mend: (answer: Answer) => Mending;
  /** The message that is being edited. */
  editingId: string | null;
  onEdit: (id: string, editing: boolean) => void;
  /** Shown while there is no message. */
  empty: ReactNode;
  /** Shown after the last message, for example why a request was refused. */
  footer: ReactNode;
}

export function Transcript({ paneId, models, mend, editingId, onEdit, empty, footer }: TranscriptProps) {
  const path = usePath(paneId);
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { atEnd, jump } = useStickToEnd(box, content, path.at(-1));
  return (
    <div className="relative min-h-0 grow">
      {/* It scrolls, so it must be reachable by key; what to say aloud the announcer decides. */}
      <div
        ref={box}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={words.transcript}
        className="h-full overflow-y-auto overscroll-contain"
      >
        <div ref={content} className="mx-auto flex min-h-full w-full max-w-[calc(72ch+2rem)] flex-col px-4">
          {path.length === 0 ? (
            empty
          ) : (
            <div className="divide-y divide-line">
              {path.map((id) => (
                <MessageView
                  key={id}
                  paneId={paneId}
                  id={id}
                  models={models}
                  mend={mend}
                  editing={id === editingId}
                  onEdit={onEdit}
                />
              ))}
            </div>
          )}
          {footer}
        </div>
      </div>
      {!atEnd && (
        <Button
          className="absolute inset-x-0 bottom-3 mx-auto w-fit rounded-full bg-raised shadow-float"
          icon={<ArrowDown size={16} aria-hidden />}
          onClick={jump}
        >
          {words.jump}
        </Button>
      )}
    </div>
  );
}
