import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { invalid, type WireError } from '@/lib/simulator/wire-error';
import { at } from './checks';
import type { ChatRequest, Effort, FunctionTool, ProviderPreferences, ReasoningWish } from './chat-request';
import { RULES } from './rules';

type Parsed = { request: ChatRequest } | { error: WireError };

const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

function firstProblem(body: JsonObject): string | null {
  for (const [key, value] of Object.entries(body)) {
    const problem = value === null ? null : (RULES[key]?.(value) ?? null);
    if (problem === null) continue;
    // The wording that clients look for (§5.6).
    if (key === 'models' && problem.startsWith('must have')) return `'models' array ${problem}.`;
    return `Invalid input: ${at(key, problem)}`;
  }
  const { messages, prompt, metadata } = body;
  if (!Array.isArray(messages) && typeof prompt !== 'string') return 'Input required: specify "prompt" or "messages"';
  if (Array.isArray(messages) && messages.length === 0) return 'Invalid input: messages must have at least 1 item';
  if (isJsonObject(metadata ?? null) && Object.keys(metadata as JsonObject).length > 16)
    return 'Invalid input: metadata must have 16 pairs or fewer';
  if (typeof body.top_logprobs === 'number' && body.logprobs !== true)
    return 'Invalid input: top_logprobs needs logprobs to be true';
  return choiceProblem(body) ?? reasoningProblem(body);
}

/** A function that must be called has to be there. */
function choiceProblem({ tools, tool_choice: choice }: JsonObject): string | null {
  if (!isJsonObject(choice ?? null)) return null;
  const { type, function: named } = choice as JsonObject;
  if (type !== 'function' || !isJsonObject(named ?? null)) return null;
  const { name } = named as JsonObject;
  const known = objects(tools).some((tool) => isJsonObject(tool.function) && tool.function.name === name);
  return known ? null : `Invalid input: tool_choice names "${String(name)}", which is not among the tools`;
}

function reasoningProblem({ reasoning, reasoning_effort: effort }: JsonObject): string | null {
  if (!isJsonObject(reasoning ?? null)) return null;
  const wish = reasoning as ReasoningWish;
  if (wish.effort && wish.max_tokens)
    return 'Only one of "reasoning.effort" and "reasoning.max_tokens" can be specified';
  if (wish.effort && effort && wish.effort !== effort)
    return '"reasoning.effort" and "reasoning_effort" must not differ';
  return null;
}

/** `reasoning`, `reasoning_effort` and `include_reasoning` are three spellings of one wish (§2.7). */
function reasoningWish(body: JsonObject): ReasoningWish | null {
  const effort = typeof body.reasoning_effort === 'string' ? (body.reasoning_effort as Effort) : undefined;
  const wish: ReasoningWish = isJsonObject(body.reasoning ?? null) ? { ...(body.reasoning as ReasoningWish) } : {};
  if (effort) wish.effort ??= effort;
  if (body.include_reasoning === false) wish.exclude ??= true;
  const said =
    effort !== undefined || isJsonObject(body.reasoning ?? null) || typeof body.include_reasoning === 'boolean';
  return said ? wish : null;
}

function functionTool(tool: JsonObject): FunctionTool {
  const spec = isJsonObject(tool.function) ? tool.function : {};
  return {
    name: String(spec.name),
    description: typeof spec.description === 'string' ? spec.description : '',
    parameters: isJsonObject(spec.parameters) ? spec.parameters : { type: 'object', properties: {} },
  };
}

/** The OpenAI spellings of web search are the same tool (§2.6). */
const serverType = (type: string): string => (type.startsWith('web_search') ? 'openrouter:web_search' : type);

/** Chat only; these two are for other APIs (§2.6). */
const ELSEWHERE = new Set(['openrouter:bash', 'openrouter:shell', 'openrouter:apply_patch', 'openrouter:tool_search']);

/** Reads and checks a request body as the service does: known fields strictly, unknown fields not at all. */
export function parseChat(text: string): Parsed {
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    return { error: invalid('Invalid JSON in request body') };
  }
  if (!isJsonObject(body)) return { error: invalid('Invalid input: expected object') };
  const problem = firstProblem(body);
  if (problem)
    return {
      error: problem.startsWith("'models'")
        ? { ...invalid(problem), body: { error: { message: problem, code: 400 } } }
        : invalid(problem),
    };
  const tools = objects(body.tools);
  const elsewhere = tools.find(({ type }) => ELSEWHERE.has(String(type)));
  if (elsewhere) return { error: invalid(`${String(elsewhere.type)} is not supported by the Chat Completions API`) };
  const more = Array.isArray(body.models) ? body.models.map(String) : [];
  const models = [...(typeof body.model === 'string' ? [body.model] : []), ...more];
  return {
    request: {
      body,
      models: models.length > 0 ? [...new Set(models)] : ['openrouter/auto'],
      messages: Array.isArray(body.messages) ? objects(body.messages) : [{ role: 'user', content: body.prompt ?? '' }],
      stream: body.stream === true,
      provider: (isJsonObject(body.provider ?? null) ? body.provider : {}) as ProviderPreferences,
      reasoning: reasoningWish(body),
      tools: tools.filter(({ type }) => type === 'function').map(functionTool),
      serverTools: tools
        .filter(({ type }) => type !== 'function')
        .map((tool) => ({
          type: serverType(String(tool.type)),
          parameters: isJsonObject(tool.parameters) ? tool.parameters : tool,
        })),
      plugins: objects(body.plugins).filter(({ enabled }) => enabled !== false),
    },
  };
}
