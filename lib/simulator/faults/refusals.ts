import type { Endpoint } from '@/lib/simulator/catalogue/endpoints';
import type { SentinelId } from '@/lib/simulator/sentinels';
import { availability, type ErrorParts, type WireError, wireError } from '@/lib/simulator/wire-error';

/** Answers that are an HTTP error from the start, and whether the next model of the list is tried after them (§5.2). */
export interface Refusal {
  error: WireError;
  fallsBack: boolean;
  /** Whether a provider was asked at all. */
  tried: boolean;
}

export interface Circumstances {
  /** Milliseconds since the epoch. */
  now: number;
  /** Output tokens that the request asks for. */
  asked: number;
  /** The beginning and the end of the user's text. */
  flagged: string;
}

const DAY = 86_400_000;
const PROVIDER = 'Simulator';
const FIRST = 'Simulator A';

const stop = (status: number, message: string, parts: ErrorParts = {}): Refusal => ({
  error: wireError(status, message, parts),
  fallsBack: false,
  tried: false,
});

const next = (status: number, message: string, parts: ErrorParts = {}): Refusal => ({
  error: wireError(status, message, parts),
  fallsBack: true,
  tried: true,
});

/** Nothing to send the request to: the next model is tried, but no provider was. */
const pass = (status: number, message: string, parts: ErrorParts = {}): Refusal => ({
  ...next(status, message, parts),
  tried: false,
});

const gone = (
  id: string,
  code: string,
  message: string,
  more: Record<string, string[] | Record<string, string>> = {},
): Refusal =>
  pass(404, message, { metadata: { error_type: 'not_found' }, availability: availability(code, [id], more) });

function ownLimit({ now }: Circumstances): Refusal {
  const headers = {
    'X-RateLimit-Limit': '50',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': String((Math.floor(now / DAY) + 1) * DAY),
  };
  const metadata = { headers, limit_source: 'openrouter_free_tier_daily', provider_name: null };
  return stop(429, 'Rate limit exceeded: free-models-per-day.', { metadata, headers, user: true });
}

const capacity = (id: string): Refusal => {
  const previous = ['simulator-a', 'simulator-b'].map((provider) => ({
    provider,
    code: 'capacity_exhausted',
    status: 429,
  }));
  const more = {
    retry_after: 25,
    affected_providers: ['simulator-a', 'simulator-b'],
    fallback_models: ['openai/gpt-5-mini'],
  };
  const { status, body, headers } = wireError(429, `${id}: every provider is full, try again in 25 s`, {
    headers: { 'Retry-After': '25' },
  });
  const error = { message: `${id}: every provider is full, try again in 25 s`, code: 429 };
  const metadata = { error_type: 'rate_limit_exceeded', previous_errors: previous };
  // Here the service writes availability before metadata.
  return {
    error: {
      status,
      headers,
      body: { ...body, error: { ...error, availability: availability('capacity_exhausted', [id], more), metadata } },
    },
    fallsBack: true,
    tried: true,
  };
};

const unavailable = (id: string): Refusal =>
  next(503, `Providers for ${id} are not answering.`, {
    metadata: { error_type: 'provider_overloaded' },
    availability: availability('temporarily_unavailable', [id], { retry_after: 15 }),
    headers: { 'Retry-After': '15' },
  });

const limited = (id: string, provider: string): Refusal =>
  next(429, 'Provider returned error', {
    metadata: {
      raw: `${id} is rate-limited upstream`,
      provider_name: provider,
      is_byok: false,
      limit_source: 'upstream_provider_shared_pool',
    },
    user: true,
  });

const unanswered = (provider: string): Refusal =>
  next(502, 'Provider returned error', {
    metadata: {
      provider_name: provider,
      raw: '{"detail":"internal"}',
      error_type: 'provider_unavailable',
      provider_code: 'internal',
    },
  });

/** Output tokens that the last credits of `simulator/402` pay for. */
const AFFORDABLE = 2210;

const REFUSALS: Partial<Record<SentinelId, (circumstances: Circumstances, id: string) => Refusal | null>> = {
  'simulator/400': () =>
    stop(400, 'Invalid request: this model accepts nothing', {
      metadata: { error_type: 'invalid_request' },
      user: true,
    }),
  'simulator/401': () => stop(401, 'User not found.'),
  'simulator/402': ({ asked }) => {
    if (asked <= AFFORDABLE) return null;
    const message = `This request requires more credits, or fewer max_tokens (asked ${asked}, affordable ${AFFORDABLE})`;
    const metadata = {
      limit_source: 'openrouter_credits',
      remedy_hint: 'Add credits or lower max_tokens.',
      provider_name: null,
    };
    return stop(402, message, { metadata, user: true });
  },
  'simulator/402-in-flight': () =>
    stop(402, 'Running requests hold the rest of the credits', {
      metadata: { reason: 'in_flight_budget_exhausted', limit_source: 'openrouter_in_flight_budget' },
      headers: { 'Retry-After': '120' },
    }),
  'simulator/403-moderation': ({ flagged }, id) =>
    next(
      403,
      `${id} requires moderation on ${PROVIDER}. Your input was flagged for "violence". No credits were charged.`,
      {
        metadata: { reasons: ['violence'], flagged_input: flagged, provider_name: PROVIDER, model_slug: id },
        user: true,
      },
    ),
  'simulator/403-guardrail': () =>
    stop(403, 'Request blocked by a guardrail of this key', {
      metadata: { patterns: ['disregard the system prompt'] },
    }),
  'simulator/403-key-limit': () => stop(403, 'Key limit exceeded (daily limit).'),
  'simulator/403-region': (_, id) =>
    pass(403, `${id} is not offered in your region`, {
      metadata: { error_type: 'permission_denied' },
      availability: availability('region_restricted', [id], { excluded_by: ['geo'] }),
    }),
  'simulator/404-no-endpoints': (_, id) => gone(id, 'no_endpoints', `No endpoints found for ${id}.`),
  'simulator/404-deprecated': (_, id) =>
    gone(id, 'model_deprecated', `${id} has been retired`, { fallback_models: ['openai/gpt-5-mini'] }),
  'simulator/404-upstream': (_, id) =>
    gone(id, 'model_unavailable_upstream', `${id} is no longer offered by its provider`, {
      affected_providers: ['simulator'],
    }),
  'simulator/404-privacy': (_, id) =>
    gone(id, 'privacy_restricted', `No endpoints found for ${id} matching your data policy (zero retention)`, {
      excluded_by: ['data_policy:zdr'],
    }),
  'simulator/404-filtered': (_, id) =>
    gone(id, 'constraint_filtered', `No endpoints for ${id} match the price limit.`, {
      excluded_by: ['max_price'],
      constraint: { field: 'provider.max_price', detail: 'lowest price is above the limit' },
    }),
  'simulator/404-free-ended': (_, id) =>
    gone(id, 'free_variant_ended', `The free period of ${id} has ended; the paid model goes on`, {
      fallback_models: ['openai/gpt-5-mini'],
    }),
  'simulator/408': () => next(408, 'Request timed out', { metadata: { error_type: 'timeout' } }),
  'simulator/429': ownLimit,
  'simulator/429-provider': (_, id) => limited(id, PROVIDER),
  'simulator/429-capacity': (_, id) => capacity(id),
  'simulator/500': () => pass(500, 'Internal Server Error', { metadata: { error_type: 'server' } }),
  'simulator/502': () => unanswered(PROVIDER),
  'simulator/503': (_, id) => unavailable(id),
  'simulator/down': (_, id) => unavailable(id),
  'simulator/529': () =>
    next(529, 'Provider returned error', {
      metadata: {
        provider_name: PROVIDER,
        raw: '{"type":"overloaded_error","message":"Overloaded"}',
        error_type: 'provider_overloaded',
      },
    }),
};

/** What the first provider of a model says whose other providers are well. */
const FIRST_ONLY: Partial<Record<SentinelId, (id: string) => Refusal>> = {
  'simulator/provider-down': () => unanswered(FIRST),
  'simulator/provider-limited': (id) => limited(id, FIRST),
};

/** A provider that no request reaches, so that its row can tell. */
export const isDown = ({ row: { id }, provider }: Endpoint): boolean =>
  id === 'simulator/down' || (id === 'simulator/provider-down' && provider.name === FIRST);

/** The refusal of a sentinel at one of its providers, or null for one that answers (well or badly). */
export function refusalOf({ row: { id }, provider }: Endpoint, circumstances: Circumstances): Refusal | null {
  const everywhere = REFUSALS[id as SentinelId]?.(circumstances, id);
  if (everywhere) return everywhere;
  return provider.name === FIRST ? (FIRST_ONLY[id as SentinelId]?.(id) ?? null) : null;
}
