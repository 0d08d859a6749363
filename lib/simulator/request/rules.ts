import { isJsonObject } from '@/lib/core/json';
import {
  anything,
  boolean,
  type Check,
  either,
  fields,
  integer,
  list,
  number,
  object,
  oneOf,
  record,
  string,
} from './checks';

const EFFORTS = oneOf('max', 'xhigh', 'high', 'medium', 'low', 'minimal', 'none');
const SORTS = oneOf('price', 'throughput', 'latency', 'exacto');

const part: Check = (value) => {
  const problem = fields({
    type: oneOf('text', 'image_url', 'file', 'input_audio', 'video_url', 'input_video'),
    text: string(),
  })(value);
  if (problem) return problem;
  if (!isJsonObject(value) || value.type === undefined) return '.type is required';
  return value.type === 'text' && typeof value.text !== 'string' ? '.text is required' : null;
};

const message: Check = (value) => {
  const problem = fields({
    role: oneOf('system', 'developer', 'user', 'assistant', 'tool'),
    content: either(string(), list(part)),
    name: string(),
    tool_call_id: string(),
    tool_calls: list(fields({ id: string(), function: fields({ name: string(), arguments: string() }) })),
    reasoning: string(),
    reasoning_details: list(object),
  })(value);
  if (problem) return problem;
  if (!isJsonObject(value) || value.role === undefined || value.role === null) return '.role is required';
  if (value.role === 'tool' && typeof value.tool_call_id !== 'string') return '.tool_call_id is required';
  const optional = value.role === 'assistant';
  return !optional && (value.content === undefined || value.content === null) ? '.content is required' : null;
};

const tool: Check = (value) => {
  const problem = fields({
    type: string(),
    function: fields({ name: string(64), description: string(), parameters: object }),
  })(value);
  if (problem) return problem;
  if (!isJsonObject(value) || typeof value.type !== 'string') return '.type is required';
  if (value.type !== 'function') return null;
  return isJsonObject(value.function) && typeof value.function.name === 'string' ? null : '.function.name is required';
};

const choice: Check = (value) => {
  const problem = fields({ type: string(), function: fields({ name: string(64) }) })(value);
  if (problem) return problem;
  if (!isJsonObject(value) || typeof value.type !== 'string') return '.type is required';
  if (value.type !== 'function') return null;
  return isJsonObject(value.function) && typeof value.function.name === 'string' ? null : '.function.name is required';
};

const format: Check = (value) => {
  const problem = fields({
    type: oneOf('text', 'json_object', 'json_schema', 'grammar', 'python'),
    json_schema: fields({ name: string(64, /^[a-zA-Z0-9_-]+$/), schema: object, strict: boolean }),
  })(value);
  if (problem) return problem;
  if (!isJsonObject(value) || value.type === undefined) return '.type is required';
  const named = isJsonObject(value.json_schema) && typeof value.json_schema.name === 'string';
  return value.type === 'json_schema' && !named ? '.json_schema.name is required' : null;
};

const money = either(number(0, Infinity), string());

/** The provider object is closed: an unknown field in it is refused (§2). */
const PROVIDER = fields(
  {
    order: list(string()),
    only: list(string()),
    ignore: list(string()),
    allow_fallbacks: boolean,
    require_parameters: boolean,
    data_collection: oneOf('allow', 'deny'),
    zdr: boolean,
    enforce_distillable_text: boolean,
    quantizations: list(oneOf(...'int4 int8 fp4 mxfp4 nvfp4 fp6 fp8 mxfp8 fp16 bf16 fp32 unknown'.split(' '))),
    sort: either(SORTS, fields({ by: SORTS, partition: oneOf('model', 'none') })),
    preferred_min_throughput: either(number(0, Infinity), record(number(0, Infinity))),
    preferred_max_latency: either(number(0, Infinity), record(number(0, Infinity))),
    max_price: fields({ prompt: money, completion: money, request: money, image: money, audio: money }, true),
  },
  true,
);

/** What each known field of a request must be (§2.1). Unknown fields pass. */
export const RULES: Readonly<Record<string, Check>> = {
  messages: list(message),
  prompt: string(),
  model: string(),
  models: list(string(), 3),
  stream: boolean,
  max_tokens: integer(1),
  max_completion_tokens: integer(1),
  temperature: number(0, 2),
  top_p: number(0, 1),
  top_k: integer(0),
  min_p: number(0, 1),
  top_a: number(0, 1),
  frequency_penalty: number(-2, 2),
  presence_penalty: number(-2, 2),
  repetition_penalty: number(0, 2),
  seed: integer(),
  stop: either(string(), list(string(), 4)),
  logit_bias: record(number(-100, 100)),
  logprobs: boolean,
  top_logprobs: integer(0, 20),
  response_format: format,
  structured_outputs: boolean,
  tools: list(tool),
  tool_choice: either(oneOf('none', 'auto', 'required'), choice),
  parallel_tool_calls: boolean,
  reasoning: fields({
    effort: EFFORTS,
    max_tokens: integer(1),
    exclude: boolean,
    enabled: boolean,
    summary: oneOf('auto', 'concise', 'detailed'),
    context: oneOf('auto', 'all_turns', 'current_turn'),
    mode: oneOf('standard', 'pro'),
  }),
  reasoning_effort: EFFORTS,
  include_reasoning: boolean,
  verbosity: oneOf('low', 'medium', 'high', 'xhigh', 'max'),
  plugins: list(fields({ id: string(), enabled: boolean })),
  provider: PROVIDER,
  route: oneOf('fallback', 'sort'),
  transforms: list(string()),
  preset: string(),
  user: string(),
  session_id: string(256),
  metadata: record(string(512)),
  service_tier: oneOf('auto', 'default', 'fast', 'flex', 'priority', 'scale'),
  modalities: list(oneOf('text', 'image', 'audio')),
  image_config: object,
  debug: fields({ echo_upstream_body: boolean }),
  cache_control: object,
  max_tool_calls: integer(1, 30),
  usage: anything,
};
