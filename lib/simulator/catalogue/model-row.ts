/** The rows of `GET /models` as they stand on the wire (§8.2, §8.3). */
export interface Architecture {
  modality: string;
  input_modalities: string[];
  output_modalities: string[];
  tokenizer: string;
  instruct_type: string | null;
}

export type PriceKey =
  | 'prompt'
  | 'completion'
  | 'request'
  | 'image'
  | 'image_output'
  | 'audio'
  | 'audio_output'
  | 'input_audio_cache'
  | 'web_search'
  | 'internal_reasoning'
  | 'input_cache_read'
  | 'input_cache_write'
  | 'input_cache_write_1h';

/** Applies when the prompt is longer than `min_prompt_tokens`, between two times of day (HHMM, UTC), on some days (UTC). */
export type PriceOverride = { [key in PriceKey]?: string } & {
  min_prompt_tokens?: number;
  utc_start?: number;
  utc_end?: number;
  /** `monday` to `sunday`. */
  utc_days?: string[];
};

/** Decimal strings in USD per token or unit; `-1` where the price is that of the model picked. */
export type Pricing = { prompt: string; completion: string } & { [key in PriceKey]?: string } & {
  discount?: number;
  overrides?: PriceOverride[];
};

export interface ReasoningFacts {
  mandatory: boolean;
  default_enabled?: boolean;
  supported_efforts?: string[] | null;
  default_effort?: string;
  supports_max_tokens?: boolean;
}

export interface ModelRow {
  id: string;
  canonical_slug: string;
  alias_target?: { name: string; slug: string };
  hugging_face_id: string | null;
  name: string;
  created: number;
  context_length: number;
  architecture: Architecture;
  pricing: Pricing;
  top_provider: { context_length: number | null; max_completion_tokens: number | null; is_moderated: boolean };
  per_request_limits: null;
  supported_parameters: string[];
  default_parameters: Record<string, number | null>;
  reasoning?: ReasoningFacts;
  knowledge_cutoff: string | null;
  expiration_date: string | null;
  links: { details: string };
  description: string;
  supported_voices: string[] | null;
}

export const takes = (row: ModelRow, kind: string): boolean => row.architecture.input_modalities.includes(kind);

export const gives = (row: ModelRow, kind: string): boolean => row.architecture.output_modalities.includes(kind);

export const supports = (row: ModelRow, word: string): boolean => row.supported_parameters.includes(word);

export const authorOf = (id: string): string => id.replace(/^~/, '').split('/')[0] ?? '';
