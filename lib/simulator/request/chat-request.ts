import type { Json, JsonObject } from '@/lib/core/json';

export type Effort = 'max' | 'xhigh' | 'high' | 'medium' | 'low' | 'minimal' | 'none';

export interface ReasoningWish {
  effort?: Effort;
  max_tokens?: number;
  exclude?: boolean;
  enabled?: boolean;
  summary?: string;
}

export type SortBy = 'price' | 'throughput' | 'latency' | 'exacto';

export interface ProviderPreferences {
  order?: string[];
  only?: string[];
  ignore?: string[];
  allow_fallbacks?: boolean;
  require_parameters?: boolean;
  data_collection?: 'allow' | 'deny';
  zdr?: boolean;
  quantizations?: string[];
  sort?: SortBy | { by?: SortBy; partition?: 'model' | 'none' };
  preferred_min_throughput?: Json;
  preferred_max_latency?: Json;
  max_price?: Record<string, number | string>;
}

export interface FunctionTool {
  name: string;
  description: string;
  parameters: JsonObject;
}

/** A request that passed validation. `body` is what was received, untouched. */
export interface ChatRequest {
  body: JsonObject;
  /** The models to try, in order. */
  models: string[];
  messages: JsonObject[];
  stream: boolean;
  provider: ProviderPreferences;
  reasoning: ReasoningWish | null;
  tools: FunctionTool[];
  /** Types of the server tools, such as `openrouter:web_search`, with their parameters. */
  serverTools: { type: string; parameters: JsonObject }[];
  plugins: JsonObject[];
}
