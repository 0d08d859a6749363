import type { JsonObject } from '@/lib/core/json';

/** What reading an answer must come to. */
interface Outcome {
  name: string;
  /** The model that was asked for, where it matters. */
  requested?: string;
  /** Beside the content type. */
  headers?: Record<string, string>;
  text: string;
  reasoning?: string;
  /** Kinds of the other parts, in order. */
  others?: string[];
  /** Name and arguments of each tool call. */
  calls?: [name: string, args: string][];
  /** What the parts of a kind hold, citations and the like. */
  data?: Record<string, JsonObject[]>;
  /** The failure's stage; absent for a good answer. */
  fails?: 'before' | 'stream' | 'cut' | 'empty';
  /** A part of the failure. */
  failure?: JsonObject;
  /** A part of the receipt. */
  receipt?: JsonObject;
}

/** A stream as OpenRouter sends it, named by what happens in it; for tests of whatever reads streams. */
export interface Situation extends Outcome {
  /** The data of each event in order; a comment stands as its text with a leading colon. */
  events: (JsonObject | string)[];
}

/** An answer that comes whole, as one JSON body. */
export interface BodySituation extends Outcome {
  /** 200 unless it is said. */
  status?: number;
  body: JsonObject;
}

export const KEEP_ALIVE = ': OPENROUTER PROCESSING';
export const DONE = '[DONE]';

export interface Source {
  id?: string;
  model: string;
  provider: string;
}

export const chunk = (
  { id = 'gen-1800000000-Situation0000000000', model, provider }: Source,
  rest: JsonObject,
): JsonObject => ({
  id,
  object: 'chat.completion.chunk',
  created: 1_800_000_000,
  model,
  provider,
  ...rest,
});

export const delta = (source: Source, fields: JsonObject, choice: JsonObject = {}): JsonObject =>
  chunk(source, {
    choices: [
      {
        index: 0,
        delta: { content: '', role: 'assistant', ...fields },
        finish_reason: null,
        native_finish_reason: null,
        ...choice,
      },
    ],
  });

export const words = (source: Source, ...texts: string[]): JsonObject[] =>
  texts.map((content) => delta(source, { content }));

export const usage = (prompt: number, completion: number, cost: number, reasoning = 0): JsonObject => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  total_tokens: prompt + completion,
  cost,
  is_byok: false,
  prompt_tokens_details: { cached_tokens: 0, cache_write_tokens: 0, audio_tokens: 0, video_tokens: 0 },
  cost_details: { upstream_inference_cost: cost },
  completion_tokens_details: { reasoning_tokens: reasoning, image_tokens: 0, audio_tokens: 0 },
});

/** Form A: the finish reason twice, usage beside the second (§4.3). */
export const end = (
  source: Source,
  used: JsonObject,
  reason = 'stop',
  native = reason,
  rest: JsonObject = {},
): (JsonObject | string)[] => {
  const last = { finish_reason: reason, native_finish_reason: native };
  return [
    delta(source, {}, last),
    {
      ...chunk(source, { service_tier: null }),
      choices: delta(source, {}, last)['choices'] ?? [],
      usage: used,
      ...rest,
    },
    DONE,
  ];
};

/** The envelope of an answer that is not streamed (§3.1). */
export const whole = (
  { id = 'gen-1800000000-Situation0000000000', model, provider }: Source,
  message: JsonObject,
  used: JsonObject,
  reason = 'stop',
  native = reason,
  choice: JsonObject = {},
): JsonObject => ({
  id,
  object: 'chat.completion',
  created: 1_800_000_000,
  model,
  provider,
  system_fingerprint: null,
  service_tier: null,
  choices: [
    {
      index: 0,
      logprobs: null,
      finish_reason: reason,
      native_finish_reason: native,
      message: { role: 'assistant', content: '', refusal: null, reasoning: null, ...message },
      ...choice,
    },
  ],
  usage: used,
});

export const haiku: Source = { model: 'anthropic/claude-haiku-4.5', provider: 'Amazon Bedrock' };
export const mini: Source = { model: 'openai/gpt-5-mini', provider: 'OpenAI' };
export const gemini: Source = { model: 'google/gemini-2.5-flash', provider: 'Google AI Studio' };
export const deepseek: Source = { model: 'deepseek/deepseek-v3.2', provider: 'DeepInfra' };

export const thought = (source: Source, reasoning: string | null, ...details: JsonObject[]): JsonObject =>
  delta(source, { ...(reasoning === null ? {} : { reasoning }), reasoning_details: details });

export const call = (source: Source, index: number, fn: JsonObject, id?: string): JsonObject =>
  delta(source, { content: null, tool_calls: [{ index, ...(id ? { id, type: 'function' } : {}), function: fn }] });

export const logprob = (token: string, value: number): JsonObject => ({
  token,
  logprob: value,
  bytes: null,
  top_logprobs: [],
});

export const cited = (url: string, title: string): JsonObject => ({
  type: 'url_citation',
  url_citation: { url, title, start_index: 0, end_index: 0, content: 'a [...] b' },
});

export const citation = (url: string, title: string): JsonObject => delta(mini, { annotations: [cited(url, title)] });

export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** The events as they travel. @param newline the line end */
export const toBody = (events: readonly (JsonObject | string)[], newline = '\n'): string =>
  events
    .map((event) => {
      const line =
        typeof event === 'string'
          ? event.startsWith(':')
            ? event
            : `data: ${event}`
          : `data: ${JSON.stringify(event)}`;
      return line + newline + newline;
    })
    .join('');
