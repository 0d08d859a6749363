/**
 * Model ids that misbehave on purpose: the one table that the picker, the tests and README.md share.
 * Everything else about them (status, body, stream) follows from the id.
 */
export interface Sentinel {
  id: string;
  name: string;
  /** In plain words, for a person who picks it. */
  does: string;
}

export const SENTINELS = [
  {
    id: 'simulator/400',
    name: 'Simulator: 400 bad request',
    does: 'Refuses the request as malformed. Fallbacks are not tried.',
  },
  { id: 'simulator/401', name: 'Simulator: 401 unknown key', does: 'Says that the key belongs to nobody.' },
  {
    id: 'simulator/402',
    name: 'Simulator: 402 no credits',
    does: 'Asks for more credits or fewer tokens, and says how many are affordable; answers when max_tokens is no more.',
  },
  {
    id: 'simulator/402-in-flight',
    name: 'Simulator: 402 budget in flight',
    does: 'Running requests hold the rest of the credits; may be tried again after 120 s (Retry-After).',
  },
  {
    id: 'simulator/403-moderation',
    name: 'Simulator: 403 moderation',
    does: 'The input was flagged; names the reasons and the flagged text. Falls back.',
  },
  {
    id: 'simulator/403-guardrail',
    name: 'Simulator: 403 guardrail',
    does: 'A guardrail of the key blocked the request; names the pattern.',
  },
  { id: 'simulator/403-key-limit', name: 'Simulator: 403 key limit', does: 'The daily limit of the key is used up.' },
  {
    id: 'simulator/403-region',
    name: 'Simulator: 403 region',
    does: 'Not offered in this region (availability region_restricted).',
  },
  {
    id: 'simulator/404-no-endpoints',
    name: 'Simulator: 404 no endpoints',
    does: 'No provider offers the model now (availability no_endpoints).',
  },
  {
    id: 'simulator/404-deprecated',
    name: 'Simulator: 404 deprecated',
    does: 'The model was retired; names a replacement (availability model_deprecated).',
  },
  {
    id: 'simulator/404-upstream',
    name: 'Simulator: 404 unavailable upstream',
    does: 'The provider took the model away (availability model_unavailable_upstream).',
  },
  {
    id: 'simulator/404-privacy',
    name: 'Simulator: 404 privacy',
    does: 'No provider left under the data policy (availability privacy_restricted).',
  },
  {
    id: 'simulator/404-filtered',
    name: 'Simulator: 404 filtered',
    does: 'No provider left under a routing constraint (availability constraint_filtered).',
  },
  {
    id: 'simulator/404-free-ended',
    name: 'Simulator: 404 free period ended',
    does: 'The free variant is over; names the paid one (availability free_variant_ended).',
  },
  { id: 'simulator/408', name: 'Simulator: 408 timeout', does: 'The request timed out before an answer. Falls back.' },
  {
    id: 'simulator/429',
    name: 'Simulator: 429 rate limit',
    does: "OpenRouter's own limit, with X-RateLimit headers and the time of the reset.",
  },
  {
    id: 'simulator/429-provider',
    name: 'Simulator: 429 provider limit',
    does: 'The provider limits the rate; the useful message is in metadata.raw. Falls back.',
  },
  {
    id: 'simulator/429-capacity',
    name: 'Simulator: 429 capacity',
    does: 'Every provider is full; try again in 25 s (Retry-After, availability capacity_exhausted). Falls back.',
  },
  { id: 'simulator/500', name: 'Simulator: 500 internal error', does: 'OpenRouter itself fails.' },
  {
    id: 'simulator/502',
    name: 'Simulator: 502 bad gateway',
    does: 'The provider answers nonsense; its message is in metadata.raw. Falls back.',
  },
  {
    id: 'simulator/503',
    name: 'Simulator: 503 unavailable',
    does: 'No provider answers; try again in 15 s (availability temporarily_unavailable). Falls back.',
  },
  { id: 'simulator/529', name: 'Simulator: 529 overloaded', does: 'The provider is overloaded. Falls back.' },
  { id: 'simulator/down', name: 'Simulator: down', does: 'Always down: put it first and a fallback serves.' },
  {
    id: 'simulator/provider-down',
    name: 'Simulator: one provider down',
    does: 'Has two providers: the first is down (502), so the second serves at its own price, unless allow_fallbacks is off.',
  },
  {
    id: 'simulator/provider-limited',
    name: 'Simulator: one provider limited',
    does: 'Has two providers: the first limits the rate (429), so the second serves at its own price, unless allow_fallbacks is off.',
  },
  {
    id: 'simulator/200-error',
    name: 'Simulator: 200 with an error',
    does: 'HTTP 200, but the body is an error and not an answer; streamed: a stream with nothing but the error.',
  },
  {
    id: 'simulator/error-first',
    name: 'Simulator: error before the first token',
    does: 'Keep-alives under HTTP 200, then an error before any text.',
  },
  {
    id: 'simulator/error-mid',
    name: 'Simulator: error mid-stream',
    does: 'Some text, then an error chunk with finish_reason "error", and no [DONE] (form a, as documented).',
  },
  {
    id: 'simulator/error-mid-b',
    name: 'Simulator: error mid-stream, with usage',
    does: 'Some text, then an error beside usage and a null finish_reason (form b, late 2025).',
  },
  {
    id: 'simulator/error-mid-c',
    name: 'Simulator: error mid-stream, string code',
    does: 'Some text, then an error with a code in words and empty choices (form c).',
  },
  {
    id: 'simulator/error-mid-d',
    name: 'Simulator: error mid-stream, no error object',
    does: 'Some text, then finish_reason "error" and nothing else (form d).',
  },
  {
    id: 'simulator/cut',
    name: 'Simulator: cut connection',
    does: 'Some text, then the connection breaks without an end.',
  },
  {
    id: 'simulator/end-early',
    name: 'Simulator: end without a finish',
    does: 'Some text, then the body ends cleanly, without finish reason, usage or [DONE].',
  },
  {
    id: 'simulator/keep-alive',
    name: 'Simulator: endless keep-alive',
    does: 'Comments for ever, never a token: only a stop or a timeout ends it.',
  },
  { id: 'simulator/empty', name: 'Simulator: empty completion', does: 'No text and no finish reason; costs nothing.' },
  {
    id: 'simulator/malformed',
    name: 'Simulator: malformed chunks',
    does: 'Broken JSON, unknown fields and events without choices between good chunks; the text around them is whole.',
  },
  {
    id: 'simulator/all-reasoning',
    name: 'Simulator: all reasoning',
    does: 'Spends every output token on reasoning: empty content, finish_reason "length".',
  },
  {
    id: 'simulator/refusal',
    name: 'Simulator: refusal',
    does: 'Refuses in delta.refusal and ends with content_filter.',
  },
  {
    id: 'simulator/slow',
    name: 'Simulator: very slow',
    does: 'Four seconds to the first token, then two tokens a second, with comments between.',
  },
  {
    id: 'simulator/flood',
    name: 'Simulator: flood',
    does: 'As fast as possible: exactly max_tokens chunks of one token each (1,000 when unset).',
  },
  {
    id: 'simulator/paced-100',
    name: 'Simulator: 100 tokens a second',
    does: 'Plain filler text at exactly 100 tokens a second, max_tokens of them (500 when unset).',
  },
  {
    id: 'simulator/paced-500',
    name: 'Simulator: 500 tokens a second',
    does: 'Plain filler text at exactly 500 tokens a second, max_tokens of them (2,500 when unset).',
  },
  {
    id: 'simulator/markdown',
    name: 'Simulator: Markdown',
    does: 'A long answer with every kind of Markdown, at exactly 100 tokens a second.',
  },
  {
    id: 'simulator/markdown-500',
    name: 'Simulator: Markdown, fast',
    does: 'The same long Markdown answer at exactly 500 tokens a second.',
  },
  {
    id: 'simulator/hostile',
    name: 'Simulator: hostile Markdown',
    does: 'Raw HTML, scripts, javascript: links, remote images and very long lines. Nothing of it may act.',
  },
  {
    id: 'simulator/thinking',
    name: 'Simulator: long thinking',
    does: 'Reasons for more than a thousand tokens, then answers.',
  },
  {
    id: 'simulator/form-b',
    name: 'Simulator: older end of stream (2025)',
    does: 'Usage beside a null finish_reason, keys in the order of 2025 (form B).',
  },
  {
    id: 'simulator/form-c',
    name: 'Simulator: older end of stream (March 2026)',
    does: 'Usage on a chunk with empty choices (form C).',
  },
  {
    id: 'simulator/odd-tool',
    name: 'Simulator: odd tool call',
    does: 'Calls the first tool in one chunk, without arguments, and ends with finish_reason "stop".',
  },
  {
    id: 'simulator/dated',
    name: 'Simulator: dated name',
    does: 'Answers under its canonical slug, which is no fallback.',
  },
  {
    id: 'simulator/byok',
    name: 'Simulator: own provider key',
    does: 'Served by a key of your own provider account (BYOK): OpenRouter takes a fee of 5 %, the provider bills the rest.',
  },
  {
    id: 'simulator/echo',
    name: 'Simulator: echo',
    does: 'Answers with the request body it received, as JSON in a code block.',
  },
] as const satisfies readonly Sentinel[];

export type SentinelId = (typeof SENTINELS)[number]['id'];

const IDS: ReadonlySet<string> = new Set(SENTINELS.map(({ id }) => id));

export const isSentinel = (id: string): id is SentinelId => IDS.has(id);

/** Ends of bearer keys that are refused; every other key is accepted. Only an unknown one is refused beyond chat. */
export const SENTINEL_KEYS = [
  { ends: '-invalid', status: 401, message: 'User not found.', resets: null, does: 'belongs to nobody' },
  { ends: '-broke', status: 402, message: 'Insufficient credits', resets: null, does: 'has no credits left' },
  {
    ends: '-limited',
    status: 403,
    message: 'Key limit exceeded (daily limit).',
    resets: 'daily',
    does: 'has used up its daily limit',
  },
] as const;
