import { type Endpoint, endpointsOf } from '@/lib/simulator/catalogue/endpoints';
import { type Circumstances, refusalOf } from '@/lib/simulator/faults/refusals';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import type { WireError } from '@/lib/simulator/wire-error';
import { filterEndpoints } from './filters';
import { compareBy, mixesModels, orderEndpoints, sortOf } from './order';
import { type Candidate, resolveModel } from './resolve';
import { pickModel, strategyOf } from './router';
import { prepare } from './prepare';

/** An endpoint that was ready to serve, and for which entry of the list. */
export interface Offer {
  candidate: Candidate;
  endpoint: Endpoint;
}

/** One try of a provider, and the HTTP status it came to. */
export interface Attempt {
  endpoint: Endpoint;
  status: number;
}

export interface Route {
  served: Offer;
  /** Failed tries first, the one that served last. */
  attempts: Attempt[];
  /** Every endpoint that could have served. */
  offers: Offer[];
  /** The router the request named, if it named one. */
  router: string | null;
  strategy: string;
}

/** What stands in the way of an answer, with what the metadata of an error says about it. */
export interface NoRoute {
  error: WireError;
  attempts: Attempt[];
  offers: Offer[];
  strategy: string;
}

function candidatesOf(request: ChatRequest): { candidates: Candidate[]; router: string | null } | { error: WireError } {
  const candidates: Candidate[] = [];
  let router: string | null = null;
  for (const asked of request.models) {
    const resolved = resolveModel(asked);
    if ('error' in resolved) return resolved;
    const { candidate } = resolved;
    if (strategyOf(candidate.row.id) === null) {
      candidates.push(candidate);
      continue;
    }
    const picked = pickModel(candidate.row.id, request);
    if ('error' in picked) return picked;
    router ??= candidate.row.id;
    candidates.push({ ...candidate, row: picked.row });
  }
  return { candidates, router };
}

/** Walks the list of models: filters, refusals, then the first endpoint that is left (§7.3). */
export function route(request: ChatRequest, circumstances: Circumstances): { route: Route } | { none: NoRoute } {
  const found = candidatesOf(request);
  if ('error' in found) return { none: { error: found.error, attempts: [], offers: [], strategy: 'direct' } };
  const { candidates, router } = found;
  const [first] = candidates;
  const alias = first?.alias ? 'latest' : 'direct';
  const attempts: Attempt[] = [];
  const offers: Offer[] = [];
  const ready: Offer[] = [];
  let last: WireError | null = null;
  for (const candidate of candidates) {
    const { row, variants } = candidate;
    const filtered = filterEndpoints(endpointsOf(row), request, row.id);
    if ('error' in filtered) {
      last ??= filtered.error;
      if (candidates.length > 1) last = filtered.error;
      continue;
    }
    const mine = orderEndpoints(filtered.left, request, variants).map((endpoint) => ({ candidate, endpoint }));
    const [best] = mine;
    offers.push(...mine);
    const problem = prepare(request, candidate);
    const refusal = problem
      ? { error: problem, fallsBack: problem.status === 400 && candidates.length > 1, tried: false }
      : refusalOf(row.id, circumstances);
    if (!refusal) {
      ready.push(...mine);
      continue;
    }
    if (ready.length > 0) break;
    last = refusal.error;
    if (best && refusal.tried) attempts.push({ endpoint: best.endpoint, status: refusal.error.status });
    if (!refusal.fallsBack) break;
  }
  const by = first && mixesModels(request) ? (sortOf(request, first.variants) ?? 'price') : null;
  const [served] = by ? ready.toSorted((a, b) => compareBy(by)(a.endpoint, b.endpoint)) : ready;
  const fellBack = served !== undefined && served.candidate !== first;
  const strategy = router ? (strategyOf(router) ?? 'auto') : fellBack ? 'fallback' : alias;
  if (served) {
    const tries = [...attempts, { endpoint: served.endpoint, status: 200 }];
    return { route: { served, attempts: tries, offers, router, strategy } };
  }
  const error = last ?? { status: 404, headers: {}, body: { error: { message: 'No endpoints found.', code: 404 } } };
  return { none: { error, attempts, offers, strategy: candidates.length > 1 ? 'fallback' : alias } };
}
