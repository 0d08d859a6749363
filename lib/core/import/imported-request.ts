import type { JsonObject } from '@/lib/core/json';
import type { Sampling } from '@/lib/core/parameters';
import type { ProviderRouting } from '@/lib/core/workspace';

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

/** What was said, as a workspace holds it. */
export interface Dialogue {
  system: string;
  /** All that comes before the draft. */
  turns: Turn[];
  /** The question at the end; empty where the messages end otherwise. */
  draft: string;
}

/** A pasted request in our own nouns. */
export interface ImportedRequest {
  /** Null where the request names none. */
  modelId: string | null;
  fallbacks: string[];
  routing: ProviderRouting;
  sampling: Sampling;
  extra: JsonObject;
  /** Null where the request has no messages. */
  dialogue: Dialogue | null;
}
