import type { JsonObject } from '@/lib/core/json';
import { deepseek, haiku, type BodySituation } from './situation';

const docs = (code: string): string => `https://openrouter.ai/docs/errors#${code}`;

const refused = (
  name: string,
  status: number,
  error: JsonObject,
  failure: JsonObject = {},
  headers: Record<string, string> = {},
): BodySituation => ({
  name,
  status,
  headers,
  body: { error: { code: status, ...error }, user_id: 'user_situation' },
  text: '',
  fails: 'before',
  failure: { status, code: String(status), message: error['message'] ?? '', ...failure },
});

const unavailable = (
  name: string,
  status: number,
  error: { message: string; availability: JsonObject & { code: string }; metadata?: JsonObject },
  failure: JsonObject = {},
  headers: Record<string, string> = {},
): BodySituation => {
  const availability = { ...error.availability, docs_url: docs(error.availability.code) };
  return refused(name, status, { ...error, availability }, { availability, ...failure }, headers);
};

const RESET = 1_800_000_000_000;
const LIMITS = { 'X-RateLimit-Limit': '50', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': String(RESET) };

/** Answers with an error status, before any stream (§5). */
export const REFUSED: BodySituation[] = [
  unavailable(
    '400: a model that is not known',
    400,
    {
      message: 'openai/gpt-8-pico is not a valid model ID',
      metadata: { error_type: 'invalid_request' },
      availability: { code: 'model_not_found', retryable: false, fallback_models: ['openai/gpt-5-nano'] },
    },
    { errorType: 'invalid_request' },
  ),
  refused('400: too many fallbacks', 400, { message: "'models' array must have 3 items or fewer." }),
  refused(
    '400: a prompt that is too long',
    400,
    {
      message: 'The maximum context length is 131072 tokens, 200000 were asked for',
      metadata: { error_type: 'context_length_exceeded', provider_name: null },
    },
    { errorType: 'context_length_exceeded', providerName: null },
  ),
  refused('401: no key', 401, { message: 'Missing Authentication header' }),
  refused('401: a key that nobody has', 401, { message: 'User not found.' }),
  refused(
    '402: no credits',
    402,
    {
      message: 'This request requires more credits, or fewer max_tokens (asked 16000, affordable 2210)',
      metadata: { limit_source: 'openrouter_credits', remedy_hint: 'Add credits.', provider_name: null },
    },
    { affordableTokens: 2210, retryAfter: null },
  ),
  refused(
    '402: running requests hold the credits',
    402,
    { message: 'Running requests hold the rest', metadata: { reason: 'in_flight_budget_exhausted' } },
    { affordableTokens: null, retryAfter: 120 },
    { 'retry-after': '120' },
  ),
  refused(
    '403: moderation',
    403,
    {
      message: 'Your input was flagged for "violence".',
      metadata: {
        reasons: ['violence'],
        flagged_input: 'first...last',
        provider_name: 'Anthropic',
        model_slug: haiku.model,
      },
    },
    { providerName: 'Anthropic', metadata: { reasons: ['violence'] } },
  ),
  refused(
    '403: a guardrail',
    403,
    { message: 'Request blocked by a guardrail of this key', metadata: { patterns: ['disregard the rules'] } },
    { metadata: { patterns: ['disregard the rules'] } },
  ),
  refused('403: the limit of the key', 403, { message: 'Key limit exceeded (daily limit).' }),
  refused(
    '404: no endpoint with tools',
    404,
    {
      message: 'No endpoints found that support tool use.',
      metadata: {
        routing_funnel: [{ step: 'Initial Endpoints', endpoint_count: 2 }],
        failed_routing_step: 'Filter by Tool Support',
      },
    },
    { metadata: { failed_routing_step: 'Filter by Tool Support' } },
  ),
  unavailable('404: the data policy', 404, {
    message: 'no endpoint left under the data policy',
    metadata: { error_type: 'not_found' },
    availability: { code: 'privacy_restricted', retryable: false, excluded_by: ['data_policy:zdr'] },
  }),
  unavailable('404: the price limit', 404, {
    message: 'No endpoints match the price limit.',
    metadata: { error_type: 'not_found' },
    availability: {
      code: 'constraint_filtered',
      retryable: false,
      excluded_by: ['max_price'],
      constraint: { field: 'provider.max_price', detail: 'lowest price is above the limit' },
    },
  }),
  refused(
    "429: OpenRouter's own limit",
    429,
    {
      message: 'Rate limit exceeded: free-models-per-day.',
      metadata: { headers: LIMITS, limit_source: 'openrouter_free_tier_daily', provider_name: null },
    },
    { rateLimitReset: RESET, retryAfter: null },
    LIMITS,
  ),
  refused(
    "429: the provider's limit",
    429,
    {
      message: 'Provider returned error',
      metadata: { raw: 'qwen/qwen3-32b:free is rate-limited upstream', provider_name: 'Chutes', is_byok: false },
    },
    { providerMessage: 'qwen/qwen3-32b:free is rate-limited upstream', providerName: 'Chutes', rateLimitReset: null },
  ),
  unavailable(
    '429: every provider is full',
    429,
    {
      message: 'every provider is full, try again in 25 s',
      metadata: { error_type: 'rate_limit_exceeded', previous_errors: [{ provider: 'groq', status: 429 }] },
      availability: {
        code: 'capacity_exhausted',
        retryable: true,
        retry_after: 25,
        fallback_models: ['qwen/qwen3-8b'],
      },
    },
    { retryAfter: 25, errorType: 'rate_limit_exceeded' },
    { 'retry-after': '25' },
  ),
  refused(
    '502: the provider failed',
    502,
    {
      message: 'Provider returned error',
      metadata: {
        provider_name: 'DeepInfra',
        raw: '{"detail":"internal"}',
        error_type: 'provider_unavailable',
        provider_code: 'internal',
      },
    },
    { providerMessage: 'internal', providerName: 'DeepInfra', errorType: 'provider_unavailable' },
  ),
  unavailable(
    '503: no provider answers',
    503,
    {
      message: `Providers for ${deepseek.model} are not answering.`,
      metadata: { error_type: 'provider_overloaded' },
      availability: { code: 'temporarily_unavailable', retryable: true, retry_after: 15 },
    },
    { retryAfter: 15, errorType: 'provider_overloaded' },
    { 'retry-after': '15' },
  ),
];
