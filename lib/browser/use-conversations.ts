import 'client-only';
import { useEffect, useState } from 'react';
import type { Conversation } from '@/lib/core/conversation';
import { conversationOf, watchTranscripts } from './transcripts';

/** Milliseconds between two looks at conversations that grow. */
const LOOK_MS = 500;

/** The conversations of some panes, at most twice a second: for what sums them up while they grow. */
export function useConversations(paneIds: readonly string[]): Record<string, Conversation> {
  const key = paneIds.join(' ');
  const [, setLook] = useState(0);

  // Answers grow outside React, at every frame.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = watchTranscripts((paneId) => {
      if (!key.split(' ').includes(paneId)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        setLook((looks) => looks + 1);
      }, LOOK_MS);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [key]);

  return Object.fromEntries(paneIds.map((id) => [id, conversationOf(id)]));
}
