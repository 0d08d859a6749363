import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { type Endpoint, endpointsOf } from '@/lib/simulator/catalogue/endpoints';
import { type Circumstances, refusalOf } from '@/lib/simulator/faults/refusals';
import type { ChatRequest } from '@/lib/simulator/request/chat-request';
import { type WireError, wireError } from '@/lib/simulator/wire-error';
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

/** One try of a provider, the HTTP status it came to, and what it said when it failed. */
export interface Attempt {
  endpoint: Endpoint;
  status: number;
  error?: WireError;
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

/** One model of the list, ready to be asked or refused before any of its providers was. */
type Stage = { candidate: Candidate; offers: Offer[]; problem: { error: WireError; goesOn: boolean } | null };

function stageOf(candidate: Candidate, request: ChatRequest, several: boolean): Stage {
  const { row, variants } = candidate;
  const filtered = filterEndpoints(endpointsOf(row), request, row.id);
  if ('error' in filtered) return { candidate, offers: [], problem: { error: filtered.error, goesOn: true } };
  const offers = orderEndpoints(filtered.left, request, variants).map((endpoint) => ({ candidate, endpoint }));
  const error = prepare(request, candidate);
  return { candidate, offers, problem: error && { error, goesOn: error.status === 400 && several } };
}

/** Whether the next provider of the same model is asked when one fails (§2.8): without backups, only if it was listed. */
const hasBackups = ({ provider }: ChatRequest): boolean =>
  provider.allow_fallbacks !== false || (provider.order ?? []).length > 0;

/** The providers of each model in turn, or those of all models in one order. Empty for a model that has a problem. */
function turnsOf(stages: readonly Stage[], request: ChatRequest): { offers: Offer[]; stage: Stage | null }[] {
  const most = hasBackups(request) ? Infinity : 1;
  const ready = ({ problem, offers }: Stage): Offer[] => (problem ? [] : offers.slice(0, most));
  const [first] = stages;
  if (!first || !mixesModels(request)) return stages.map((stage) => ({ stage, offers: ready(stage) }));
  const by = sortOf(request, first.candidate.variants) ?? 'price';
  const mixed = stages.flatMap(ready).toSorted((a, b) => compareBy(by)(a.endpoint, b.endpoint));
  const problems = stages.filter(({ problem }) => problem).map((stage) => ({ stage, offers: [] }));
  return [...problems, ...mixed.map((offer) => ({ stage: null, offers: [offer] }))];
}

const object = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** The last error, with the tries that failed before it in its metadata (§5.1). */
function withPrevious(last: WireError, attempts: readonly Attempt[]): WireError {
  const earlier = attempts.filter(({ error }) => error !== last);
  const error = object(last.body.error);
  const metadata = object(error.metadata);
  if (earlier.length === 0 || metadata.previous_errors) return last;
  const previous_errors = earlier.map(({ endpoint, status, error: { body } = last }) => {
    const told = object(body.error);
    const code = object(told.availability).code ?? object(told.metadata).error_type ?? String(status);
    return { provider: endpoint.provider.slug, code, status };
  });
  return { ...last, body: { ...last.body, error: { ...error, metadata: { ...metadata, previous_errors } } } };
}

/**
 * Walks the list of models, and the providers of each (§7.3): the first that answers serves. What is wrong with a
 * provider leads to the next one, what is wrong with the model to the next model, and the rest ends the request.
 */
export function route(request: ChatRequest, circumstances: Circumstances): { route: Route } | { none: NoRoute } {
  const found = candidatesOf(request);
  if ('error' in found) return { none: { error: found.error, attempts: [], offers: [], strategy: 'direct' } };
  const { candidates, router } = found;
  const [first] = candidates;
  const alias = first?.alias ? 'latest' : 'direct';
  const stages = candidates.map((candidate) => stageOf(candidate, request, candidates.length > 1));
  const offers = stages.flatMap((stage) => stage.offers);
  const attempts: Attempt[] = [];
  const strategy = (fellBack: boolean): string =>
    router ? (strategyOf(router) ?? 'auto') : fellBack ? 'fallback' : alias;
  let last: WireError | null = null;
  const none = (): { none: NoRoute } => {
    const error = withPrevious(last ?? wireError(404, 'No endpoints found.'), attempts);
    return { none: { error, attempts, offers, strategy: candidates.length > 1 ? 'fallback' : alias } };
  };
  for (const { stage, offers: mine } of turnsOf(stages, request)) {
    if (stage?.problem) {
      last = stage.problem.error;
      if (!stage.problem.goesOn) return none();
    }
    for (const offer of mine) {
      const refusal = refusalOf(offer.endpoint, circumstances);
      if (!refusal) {
        const tries = [...attempts, { endpoint: offer.endpoint, status: 200 }];
        const fellBack = offer.candidate !== first;
        return { route: { served: offer, attempts: tries, offers, router, strategy: strategy(fellBack) } };
      }
      last = refusal.error;
      if (refusal.tried)
        attempts.push({ endpoint: offer.endpoint, status: refusal.error.status, error: refusal.error });
      if (!refusal.fallsBack) return none();
    }
  }
  return none();
}
