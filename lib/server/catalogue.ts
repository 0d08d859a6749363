import 'server-only';
import { failure, type Failure } from '@/lib/core/failure';
import { readCatalogue, type ReadCatalogue } from '@/lib/wire/catalogue';
import { failureFromAnswer, parseJson } from '@/lib/wire/failure';
import { ask } from './ask';
import { type Credential, credentialOf } from './credential';
import { guard } from './guard';
import { clearUnreadable } from './key-cookie';
import { refuse } from './refuse';
import { type Upstream, upstreamFor } from './upstream';

/** How long a list serves without a look at the upstream: what OpenRouter's own edge does (§6). */
const FRESH_MS = 300_000;
/** However often a visitor refreshes, the upstream is asked no more often than this. */
const REFRESH_MS = 5000;

interface Catalogue extends ReadCatalogue {
  /** Unix milliseconds. */
  fetchedAt: number;
  upstream: Upstream['kind'];
}

/** @param failed why the list is an old one */
const send = (catalogue: Catalogue, failed?: string): Response =>
  Response.json({ ...catalogue, failed }, { headers: { 'cache-control': 'no-store' } });

// Per instance and only a cache: another instance that asks again costs one request.
const store = globalThis as { catalogues?: Map<string, Catalogue> };
const catalogues = (store.catalogues ??= new Map());

async function fetchCatalogue(upstream: Upstream, credential: Credential): Promise<Catalogue | Failure> {
  try {
    const { ok, status, headers, text } = await ask(upstream, credential, '/models');
    if (!ok) return failureFromAnswer(status, headers, text, Date.now());
    const read = readCatalogue(parseJson(text));
    if (!read) return failure('before', 'What the upstream sent is no list of models.', { status: 502 });
    return { ...read, fetchedAt: Date.now(), upstream: upstream.kind };
  } catch {
    return failure('unreachable', 'The list of models could not be loaded from the upstream.', { status: 502 });
  }
}

async function answerModels(request: Request): Promise<Response> {
  const credential = await credentialOf(request);
  const upstream = upstreamFor(credential);
  // What another server lists may depend on the key, so a visitor's list is nobody else's.
  const shared = upstream.kind !== 'custom' || credential.owner !== 'visitor';
  const known = shared ? catalogues.get(upstream.baseUrl) : undefined;
  const wanted = new URL(request.url).searchParams.has('refresh');
  const fresh = known && Date.now() - known.fetchedAt < (wanted ? REFRESH_MS : FRESH_MS);
  const found = fresh ? known : await fetchCatalogue(upstream, credential);
  if ('message' in found) {
    // An old list beats none: prices carry its date.
    return known ? send(known, found.message) : refuse({ ...found, status: found.status ?? 502 });
  }
  if (shared) catalogues.set(upstream.baseUrl, found);
  return send(found);
}

/** `GET /api/models`: the catalogue, trimmed to what we read. `?refresh` asks the upstream again. */
export async function getModels(request: Request): Promise<Response> {
  const forbidden = guard(request);
  if (forbidden) return refuse(forbidden);
  // Every page asks for this once, so a cookie that nobody can open goes with the first page that brings it.
  return clearUnreadable(request, await answerModels(request));
}
