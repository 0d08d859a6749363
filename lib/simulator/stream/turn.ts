import type { JsonObject } from '@/lib/core/json';
import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import type { Attempt } from '@/lib/simulator/routing/route';
import type { Search } from '@/lib/simulator/replies/search';
import type { FinishReason, Plan } from '@/lib/simulator/replies/plan';
import type { Stage } from '@/lib/simulator/replies/perform';
import type { Form } from './form';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';

/** One answer in the making: who serves it, what it will say, and what it has cost so far. */
export interface Turn {
  id: string;
  /** Milliseconds since the epoch at which the request came in. */
  startedAt: number;
  /** What the answer names as its model (§3.5). */
  model: string;
  endpoint: Endpoint;
  /** Null where a provider has no tiers. */
  serviceTier: string | null;
  request: ChatRequest;
  headers: Headers;
  router: string | null;
  /** Failed tries first; the last one is this answer. */
  attempts: readonly Attempt[];
  /** The web search that ran first, if one did. */
  search: Search | null;
  plan: Plan;
  stage: Stage;
  /** Goes into the last chunk when the request asks for it. */
  metadata: JsonObject | null;
  /** Overrides the speed of the endpoint, for sentinels. `commentEvery` is how long it is silent without a comment. */
  speed: { tokensPerSecond: number; firstToken: number; commentEvery?: number };
  /** How the stream ends (§4.3). */
  form: Form;
  /** Tokens in a chunk, where the pace is exact; null lets the speed decide. */
  perChunk: number | null;
  /** Headers beside the usual ones. */
  extraHeaders: Record<string, string>;
  /** Milliseconds until the first token, once known. */
  firstTokenAfter: number | null;
  finish: FinishReason | null;
  native: string | null;
}

/** A piece of a streamed body and when it is due, in milliseconds after the request. */
export interface Frame {
  at: number;
  text: string;
  /** The connection breaks here. */
  cut?: true;
  /** Milliseconds to wait even when there is no pace: an endless stream must not spin. */
  idle?: number;
}

export const created = ({ startedAt }: Turn): number => Math.floor(startedAt / 1000);
