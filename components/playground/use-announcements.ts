'use client';
import { useEffect } from 'react';
import { announce } from '@/components/ui/announcer';
import { words } from '@/components/chat/words-first';
import { useRunStore } from '@/lib/browser/run-store';
import { conversationOf } from '@/lib/browser/transcripts';

/** Says aloud that an answer began, and how it ended: once each, never its words. */
export function useAnnouncements(paneId: string): void {
  const accepted = useRunStore(({ running }) => {
    const run = running[paneId];
    return run && run.phase !== 'sending' ? run.runId : undefined;
  });

  // Speech is outside React.
  useEffect(() => {
    if (!accepted) return;
    announce(words.announced.started);
    return () => {
      const { messages, headId } = conversationOf(paneId);
      const head = headId === null ? undefined : messages[headId];
      if (head?.role !== 'assistant' || head.state === 'running') return;
      announce([words.announced[head.state], head.notice].filter(Boolean).join('. '));
    };
  }, [accepted, paneId]);
}
