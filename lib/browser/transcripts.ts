import 'client-only';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { allVersions, type Conversation, EMPTY_CONVERSATION, pathTo } from '@/lib/core/conversation';
import { type Message, onlyGrew } from '@/lib/core/message';

// One store per pane, outside React: a token for one pane wakes nothing that another pane shows.
const transcripts = new Map<string, StoreApi<Conversation>>();
const watchers = new Set<(paneId: string) => void>();

/** The conversation of a pane; empty until it is set. */
export function transcriptOf(paneId: string): StoreApi<Conversation> {
  let transcript = transcripts.get(paneId);
  if (!transcript) {
    transcript = createStore<Conversation>(() => EMPTY_CONVERSATION);
    transcript.subscribe(() => {
      for (const watcher of watchers) watcher(paneId);
    });
    transcripts.set(paneId, transcript);
  }
  return transcript;
}

export const conversationOf = (paneId: string): Conversation => transcriptOf(paneId).getState();

export const setConversation = (paneId: string, conversation: Conversation): void =>
  transcriptOf(paneId).setState(conversation, true);

/** Calls back with the pane's id after any change of any conversation. @returns a function that ends it */
export function watchTranscripts(watcher: (paneId: string) => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Ids of the messages on the path to the head; the same array while they are the same. */
export const usePath = (paneId: string): string[] =>
  useStore(
    transcriptOf(paneId),
    useShallow((conversation: Conversation) => pathTo(conversation).map(({ id }) => id)),
  );

/**
 * A message; while its text grows it stays what it was when anything else changed last, since `growingText` tells of
 * that, so that a piece of text wakes nothing but what shows it.
 */
export function useMessage(paneId: string, id: string): Message | undefined {
  const shown = useRef<Message | undefined>(undefined);
  return useStore(transcriptOf(paneId), (conversation) => {
    const message = conversation.messages[id];
    if (!message || !shown.current || !onlyGrew(shown.current, message)) shown.current = message;
    return shown.current;
  });
}

/** A text of an answer that may be running, for what shows it as it grows. */
export interface GrowingText {
  read: () => string;
  /** @returns a function that ends it */
  listen: (changed: () => void) => () => void;
}

/** @param at the place of the text among the parts of the answer */
export function growingText(paneId: string, messageId: string, at: number): GrowingText {
  const transcript = transcriptOf(paneId);
  return {
    listen: transcript.subscribe,
    read() {
      const part = transcript.getState().messages[messageId]?.parts[at];
      return part?.type === 'text' ? part.text : '';
    },
  };
}

// Every message asks at every change, so that each state of a conversation is gone through once for all of them.
const versions = new WeakMap<Conversation, ReturnType<typeof allVersions>>();

function versionsIn(conversation: Conversation): ReturnType<typeof allVersions> {
  const known = versions.get(conversation) ?? allVersions(conversation);
  versions.set(conversation, known);
  return known;
}

const NONE: readonly string[] = [];

/** Ids of the versions of a message, oldest first; the same array while they are the same, whatever grows beside. */
export const useVersions = (paneId: string, id: string): readonly string[] =>
  useStore(
    transcriptOf(paneId),
    useShallow((conversation: Conversation) => versionsIn(conversation).get(id) ?? NONE),
  );

export const useConversation = (paneId: string): Conversation => useStore(transcriptOf(paneId));
