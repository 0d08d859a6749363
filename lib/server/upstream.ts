import 'server-only';
import type { JsonObject } from '@/lib/core/json';
import { adaptAnswer } from '@/lib/wire/adapter';
import type { Clock } from '@/lib/wire/clock';
import { simulate } from '@/lib/simulator/simulate';
import { systemContext } from '@/lib/simulator/context';
import type { Credential } from './credential';
import { env } from './env';

/** OpenRouter as a function: the network is one, the simulator another. */
export type UpstreamFetch = (request: Request) => Promise<Response>;

export interface Upstream {
  kind: 'openrouter' | 'custom' | 'simulator';
  /** Ends in `/api/v1` for OpenRouter and the simulator; without a trailing slash. */
  baseUrl: string;
  send: UpstreamFetch;
}

const OPENROUTER = 'https://openrouter.ai/api/v1';

// A redirect would carry the prompt, and on the same host the key, to an address that nobody configured.
const network: UpstreamFetch = (request) => fetch(request, { redirect: 'error', cache: 'no-store' });

const simulator: UpstreamFetch = (request) => simulate(request, systemContext());

/** Chosen for each request at run time: a base URL, else OpenRouter for whoever has a key, else the simulator. */
export function upstreamFor(credential: Credential): Upstream {
  const { OPENROUTER_BASE_URL } = env();
  if (OPENROUTER_BASE_URL) return { kind: 'custom', baseUrl: OPENROUTER_BASE_URL, send: network };
  if (credential.owner !== 'nobody') return { kind: 'openrouter', baseUrl: OPENROUTER, send: network };
  return { kind: 'simulator', baseUrl: 'http://simulator.invalid/api/v1', send: simulator };
}

/** The headers of every upstream request: whose key, and which app this is (§1). */
export function upstreamHeaders(upstream: Upstream, credential: Credential): Headers {
  const { OPENROUTER_SITE_URL, OPENROUTER_APP_TITLE, OPENROUTER_APP_CATEGORIES } = env();
  const headers = new Headers({ 'X-OpenRouter-Title': OPENROUTER_APP_TITLE, 'X-OpenRouter-Metadata': 'enabled' });
  if (OPENROUTER_SITE_URL) headers.set('HTTP-Referer', OPENROUTER_SITE_URL);
  if (OPENROUTER_APP_CATEGORIES) headers.set('X-OpenRouter-Categories', OPENROUTER_APP_CATEGORIES);
  if (credential.owner !== 'nobody') headers.set('Authorization', `Bearer ${credential.key}`);
  else if (upstream.kind === 'simulator') headers.set('Authorization', 'Bearer simulator');
  return headers;
}

/**
 * The `fetch` for the SDK: sends `body` in place of what the SDK built, which lacks a dozen of OpenRouter's fields, and
 * adapts the answer to what the SDK reads without loss.
 */
export function chatFetch(
  upstream: Upstream,
  headers: Headers,
  body: JsonObject,
  model: string,
  clock: Clock,
): typeof fetch {
  return async (input, init) => {
    const startedAt = clock.now();
    const url = input instanceof Request ? input.url : String(input);
    const all = new Headers(headers);
    all.set('Content-Type', 'application/json');
    const response = await upstream.send(
      new Request(url, { method: 'POST', headers: all, body: JSON.stringify(body), signal: init?.signal ?? null }),
    );
    return adaptAnswer(response, { requestedModel: model, startedAt, clock, signal: init?.signal ?? null });
  };
}
