import { isJsonObject, type JsonObject } from '@/lib/core/json';
import { DEFAULT_SAMPLING, type Sampling } from '@/lib/simulator/sampler/settings';

function biases(value: unknown): Map<number, number> {
  if (!isJsonObject(value)) return new Map();
  return new Map(Object.entries(value).map(([id, bias]) => [Number(id), Number(bias)]));
}

/**
 * The sampling of a request as one endpoint sees it: a parameter that the endpoint does not list is ignored, as the
 * service does without `require_parameters` (§2). Limits on tokens hold everywhere.
 */
export function samplingOf(body: JsonObject, parameters: readonly string[], mostTokens: number | null): Sampling {
  const known = new Set(parameters);
  const number = (word: string, otherwise: number): number => {
    const value = body[word];
    return typeof value === 'number' && known.has(word) ? value : otherwise;
  };
  const asked = body.max_completion_tokens ?? body.max_tokens;
  const stop = known.has('stop') ? body.stop : undefined;
  const listed = body.logprobs === true && known.has('logprobs');
  return {
    temperature: number('temperature', DEFAULT_SAMPLING.temperature),
    topP: number('top_p', DEFAULT_SAMPLING.topP),
    topK: number('top_k', DEFAULT_SAMPLING.topK),
    minP: number('min_p', DEFAULT_SAMPLING.minP),
    topA: number('top_a', DEFAULT_SAMPLING.topA),
    frequencyPenalty: number('frequency_penalty', DEFAULT_SAMPLING.frequencyPenalty),
    presencePenalty: number('presence_penalty', DEFAULT_SAMPLING.presencePenalty),
    repetitionPenalty: number('repetition_penalty', DEFAULT_SAMPLING.repetitionPenalty),
    logitBias: known.has('logit_bias') ? biases(body.logit_bias) : DEFAULT_SAMPLING.logitBias,
    stop: (Array.isArray(stop) ? stop : [stop]).filter(
      (text): text is string => typeof text === 'string' && text !== '',
    ),
    maxTokens: Math.min(typeof asked === 'number' ? asked : Infinity, mostTokens ?? Infinity),
    topLogprobs: listed ? number('top_logprobs', 0) : null,
  };
}
