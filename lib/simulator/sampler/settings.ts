/** The sampling parameters of one request, defaults filled in (§2.1). */
export interface Sampling {
  temperature: number;
  topP: number;
  topK: number;
  minP: number;
  topA: number;
  frequencyPenalty: number;
  presencePenalty: number;
  repetitionPenalty: number;
  /** Token id → -100..100. */
  logitBias: ReadonlyMap<number, number>;
  stop: readonly string[];
  /** Infinity where the request sets no limit and the model has none. */
  maxTokens: number;
  /** How many alternatives to report with each token; null when log probabilities were not asked for. */
  topLogprobs: number | null;
}

export const DEFAULT_SAMPLING: Sampling = {
  temperature: 1,
  topP: 1,
  topK: 0,
  minP: 0,
  topA: 0,
  frequencyPenalty: 0,
  presencePenalty: 0,
  repetitionPenalty: 1,
  logitBias: new Map(),
  stop: [],
  maxTokens: Infinity,
  topLogprobs: null,
};
