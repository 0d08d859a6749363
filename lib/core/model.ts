/** Prices as the API gives them: decimal strings in US dollars per token, or per unit where the key says so (§8.3). */
export interface Pricing {
  prompt?: string;
  completion?: string;
  request?: string;
  image?: string;
  imageOutput?: string;
  audio?: string;
  audioOutput?: string;
  webSearch?: string;
  internalReasoning?: string;
  inputCacheRead?: string;
  inputCacheWrite?: string;
  /** For what is kept an hour instead of five minutes. */
  inputCacheWrite1h?: string;
  /** 0..1; what is charged is the price times (1 - discount). */
  discount?: number;
  overrides?: PricingOverride[];
}

/** A tier: its keys replace the base price where all that it asks for holds: a longer prompt, a UTC window, UTC days. */
export interface PricingOverride extends Omit<Pricing, 'overrides'> {
  minPromptTokens?: number;
  /** HHMM as a number, inclusive; the window may wrap midnight. */
  utcStart?: number;
  /** HHMM as a number, exclusive. */
  utcEnd?: number;
  /** `monday` to `sunday`, by the day of the instant; absent is every day. */
  utcDays?: string[];
}

/** What a model says of its reasoning control (§8.2). */
export interface ReasoningSupport {
  mandatory: boolean;
  defaultEnabled?: boolean;
  supportedEfforts?: string[];
  defaultEffort?: string;
  supportsMaxTokens?: boolean;
}

/** One row of the catalogue, in our words and without what we do not read. */
export interface Model {
  id: string;
  /** The dated name under which the same model may answer; not a fallback (§3.5). */
  canonicalSlug: string;
  name: string;
  /** Unix seconds when OpenRouter listed it. */
  created: number | null;
  /** Tokens. */
  contextLength: number | null;
  maxCompletionTokens: number | null;
  inputModalities: string[];
  outputModalities: string[];
  pricing: Pricing;
  /** Words of §8.4; null where the upstream has no such list, and then nothing is known to be ignored. */
  supportedParameters: string[] | null;
  /** Suggested values by API name. */
  defaultParameters: Record<string, number>;
  reasoning: ReasoningSupport | null;
  /** YYYY-MM-DD on which the model goes away. */
  expirationDate: string | null;
  /** What a `~` alias stands for at the moment. */
  aliasTarget: string | null;
}

const DYNAMIC_SUFFIX = /:(nitro|floor|exacto|online)$|(?<=.)@preset\/.*$/;

/**
 * The id without the suffixes that are in no list (§7.1, §7.4): `openai/gpt-5:nitro` and `openai/gpt-5@preset/mine` have
 * the row of `openai/gpt-5`.
 */
export function catalogueId(id: string): string {
  const stripped = id.replace(DYNAMIC_SUFFIX, '');
  return stripped === id ? id : catalogueId(stripped);
}

/** The id without any variant, for telling whether two ids mean the same model. */
export const withoutVariant = (id: string): string => id.replace(/:[^/]*$/, '');

/** `openai` of `~openai/gpt-latest`; the empty string for an id without a maker. */
export const makerOf = (id: string): string => (id.includes('/') ? (id.replace(/^~/, '').split('/')[0] ?? '') : '');

/** The name without its `Maker: ` prefix. */
export const shortName = (model: Pick<Model, 'id' | 'name'>): string =>
  (model.name || model.id).replace(/^[^:]{1,30}: /, '');

export type ModelIndex = ReadonlyMap<string, Model>;

/** Rows by id and by canonical slug; an id wins over another row's slug. */
export function indexModels(models: readonly Model[]): ModelIndex {
  const index = new Map<string, Model>();
  for (const model of models) index.set(model.canonicalSlug, model);
  for (const model of models) index.set(model.id, model);
  return index;
}

/** The row for an id as a visitor may write it: plain, with a dynamic variant, or a canonical slug. */
export const findModel = (index: ModelIndex, id: string): Model | undefined =>
  index.get(id) ?? index.get(catalogueId(id));

/** Rows that a chat cannot use: the Batch API's (§7.1) and models without text or image output. */
export const isChatModel = (model: Model): boolean =>
  !model.id.endsWith(':batch') &&
  (model.outputModalities.length === 0 || model.outputModalities.some((kind) => kind === 'text' || kind === 'image'));

const ROUTERS = /^openrouter\/(auto|auto-beta|free|pareto-code|fusion|fusion-flash|bodybuilder)$/;

/** A router answers with a concrete model, so any served model is normal (§7.2). */
export const isRouter = (id: string): boolean => ROUTERS.test(catalogueId(id)) || id.startsWith('@preset/');

const names = (ids: (string | null | undefined)[]): string[] =>
  ids.filter((id): id is string => typeof id === 'string').map(withoutVariant);

/**
 * Whether another model than the one asked for answered, by the rule of §3.5: neither its id nor its canonical slug,
 * variants removed; an alias by what it stands for; a router never. Null when nothing is known of the served model.
 */
export function servedByFallback(requested: string, served: string | null, index: ModelIndex): boolean | null {
  if (!served) return null;
  if (isRouter(requested)) return false;
  const row = findModel(index, requested);
  const target = row?.aliasTarget ? findModel(index, row.aliasTarget) : undefined;
  const servedRow = findModel(index, served);
  const accepted = names([requested, row?.id, row?.canonicalSlug, row?.aliasTarget, target?.canonicalSlug]);
  return !names([served, servedRow?.id, servedRow?.canonicalSlug]).some((name) => accepted.includes(name));
}
