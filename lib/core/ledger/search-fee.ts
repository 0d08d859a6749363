import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { makerOf } from '@/lib/core/model';
import type { Consumption } from './consumption';
import { addUsd, parseUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';

/** That a request may search, and how. */
export interface SearchWish {
  /** Null where the service chooses: native where there is one, else Exa. */
  engine: string | null;
  mode: string | null;
  maxResults: number | null;
  /** Of all searches of a request together. */
  maxTotalResults: number | null;
  /** Of a result. */
  maxCharacters: number | null;
  /** How often at least and at most; null is without a limit. */
  least: number;
  most: number | null;
}

const dollars = (text: string): Usd => parseUsd(text) ?? ZERO_USD;

/** Exa's prices hold for ten results (§12.7). */
const EXA = { deep: dollars('0.012'), reasoning: dollars('0.015'), plain: dollars('0.007'), more: dollars('0.001') };
const PARALLEL = { quick: dollars('0.001'), plain: dollars('0.005') };
const PERPLEXITY = dollars('0.005');
const INCLUDED = 10;

/** As many come where the request does not say (§2.6). */
const RESULTS = 5;
/** More than these nobody gives: for a search, and for all of a request, where it does not say and where it does (§2.6). */
const MOST_RESULTS = 25;
const IN_ALL = 50;
const MOST_IN_ALL = 10_000;
const MOST_CHARACTERS = 100_000;
/** What a result is reckoned at where the request does not limit it. Nobody promises that it is not more. */
const TOKENS_OF_RESULT = 500;
const CHARACTERS_OF_TOKEN = 4;

/** The tool, also in the spellings of OpenAI, which are turned into it (§2.6). */
const SEARCH_TOOL = /^(openrouter:web_search|web_search(_preview)?(_\d{4}_\d\d_\d\d)?)$/;

export const isSearchTool = ({ type }: JsonObject): boolean => typeof type === 'string' && SEARCH_TOOL.test(type);

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const whole = (value: Json | undefined): number | null =>
  typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : null;
/** The objects of a list; none where it is no list. */
export const entries = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isJsonObject) : [];

const wish = (options: JsonObject, least: number, most: number | null): SearchWish => {
  const engine = text(options['engine']);
  return {
    engine: engine === 'auto' ? null : engine,
    mode: text(options['mode']),
    maxResults: whole(options['max_results']),
    maxTotalResults: whole(options['max_total_results']),
    maxCharacters: whole(options['max_characters']),
    least,
    most,
  };
};

/** How a request body asks for searches: by the plugin, the tool, the `:online` suffix; null when it does not (§2.6, §2.9). */
export function searchWish(body: JsonObject, modelId: string): SearchWish | null {
  if (body['tool_choice'] === 'none') return null;
  const tool = entries(body['tools']).find(isSearchTool);
  if (tool) {
    const options = isJsonObject(tool['parameters']) ? tool['parameters'] : tool;
    return wish(options, 0, whole(options['max_uses']));
  }
  const plugin = entries(body['plugins']).find(({ id, enabled }) => id === 'web' && enabled !== false);
  // The plugin always searches once (§2.9).
  if (plugin) return wish(plugin, 1, 1);
  return modelId.includes(':online') || makerOf(modelId) === 'perplexity' ? wish({}, 1, 1) : null;
}

function engineFee(engine: string, mode: string | null, maxResults: number): Usd | null {
  if (engine === 'exa') {
    const base = mode === 'deep-reasoning' ? EXA.reasoning : mode?.startsWith('deep') ? EXA.deep : EXA.plain;
    return addUsd(base, timesUsd(EXA.more, Math.max(0, maxResults - INCLUDED)));
  }
  if (engine === 'parallel') return mode === 'turbo' || mode === 'fast' ? PARALLEL.quick : PARALLEL.plain;
  if (engine === 'perplexity') return PERPLEXITY;
  // Firecrawl is paid by an account of its own.
  return engine === 'firecrawl' ? ZERO_USD : null;
}

/**
 * The fee of one search (§12.7); null for an engine that is not known.
 * @param native what the model's own search costs at that time; null where it has none
 */
export function searchFee(
  native: Usd | null,
  { engine, mode, maxResults }: Pick<SearchWish, 'engine' | 'mode' | 'maxResults'>,
): Usd | null {
  const chosen = engine === null || engine === 'native' ? (native === null ? 'exa' : 'native') : engine;
  if (chosen === 'native') return native !== null && native >= 0n ? native : null;
  return engineFee(chosen, mode, maxResults ?? RESULTS);
}

/** Tokens that the results of searches add to the prompt (§12.7), by an allowance: no limit is told. */
export function tokensFound({ maxResults, maxTotalResults, maxCharacters }: SearchWish, searches: number): number {
  const each =
    maxCharacters === null
      ? TOKENS_OF_RESULT
      : Math.ceil(Math.min(maxCharacters, MOST_CHARACTERS) / CHARACTERS_OF_TOKEN);
  const results = searches * Math.min(maxResults ?? RESULTS, MOST_RESULTS);
  return Math.ceil(Math.min(results, maxTotalResults ?? IN_ALL, MOST_IN_ALL)) * each;
}

/** A consumption with the searches that happen at the least: a stream tells of them at its end only, the books never. */
export const withSearches = (used: Consumption, wish: SearchWish | null): Consumption =>
  wish && wish.least > used.searches ? { ...used, searches: wish.least } : used;

/** A search of which nothing is known but that it happened. */
export const PLAIN_SEARCH: SearchWish = {
  engine: null,
  mode: null,
  maxResults: null,
  maxTotalResults: null,
  maxCharacters: null,
  least: 1,
  most: 1,
};
