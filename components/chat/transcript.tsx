'use client';
import { ArrowDown } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { onDemand } from '@/components/ui/on-demand';
import { usePath } from '@/lib/browser/transcripts';
import type { MessagesProps } from './messages-props';
import { useInTurn } from './use-in-turn';
import { useStickToEnd } from './use-stick-to-end';
import { words } from './words-first';

const loadMessages = () => import('./messages').then(({ Messages }) => Messages);
const Messages = onDemand(loadMessages);

/** Fetches ahead what shows messages: a hand on the keys says that there will be one soon. */
export const warmMessages = (): void => void loadMessages().catch(() => {});

interface TranscriptProps extends Omit<MessagesProps, 'path'> {
  /** Shown while there is no message. */
  empty: ReactNode;
}

export function Transcript({ empty, ...rest }: TranscriptProps) {
  const path = useInTurn(usePath(rest.paneId));
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { atEnd, jump } = useStickToEnd(box, content, path.at(-1));
  return (
    <div className="relative min-h-0 grow basis-0">
      {/* It scrolls, so it must be reachable by key; what to say aloud the announcer decides. */}
      <div
        ref={box}
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={words.transcript}
        className="h-full overflow-y-auto overscroll-contain contain-strict"
      >
        <div ref={content} className="mx-auto flex min-h-full w-full max-w-[calc(72ch+2rem)] flex-col px-4">
          {path.length === 0 && empty}
          {(path.length > 0 || rest.refused) && <Messages path={path} {...rest} />}
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
