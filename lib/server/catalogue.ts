import 'server-only';
import { gzipSync } from 'node:zlib';
import { failure, type Failure } from '@/lib/core/failure';
import type { Model } from '@/lib/core/model';
import { toModels } from '@/lib/wire/catalogue';
import { failureFromAnswer, parseJson } from '@/lib/wire/failure';
import { type Credential, credentialOf } from './credential';
import { guard } from './guard';
import { refuse } from './refuse';
import { type Upstream, upstreamFor, upstreamHeaders } from './upstream';

/** How long a list serves without a look at the upstream: what OpenRouter's own edge does (§6). */
const FRESH_MS = 300_000;
const TIMEOUT_MS = 20_000;

interface Catalogue {
  /** Unix milliseconds. */
  fetchedAt: number;
  /** `{ models, fetchedAt, upstream }` as JSON, and packed: Next does not compress what a route handler answers. */
  json: string;
  packed: Uint8Array<ArrayBuffer>;
}

function toCatalogue(models: Model[], upstream: Upstream['kind']): Catalogue {
  const fetchedAt = Date.now();
  const json = JSON.stringify({ models, fetchedAt, upstream });
  return { fetchedAt, json, packed: new Uint8Array(gzipSync(json)) };
}

function send({ json, packed }: Catalogue, request: Request): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', vary: 'accept-encoding' };
  const gzip = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  return gzip
    ? new Response(packed, { headers: { ...headers, 'content-encoding': 'gzip' } })
    : new Response(json, { headers });
}

// Per instance and only a cache: another instance that asks again costs one request.
const store = globalThis as { catalogues?: Map<string, Catalogue> };
const catalogues = (store.catalogues ??= new Map());

async function fetchCatalogue(upstream: Upstream, credential: Credential): Promise<Catalogue | Failure> {
  const url = `${upstream.baseUrl}/models`;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await upstream.send(new Request(url, { headers: upstreamHeaders(upstream, credential), signal }));
    const body = await response.text();
    if (!response.ok) return failureFromAnswer(response.status, response.headers, body, Date.now());
    return toCatalogue(toModels(parseJson(body)), upstream.kind);
  } catch {
    return failure('unreachable', 'The list of models could not be loaded from the upstream.', { status: 502 });
  }
}

/** `GET /api/models`: the catalogue, trimmed to what we read. `?refresh` asks the upstream again. */
export async function getModels(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  const credential = credentialOf(request);
  const upstream = upstreamFor(credential);
  const known = catalogues.get(upstream.baseUrl);
  const wanted = new URL(request.url).searchParams.has('refresh');
  const fresh = known && !wanted && Date.now() - known.fetchedAt < FRESH_MS;
  const found = fresh ? known : await fetchCatalogue(upstream, credential);
  if ('message' in found) {
    // An old list beats none: prices carry its date.
    return known ? send(known, request) : refuse({ ...found, status: found.status ?? 502 });
  }
  catalogues.set(upstream.baseUrl, found);
  return send(found, request);
}
