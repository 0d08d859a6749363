import { describeModel } from './describe';
import packed from './models.json';
import type { Architecture, ModelRow, Pricing, ReasoningFacts } from './model-row';

interface Extra {
  slug?: string;
  alias?: [name: string, slug: string];
  hf?: string;
  top?: number | null;
  mod?: 1;
  cut?: string;
  exp?: string;
  voices?: string[];
  rea?: number;
}

type PackedRow = [
  id: string,
  name: string,
  created: number,
  context: number,
  maxCompletion: number | null,
  architecture: number,
  parameters: number,
  defaults: number,
  prices: [keys: number, ...values: unknown[]],
  extra: Extra,
];

/** Repeated parts are kept once and named by their index: 421 rows weigh 120 KB instead of 440. */
interface Packed {
  parameters: string[];
  parameterLists: number[][];
  architectures: Architecture[];
  defaults: Record<string, number | null>[];
  reasonings: ReasoningFacts[];
  priceKeys: string[][];
  rows: PackedRow[];
}

const tables = packed as unknown as Packed;

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`models.json: no entry ${index}`);
  return item;
}

function decodeRow(row: PackedRow): ModelRow {
  const [id, name, created, context, maxCompletion, architecture, parameters, defaults, prices, extra] = row;
  const slug = extra.slug ?? id;
  const [keys, ...values] = prices;
  const decoded: ModelRow = {
    id,
    canonical_slug: slug,
    ...(extra.alias && { alias_target: { name: extra.alias[0], slug: extra.alias[1] } }),
    hugging_face_id: extra.hf ?? null,
    name,
    created,
    context_length: context,
    architecture: at(tables.architectures, architecture),
    pricing: Object.fromEntries(at(tables.priceKeys, keys).map((key, i) => [key, values[i]])) as unknown as Pricing,
    top_provider: {
      context_length: extra.top === undefined ? context : extra.top,
      max_completion_tokens: maxCompletion,
      is_moderated: extra.mod === 1,
    },
    per_request_limits: null,
    supported_parameters: at(tables.parameterLists, parameters).map((word) => at(tables.parameters, word)),
    default_parameters: at(tables.defaults, defaults),
    ...(extra.rea !== undefined && { reasoning: at(tables.reasonings, extra.rea) }),
    knowledge_cutoff: extra.cut ?? null,
    expiration_date: extra.exp ?? null,
    links: { details: `/api/v1/models/${slug}/endpoints` },
    description: '',
    supported_voices: extra.voices ?? null,
  };
  return { ...decoded, description: describeModel(decoded) };
}

/** Every model of the snapshot, newest first, as `GET /models` writes it. */
export const decodeModels = (): ModelRow[] => tables.rows.map(decodeRow);
