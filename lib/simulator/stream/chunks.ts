import type { JsonObject } from '@/lib/core/json';
import type { FinishReason } from '@/lib/simulator/replies/plan';
import type { Form } from './form';
import { created, type Turn } from './turn';

export const COMMENT = ': OPENROUTER PROCESSING\n\n';
export const DONE = 'data: [DONE]\n\n';

export interface Chunks {
  /** An event with plain text: built without walking an object, since there is one for every token. */
  text: (content: string, logprobs: JsonObject[] | null) => string;
  delta: (delta: JsonObject) => string;
  finish: (finish: FinishReason | null, native: string | null) => string;
  usage: (finish: FinishReason | null, native: string | null, usage: JsonObject, metadata: JsonObject | null) => string;
  /** Any event with the envelope of this stream; `parts` go where `choices` stands. */
  event: (parts: JsonObject) => string;
}

const choice = (delta: JsonObject, finish: string | null, native: string | null): JsonObject => ({
  index: 0,
  delta,
  finish_reason: finish,
  native_finish_reason: native,
});

const empty = { content: '', role: 'assistant' };

const write = (value: JsonObject): string => `data: ${JSON.stringify(value)}\n\n`;

/** `usage` as it was in 2025: fewer details, and no upstream cost. */
function usageOf2025(usage: JsonObject): JsonObject {
  const prompt = usage.prompt_tokens_details as JsonObject;
  const completion = usage.completion_tokens_details as JsonObject;
  return {
    ...usage,
    prompt_tokens_details: { cached_tokens: prompt.cached_tokens ?? 0, audio_tokens: 0 },
    cost_details: { ...(usage.cost_details as JsonObject), upstream_inference_cost: null },
    completion_tokens_details: { reasoning_tokens: completion.reasoning_tokens ?? 0, image_tokens: 0 },
  };
}

function recent(turn: Turn, form: 'A' | 'C'): Chunks {
  const envelope = {
    id: turn.id,
    object: 'chat.completion.chunk',
    created: created(turn),
    model: turn.model,
    provider: turn.endpoint.provider.name,
  };
  const event = (parts: JsonObject): string => write({ ...envelope, ...parts });
  const head = `data: ${JSON.stringify(envelope).slice(0, -1)},"choices":[{"index":0,"delta":{"content":`;
  const tail = ',"role":"assistant"},"finish_reason":null,"native_finish_reason":null';
  return {
    event,
    text: (content, logprobs) => {
      const more = logprobs ? `,"logprobs":${JSON.stringify({ content: logprobs, refusal: null })}` : '';
      return `${head}${JSON.stringify(content)}${tail}${more}}]}\n\n`;
    },
    delta: (delta) => event({ choices: [choice(delta, null, null)] }),
    finish: (finish, native) => event({ choices: [choice(empty, finish, native)] }),
    usage: (finish, native, usage, metadata) =>
      event({
        ...(form === 'A' && { service_tier: turn.serviceTier }),
        choices: form === 'A' ? [choice(empty, finish, native)] : [],
        usage,
        ...(metadata && { openrouter_metadata: metadata }),
      }),
  };
}

function older(turn: Turn): Chunks {
  const names = { id: turn.id, provider: turn.endpoint.provider.name };
  const rest = { model: turn.model, object: 'chat.completion.chunk', created: created(turn) };
  const event = ({ error, ...parts }: JsonObject): string =>
    write({ ...names, ...(error !== undefined && { error }), ...rest, ...parts });
  const old = (
    delta: JsonObject,
    finish: string | null,
    native: string | null,
    logprobs: JsonObject | null = null,
  ): JsonObject => {
    const { content = '', role = 'assistant', ...others } = delta;
    return {
      index: 0,
      delta: { role, content, ...others },
      finish_reason: finish,
      native_finish_reason: native,
      logprobs,
    };
  };
  return {
    event,
    text: (content, logprobs) =>
      event({ choices: [old({ content }, null, null, logprobs && { content: logprobs, refusal: null })] }),
    delta: (delta) => event({ choices: [old(delta, null, null)] }),
    finish: (finish, native) => event({ choices: [old({}, finish, native)] }),
    usage: (_finish, _native, usage, metadata) =>
      event({
        choices: [old({}, null, null)],
        usage: usageOf2025(usage),
        ...(metadata && { openrouter_metadata: metadata }),
      }),
  };
}

export const chunksOf = (turn: Turn, form: Form): Chunks => (form === 'B' ? older(turn) : recent(turn, form));
