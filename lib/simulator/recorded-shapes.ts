// The keys of recorded traffic in their order, for tests (§3, §4).

export const USAGE =
  '{prompt_tokens,completion_tokens,total_tokens,cost,is_byok,prompt_tokens_details{cached_tokens,cache_write_tokens,audio_tokens,video_tokens},cost_details{upstream_inference_cost,upstream_inference_prompt_cost,upstream_inference_completions_cost},completion_tokens_details{reasoning_tokens,image_tokens,audio_tokens}}';
const CHOICE = (delta: string): string => `[{index,delta{${delta}},finish_reason,native_finish_reason}]`;
export const CHUNK = (delta: string): string => `{id,object,created,model,provider,choices${CHOICE(delta)}}`;
export const LAST = `{id,object,created,model,provider,service_tier,choices${CHOICE('content,role')},usage${USAGE}}`;

/** The envelope of an answer that is not streamed. @param message the keys of its message */
export const ENVELOPE = (message: string): string =>
  `{id,object,created,model,provider,system_fingerprint,service_tier,choices[{index,logprobs,finish_reason,native_finish_reason,message{${message}}}],usage${USAGE}}`;

export const WEATHER = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'Get weather for a place',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};
export const TIME = {
  type: 'function',
  function: {
    name: 'get_time',
    description: 'Get time for a place',
    parameters: { type: 'object', properties: { zone: { type: 'string' } }, required: ['zone'] },
  },
};

/** The shapes of a stream's events, each run of equal ones once. */
export const runs = (shapes: string[]): string[] => shapes.filter((one, i) => one !== shapes[i - 1]);
