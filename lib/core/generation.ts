/** One provider that was asked for an answer. */
export interface ProviderTry {
  provider: string | null;
  /** The model's permanent slug there. */
  model: string | null;
  endpointId: string | null;
  /** HTTP status of the provider. */
  status: number | null;
  /** Milliseconds to its first token. */
  latencyMs: number | null;
  byok: boolean | null;
  serviceTier: string | null;
}

/**
 * What OpenRouter has booked of one answer (§10.1): the last word on its cost. Amounts are exact decimal US dollars,
 * times are milliseconds, null is what it does not tell.
 */
export interface Generation {
  id: string;
  /** ISO 8601. */
  createdAt: string | null;
  model: string | null;
  /** Display name of who answered in the end. */
  provider: string | null;
  /** In the order in which they were asked. */
  tries: ProviderTry[];
  /** The router that chose the model, for example `openrouter/auto`. */
  router: string | null;
  serviceTier: string | null;
  dataRegion: string | null;
  streamed: boolean | null;
  /** Broken off by the client. */
  cancelled: boolean | null;
  finishReason: string | null;
  nativeFinishReason: string | null;
  /** To the first token. */
  latencyMs: number | null;
  generationMs: number | null;
  moderationMs: number | null;
  /** Counts of the provider's own tokenizer, by which is billed; cached and reasoning are inside in and out. */
  nativeTokens: {
    in: number | null;
    out: number | null;
    cached: number | null;
    reasoning: number | null;
    images: number | null;
  };
  /** Counts by one tokenizer for all models, for comparing. */
  tokens: { in: number | null; out: number | null };
  media: { in: number | null; out: number | null; audioIn: number | null };
  searches: number | null;
  fetches: number | null;
  /** What is taken from the credit. */
  totalCost: string | null;
  /** What the provider takes from its own account holder, where the key is theirs (BYOK). */
  upstreamCost: string | null;
  /** What the prompt cache saved; negative when writing to it cost more. */
  cacheDiscount: string | null;
  byok: boolean | null;
  /** The generation whose cached answer this repeats. */
  repeats: string | null;
}
