import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import { makerOf } from '@/lib/core/model';
import { addUsd, parseUsd, timesUsd, type Usd, ZERO_USD } from '@/lib/core/money';

/** That a request may search, and how. */
export interface SearchWish {
  /** Null where the service chooses: native where there is one, else Exa. */
  engine: string | null;
  mode: string | null;
  maxResults: number | null;
  /** How often at least, likely and at most; null is without a limit. */
  least: number;
  most: number | null;
}

const dollars = (text: string): Usd => parseUsd(text) ?? ZERO_USD;

/** Exa's prices hold for ten results (§12.7). */
const EXA = { deep: dollars('0.012'), reasoning: dollars('0.015'), plain: dollars('0.007'), more: dollars('0.001') };
const PARALLEL = { quick: dollars('0.001'), plain: dollars('0.005') };
const PERPLEXITY = dollars('0.005');
const INCLUDED = 10;

const text = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);
const whole = (value: Json | undefined): number | null => (typeof value === 'number' && value >= 0 ? value : null);
const entries = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

const wish = (options: JsonObject, least: number, most: number | null): SearchWish => {
  const engine = text(options['engine']);
  return {
    engine: engine === 'auto' ? null : engine,
    mode: text(options['mode']),
    maxResults: whole(options['max_results']),
    least,
    most,
  };
};

/** How a request body asks for searches: by the plugin, the tool, the `:online` suffix; null when it does not (§2.6, §2.9). */
export function searchWish(body: JsonObject, modelId: string): SearchWish | null {
  if (body['tool_choice'] === 'none') return null;
  const tool = entries(body['tools']).find(({ type }) => type === 'openrouter:web_search');
  if (tool) {
    const options = isJsonObject(tool['parameters']) ? tool['parameters'] : {};
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
  { engine, mode, maxResults }: Omit<SearchWish, 'least' | 'most'>,
): Usd | null {
  const chosen = engine === null || engine === 'native' ? (native === null ? 'exa' : 'native') : engine;
  if (chosen === 'native') return native !== null && native >= 0n ? native : null;
  return engineFee(chosen, mode, maxResults ?? 5);
}

/** A search of which nothing is known but that it happened. */
export const PLAIN_SEARCH: SearchWish = { engine: null, mode: null, maxResults: null, least: 1, most: 1 };
