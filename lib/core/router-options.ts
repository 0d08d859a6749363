import { isJsonObject, type Json, type JsonObject } from './json';
import { catalogueId } from './model';

/** What a router may choose from; it travels as a plugin (§2.9). */
export interface RouterOptions {
  /** Patterns such as `anthropic/*`; empty means all. */
  allowed: string[];
  excluded: string[];
  costTier: string | null;
}

export const COST_TIERS = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

const PLUGINS: Record<string, string> = {
  'openrouter/auto': 'auto-router',
  'openrouter/auto-beta': 'auto-beta-router',
};

/** The plugin that tunes a router, for the routers that can be tuned by what is here. */
export const pluginOf = (modelId: string): string | null => PLUGINS[catalogueId(modelId)] ?? null;

const strings = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];

const listed = (extra: JsonObject): Json[] => (Array.isArray(extra['plugins']) ? extra['plugins'] : []);

const isPlugin = (value: Json, id: string): value is JsonObject => isJsonObject(value) && value['id'] === id;

/** Reads the options of a router out of a pane's extra JSON. */
export function routerOptionsOf(extra: JsonObject, plugin: string): RouterOptions {
  const found = listed(extra).find((one) => isPlugin(one, plugin));
  const options = isJsonObject(found) ? found : {};
  return {
    allowed: strings(options['allowed_models']),
    excluded: strings(options['excluded_models']),
    costTier: typeof options['cost_tier'] === 'string' ? options['cost_tier'] : null,
  };
}

/** Puts the options of a router into a pane's extra JSON; other plugins and unknown keys stay as they are. */
export function withRouterOptions(extra: JsonObject, plugin: string, options: RouterOptions): JsonObject {
  const before = listed(extra);
  const found = before.find((one) => isPlugin(one, plugin));
  const {
    id: _,
    allowed_models: _allowed,
    excluded_models: _excluded,
    cost_tier: _tier,
    ...others
  } = isJsonObject(found) ? found : {};
  const own: JsonObject = {
    id: plugin,
    ...others,
    ...(options.allowed.length > 0 && { allowed_models: options.allowed }),
    ...(options.excluded.length > 0 && { excluded_models: options.excluded }),
    ...(options.costTier !== null && { cost_tier: options.costTier }),
  };
  const plugins = before.filter((one) => !isPlugin(one, plugin));
  if (Object.keys(own).length > 1) plugins.push(own);
  const { plugins: _plugins, ...rest } = extra;
  return plugins.length > 0 ? { ...rest, plugins } : rest;
}
