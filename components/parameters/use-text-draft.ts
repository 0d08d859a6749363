'use client';
import { useState } from 'react';
import type { Json } from '@/lib/core/json';
import { words } from './words';

/** What a text comes to: a value, undefined for none, or a sentence that says what is wrong. */
export type Read = { value: Json | undefined } | { problem: string };

interface Draft {
  text: string;
  problem: string | null;
  /** The value in force when this was typed; another one since then makes the draft stale. */
  about: Json | undefined;
}

/** Characters beyond which a pasted text is not even shown: it would hold up the page. */
const MOST = 64 * 1024;

/** For the element: a browser that lays out five million characters is gone for a minute before anybody can refuse. */
export const MOST_TYPED = MOST + 1;

/**
 * The text of a field whose value is read from it: what was typed stays as it was typed, and a text that cannot be read
 * leaves the last valid value in force.
 */
export function useTextDraft({
  value,
  write,
  read,
  commit,
}: {
  value: Json | undefined;
  write: (value: Json | undefined) => string;
  read: (text: string) => Read;
  commit: (value: Json | undefined) => void;
}): { text: string; problem: string | null; type: (text: string) => void } {
  const [draft, setDraft] = useState<Draft | null>(null);
  const live = draft && Object.is(draft.about, value) ? draft : null;
  const text = live?.text ?? write(value);
  const inForce = value === undefined ? words.json.nothingInForce : words.json.lastValid;
  return {
    text,
    problem: live?.problem ? `${live.problem} ${inForce}` : null,
    type(typed) {
      if (typed.length > MOST) {
        setDraft({ text, problem: words.json.refused, about: value });
        return;
      }
      const outcome = read(typed);
      if ('problem' in outcome) {
        setDraft({ text: typed, problem: outcome.problem, about: value });
        return;
      }
      setDraft({ text: typed, problem: null, about: outcome.value });
      commit(outcome.value);
    },
  };
}
