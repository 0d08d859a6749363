import type { Failure } from './failure';
import { isJsonObject, type Json, type JsonObject } from './json';
import { type ModelIndex, servedByFallback } from './model';
import { parseUsd, usdToString } from './money';
import type { Receipt } from './receipt';

/** One try: of a model at a provider, with the HTTP status it came to. Null is what was not told. */
export interface Attempt {
  model: string | null;
  provider: string | null;
  status: number | null;
}

/** What an attempt came to; without a status nobody knows. */
export const outcomeOf = ({ status }: Attempt): 'served' | 'failed' | 'unknown' => {
  if (status === null) return 'unknown';
  return status < 400 ? 'served' : 'failed';
};

/** A stage through which a request or its answer went, such as a guardrail or a web search. */
export interface Stage {
  type: string;
  name: string | null;
  summary: string | null;
  /** US dollars, as written. */
  cost: string | null;
}

/** The way of an answer, as far as it was told: what is null or empty was not, and is not guessed. */
export interface Route {
  requested: string;
  served: { model: string; provider: string | null } | null;
  /** The provider at which it failed. */
  failedAt: string | null;
  /** Whether another model than the one asked for answered (§3.5); null where nobody knows. */
  fallback: boolean | null;
  /** Whether `openrouter_metadata` came at all. */
  told: boolean;
  strategy: string | null;
  region: string | null;
  summary: string | null;
  attempts: Attempt[];
  /** At which try it was served; 0 where no provider was reached. */
  tried: number | null;
  /** Providers that could have served, and those of them that were named. */
  endpoints: {
    total: number | null;
    available: { provider: string; model: string | null; selected: boolean }[];
  } | null;
  pipeline: Stage[];
  params: JsonObject | null;
}

const text = (value: Json | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;
const number = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

const attemptOf = (one: JsonObject): Attempt => ({
  model: text(one['model']),
  provider: text(one['provider']),
  status: number(one['status']),
});

/** The failed tries that an error names itself (§5.1); older ones have the status as their code. */
const earlierOf = (failure: Failure | null): Attempt[] =>
  objects(failure?.metadata?.['previous_errors']).map((one) => ({
    ...attemptOf(one),
    status: number(one['status']) ?? number(one['code']),
  }));

const costOf = (value: Json | undefined): string | null => {
  const amount = typeof value === 'number' || typeof value === 'string' ? parseUsd(value) : null;
  return amount === null ? null : usdToString(amount);
};

const stageOf = (one: JsonObject): Stage => ({
  type: text(one['type']) ?? 'stage',
  name: text(one['name']),
  summary: text(one['summary']),
  cost: costOf(one['cost_usd']),
});

function endpointsOf(value: Json | undefined): Route['endpoints'] {
  if (!isJsonObject(value)) return null;
  const available = objects(value['available']).flatMap((one) => {
    const provider = text(one['provider']);
    return provider === null ? [] : [{ provider, model: text(one['model']), selected: one['selected'] === true }];
  });
  return { total: number(value['total']), available };
}

/** Reads the way of an answer from its receipt, or of a failed one from its failure (§3.5, §3.6). Never throws. */
export function routeOf(receipt: Receipt, failure: Failure | null, models: ModelIndex): Route {
  const metadata = receipt.openrouterMetadata ?? failure?.openrouterMetadata ?? null;
  const { requestedModel, servedModel, provider } = receipt;
  const attempts = objects(metadata?.['attempts']).map(attemptOf);
  return {
    requested: text(metadata?.['requested']) ?? requestedModel,
    served: servedModel === null ? null : { model: servedModel, provider },
    failedAt: failure?.providerName ?? null,
    fallback: servedByFallback(requestedModel, servedModel, models),
    told: metadata !== null,
    strategy: text(metadata?.['strategy']),
    region: text(metadata?.['region']),
    summary: text(metadata?.['summary']),
    attempts: attempts.length > 0 ? attempts : earlierOf(failure),
    tried: number(metadata?.['attempt']),
    endpoints: endpointsOf(metadata?.['endpoints']),
    pipeline: objects(metadata?.['pipeline']).map(stageOf),
    params: isJsonObject(metadata?.['params']) ? metadata['params'] : null,
  };
}
