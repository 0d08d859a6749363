import { type Endpoint, matchesTag } from './endpoint';
import { isJsonObject, type Json, type JsonObject } from './json';
import { parseUsd, usdToNumber } from './money';
import type { ProviderRouting } from './workspace';

export const SORTS = ['price', 'throughput', 'latency'] as const;
export const QUANTIZATIONS = ['int4', 'int8', 'fp4', 'fp6', 'fp8', 'fp16', 'bf16', 'fp32', 'unknown'] as const;

/** Where a provider stands in a routing; in none of the lists OpenRouter decides. */
export type Standing = 'order' | 'only' | 'ignore';

export const STANDINGS: readonly Standing[] = ['order', 'only', 'ignore'];

const strings = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

export const listOf = (routing: ProviderRouting, key: Standing | 'quantizations'): string[] => strings(routing[key]);

/** A routing with one key set, or taken out by undefined; empty lists and objects are taken out too. */
export function withRouting(routing: ProviderRouting, key: string, value: Json | undefined): ProviderRouting {
  const { [key]: _, ...others } = routing;
  const empty =
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (isJsonObject(value) && Object.keys(value).length === 0);
  return empty ? others : { ...others, [key]: value };
}

export const standingOf = (routing: ProviderRouting, tag: string): Standing | null =>
  STANDINGS.find((standing) => listOf(routing, standing).includes(tag)) ?? null;

/** Moves a provider into one of the lists, at its end, and out of the others. */
export function withStanding(routing: ProviderRouting, tag: string, standing: Standing | null): ProviderRouting {
  return STANDINGS.reduce((changed, key) => {
    const others = listOf(changed, key).filter((other) => other !== tag);
    return withRouting(changed, key, key === standing ? [...others, tag] : others);
  }, routing);
}

/** Moves a provider of the order up (-1) or down (1); at the end of the list nothing changes. */
export function moveInOrder(routing: ProviderRouting, tag: string, by: -1 | 1): ProviderRouting {
  const order = listOf(routing, 'order');
  const from = order.indexOf(tag);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return routing;
  const moved = order.toSpliced(from, 1).toSpliced(to, 0, tag);
  return withRouting(routing, 'order', moved);
}

/** One limit of `max_price`, in dollars per million tokens. */
export function withMaxPrice(
  routing: ProviderRouting,
  key: 'prompt' | 'completion',
  value: number | undefined,
): ProviderRouting {
  const limits: JsonObject = isJsonObject(routing['max_price']) ? routing['max_price'] : {};
  return withRouting(routing, 'max_price', withRouting(limits, key, value));
}

export const maxPriceOf = (routing: ProviderRouting, key: 'prompt' | 'completion'): number | undefined => {
  const limit = isJsonObject(routing['max_price']) ? routing['max_price'][key] : undefined;
  return typeof limit === 'number' ? limit : undefined;
};

const perMillion = (price: string | undefined): number | null => {
  const amount = parseUsd(price);
  return amount === null ? null : usdToNumber(amount) * 1_000_000;
};

// fp4 takes in its two block formats, fp8 one (§2.8).
const TAKES_IN: Record<string, string[]> = { fp4: ['mxfp4', 'nvfp4'], fp8: ['mxfp8'] };

function keeps(routing: ProviderRouting, endpoint: Endpoint, parameters: readonly string[]): string | null {
  const matches = (slugs: string[]): boolean => slugs.some((slug) => matchesTag(slug, endpoint.tag));
  const only = listOf(routing, 'only');
  if (only.length > 0 && !matches(only)) return 'Only';
  if (matches(listOf(routing, 'ignore'))) return 'Ignore';
  if (
    routing['allow_fallbacks'] === false &&
    listOf(routing, 'order').length > 0 &&
    !matches(listOf(routing, 'order'))
  ) {
    return 'the order without other providers';
  }
  const wanted = listOf(routing, 'quantizations').flatMap((one) => [one, ...(TAKES_IN[one] ?? [])]);
  if (wanted.length > 0 && !wanted.includes(endpoint.quantization ?? 'unknown')) return 'Quantizations';
  if (routing['zdr'] === true && endpoint.zeroRetention === false) return 'Zero data retention';
  for (const key of ['prompt', 'completion'] as const) {
    const limit = maxPriceOf(routing, key);
    const price = perMillion(endpoint.pricing[key]);
    if (limit !== undefined && price !== null && price > limit) return 'Max price';
  }
  if (routing['require_parameters'] === true) {
    const missing = parameters.find((word) => !endpoint.supportedParameters.includes(word));
    if (missing) return `Require parameters (${missing})`;
  }
  return null;
}

/**
 * What cannot work, named before anything is sent: no provider left, and by what; settings that undo each other.
 * @param endpoints of the pane's model; empty where they are not known, and then nothing is said of them
 * @param parameters the words of `supported_parameters` that the request uses
 */
export function routingProblems(
  routing: ProviderRouting,
  endpoints: readonly Endpoint[],
  parameters: readonly string[],
): string[] {
  const problems: string[] = [];
  const [order, only, ignore] = [listOf(routing, 'order'), listOf(routing, 'only'), listOf(routing, 'ignore')];
  const both = only.find((slug) => ignore.includes(slug));
  if (both) problems.push(`${both} is in Only and in Ignore: nothing of it is left.`);
  const outside = order.find(
    (slug) => only.length > 0 && !only.some((other) => matchesTag(other, slug) || matchesTag(slug, other)),
  );
  if (outside) problems.push(`${outside} is in the order but not in Only, so it is never tried.`);
  if (order.length > 0 && routing['sort'] !== undefined) {
    problems.push('An order and a sort exclude each other: the order comes first, the sort decides among the rest.');
  }
  if (endpoints.length === 0) return problems;
  const reasons = endpoints.map((endpoint) => keeps(routing, endpoint, parameters));
  if (reasons.every((reason) => reason !== null)) {
    const by = [...new Set(reasons)].join(', ');
    problems.push(`No provider of this model is left: excluded by ${by}. The request would end with 404.`);
  }
  return problems;
}
