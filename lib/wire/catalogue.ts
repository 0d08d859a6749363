import { isJsonObject, type Json, type JsonObject } from '@/lib/core/json';
import type { Model, Pricing, PricingOverride, ReasoningSupport } from '@/lib/core/model';

const string = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const object = (value: unknown): JsonObject => (isJsonObject(value) ? value : {});

const PRICE_KEYS = {
  prompt: 'prompt',
  completion: 'completion',
  request: 'request',
  image: 'image',
  image_output: 'imageOutput',
  audio: 'audio',
  audio_output: 'audioOutput',
  web_search: 'webSearch',
  internal_reasoning: 'internalReasoning',
  input_cache_read: 'inputCacheRead',
  input_cache_write: 'inputCacheWrite',
  input_cache_write_1h: 'inputCacheWrite1h',
} as const;

function toPrices(row: JsonObject): Omit<Pricing, 'overrides'> {
  const prices: Omit<Pricing, 'overrides'> = {};
  for (const [theirs, ours] of Object.entries(PRICE_KEYS)) {
    const value = row[theirs];
    // Some compatible servers send numbers; a decimal string is what both can be read as.
    if (typeof value === 'string' || typeof value === 'number') prices[ours] = String(value);
  }
  const discount = number(row['discount']);
  if (discount) prices.discount = discount;
  return prices;
}

function toOverride(row: JsonObject): PricingOverride {
  const override: PricingOverride = toPrices(row);
  const [min, start, end] = [number(row['min_prompt_tokens']), number(row['utc_start']), number(row['utc_end'])];
  if (min !== null) override.minPromptTokens = min;
  if (start !== null) override.utcStart = start;
  if (end !== null) override.utcEnd = end;
  if (Array.isArray(row['utc_days'])) override.utcDays = strings(row['utc_days']).map((day) => day.toLowerCase());
  return override;
}

export function toPricing(row: JsonObject): Pricing {
  const overrides = Array.isArray(row['overrides']) ? row['overrides'].filter(isJsonObject).map(toOverride) : [];
  return overrides.length > 0 ? { ...toPrices(row), overrides } : toPrices(row);
}

function toReasoning(row: Json | undefined): ReasoningSupport | null {
  if (!isJsonObject(row)) return null;
  const support: ReasoningSupport = { mandatory: row['mandatory'] === true };
  if (typeof row['default_enabled'] === 'boolean') support.defaultEnabled = row['default_enabled'];
  if (Array.isArray(row['supported_efforts'])) support.supportedEfforts = strings(row['supported_efforts']);
  const effort = string(row['default_effort']);
  if (effort) support.defaultEffort = effort;
  if (typeof row['supports_max_tokens'] === 'boolean') support.supportsMaxTokens = row['supports_max_tokens'];
  return support;
}

const numbersIn = (row: JsonObject): Record<string, number> =>
  Object.fromEntries(Object.entries(row).filter((entry): entry is [string, number] => number(entry[1]) !== null));

/** Longer than any id, and nothing in it that is not seen or that turns round what is. */
const ID = /^[^\s\p{Cc}\p{Cf}]{1,200}$/u;

/**
 * One row of `GET /models` (§8.2) in our words. Only `id` is needed, so that a plain OpenAI-compatible list is read
 * too: what it does not tell stays unknown. Null for a row that is none.
 */
function toModel(row: Json): Model | null {
  if (!isJsonObject(row)) return null;
  const id = string(row['id']);
  if (id === null || !ID.test(id)) return null;
  const architecture = object(row['architecture']);
  const top = object(row['top_provider']);
  return {
    id,
    canonicalSlug: string(row['canonical_slug']) ?? id,
    name: string(row['name']) ?? id,
    created: number(row['created']),
    contextLength: number(row['context_length']) ?? number(top['context_length']),
    maxCompletionTokens: number(top['max_completion_tokens']),
    inputModalities: strings(architecture['input_modalities']),
    outputModalities: strings(architecture['output_modalities']),
    pricing: toPricing(object(row['pricing'])),
    supportedParameters: Array.isArray(row['supported_parameters']) ? strings(row['supported_parameters']) : null,
    defaultParameters: numbersIn(object(row['default_parameters'])),
    reasoning: toReasoning(row['reasoning']),
    expirationDate: string(row['expiration_date']),
    aliasTarget: string(object(row['alias_target'])['slug']),
  };
}

export interface ReadCatalogue {
  models: Model[];
  /** Rows that are not models, or that name a model again. */
  skipped: number;
}

/** The body of `GET /models`; null for what is no list at all. Of rows with one id the first is taken. */
export function readCatalogue(body: Json | undefined): ReadCatalogue | null {
  const rows = isJsonObject(body) ? body['data'] : undefined;
  if (!Array.isArray(rows)) return null;
  const models = new Map<string, Model>();
  for (const row of rows) {
    const model = toModel(row);
    if (model && !models.has(model.id)) models.set(model.id, model);
  }
  return { models: [...models.values()], skipped: rows.length - models.size };
}
