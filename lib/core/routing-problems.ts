import { type Endpoint, isNamed, matchesTag, tierMeant, tierOf } from './endpoint';
import type { Json } from './json';
import { parseUsd, usdToNumber } from './money';
import type { Note } from './notes';
import { parameterOf, PARAMETERS } from './parameters';
import { listOf, maxPriceOf } from './routing';
import type { Pane, ProviderRouting } from './workspace';

/** What else of a request decides which offers are left. */
export interface RoutingNeeds {
  /** For each parameter that is sent, the words of `supported_parameters` of which an offer must list one. */
  words: readonly (readonly string[])[];
  /** `service_tier`, where it is sent. */
  tier?: Json | undefined;
  /** Whether another model is asked where no offer of the first is left (§7.3). */
  goesOn?: boolean;
}

/** Words of `supported_parameters` that only the extra JSON can bring (§8.4). */
const TOOL_WORDS: ReadonlySet<string> = new Set(['tools', 'tool_choice', 'web_search_options', 'prediction']);

const wordsOfExtra = (key: string): readonly string[] =>
  TOOL_WORDS.has(key)
    ? [key]
    : (PARAMETERS.find(({ name, words }) => name === key || words.includes(key))?.words ?? []);

/**
 * What the parameters that are sent, and the extra JSON, need of an offer.
 * @param tier `service_tier` as it is sent
 */
export const needsOf = (
  notes: readonly Note[],
  { extra, fallbacks }: Pick<Pane, 'extra' | 'fallbacks'>,
  tier: Json | undefined,
): RoutingNeeds => ({
  words: [
    ...notes.filter(({ sent }) => sent).map(({ name }) => parameterOf(name)?.words ?? []),
    ...Object.keys(extra).map(wordsOfExtra),
  ].filter((any) => any.length > 0),
  tier,
  goesOn: fallbacks.length > 0,
});

const perMillion = (price: string | undefined): number | null => {
  const amount = parseUsd(price);
  return amount === null ? null : usdToNumber(amount) * 1_000_000;
};

// fp4 takes in its two block formats, fp8 one (§2.8).
const TAKES_IN: Record<string, string[]> = { fp4: ['mxfp4', 'nvfp4'], fp8: ['mxfp8'] };

/** Flex takes offers of its tier and no other; other requests take none of a tier that they do not ask for (§7.6). */
function isOfTier({ tag }: Endpoint, asked: Json | undefined, named: readonly string[]): boolean {
  const tier = tierOf(tag);
  if (asked === 'flex') return tier === 'flex';
  return tier === null || tier === tierMeant(asked) || named.includes(tag);
}

/** What keeps a request away from an offer, in a word of the panel; null where nothing does. */
export function leftOutBy(routing: ProviderRouting, endpoint: Endpoint, { words, tier }: RoutingNeeds): string | null {
  const matches = (slugs: string[]): boolean => slugs.some((slug) => isNamed(slug, endpoint));
  const [only, order] = [listOf(routing, 'only'), listOf(routing, 'order')];
  if (!isOfTier(endpoint, tier, [...only, ...order])) return 'Service tier';
  if (only.length > 0 && !matches(only)) return 'Only';
  if (matches(listOf(routing, 'ignore'))) return 'Ignore';
  if (routing['allow_fallbacks'] === false && order.length > 0 && !matches(order)) {
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
    const missing = words.find((any) => !any.some((word) => endpoint.supportedParameters.includes(word)));
    if (missing) return `Require parameters (${missing[0] ?? ''})`;
  }
  return null;
}

/**
 * What cannot work, named before anything is sent: no provider left, and by what; settings that undo each other.
 * @param endpoints of the pane's model; empty where they are not known, and then nothing is said of them
 */
export function routingProblems(
  routing: ProviderRouting,
  endpoints: readonly Endpoint[],
  needs: RoutingNeeds,
): string[] {
  const problems: string[] = [];
  const [order, only, ignore] = [listOf(routing, 'order'), listOf(routing, 'only'), listOf(routing, 'ignore')];
  const both = only.find((slug) => ignore.some((other) => matchesTag(other, slug)));
  if (both) problems.push(`${both} is in Only and in Ignore: nothing of it is left.`);
  const outside = order.find(
    (slug) => only.length > 0 && !only.some((other) => matchesTag(other, slug) || matchesTag(slug, other)),
  );
  if (outside) problems.push(`${outside} is in the order but not in Only, so it is never tried.`);
  const sort = routing['sort'];
  if (order.length > 0 && sort !== undefined) {
    problems.push('An order and a sort exclude each other: the order comes first, the sort decides among the rest.');
  }
  if (endpoints.length === 0) return problems;
  const reasons = endpoints.map((endpoint) => leftOutBy(routing, endpoint, needs));
  if (reasons.every((reason) => reason !== null)) {
    // Offers of a tier that nobody asked for are always out: they are a reason only where they are all there is.
    const own = new Set(reasons.filter((reason) => reason !== 'Service tier'));
    const by = own.size > 0 ? [...own] : ['Service tier'];
    const end = needs.goesOn ? 'Only the fallbacks are asked.' : 'The request would end with 404.';
    problems.push(`No provider of this model is left: excluded by ${by.join(', ')}. ${end}`);
  }
  return problems;
}
