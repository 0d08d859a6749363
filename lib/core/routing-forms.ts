import { isJsonObject, type Json } from './json';
import { maxPriceOf } from './routing';
import type { ProviderRouting } from './workspace';

export const SORTS = ['price', 'throughput', 'latency', 'exacto'] as const;
export const QUANTIZATIONS = 'int4 int8 fp4 mxfp4 nvfp4 fp6 fp8 mxfp8 fp16 bf16 fp32 unknown'.split(
  ' ',
) as readonly string[];

const isText = (value: Json): value is string => typeof value === 'string';
const isSwitch = (value: Json): boolean => typeof value === 'boolean';
const isList = (value: Json): boolean => Array.isArray(value) && value.every(isText);
const isAmount = (value: Json): boolean => typeof value === 'number' && value >= 0;
const isOneOf =
  (words: readonly string[]) =>
  (value: Json): boolean =>
    isText(value) && words.includes(value);

/** The forms that the panel's own controls can show (§2.8). */
const SHOWN: Readonly<Record<string, (value: Json) => boolean>> = {
  order: isList,
  only: isList,
  ignore: isList,
  allow_fallbacks: isSwitch,
  require_parameters: isSwitch,
  zdr: isSwitch,
  data_collection: isOneOf(['allow', 'deny']),
  sort: isOneOf(SORTS),
  quantizations: (value) => Array.isArray(value) && value.every(isOneOf(QUANTIZATIONS)),
  preferred_min_throughput: isAmount,
  preferred_max_latency: isAmount,
  max_price: (value) =>
    isJsonObject(value) &&
    Object.keys(value).every(
      (key) =>
        (key === 'prompt' || key === 'completion') && isAmount(maxPriceOf({ max_price: value }, key) ?? Number.NaN),
    ),
};

/** What an import brought that no control shows: other forms of a setting, percentiles, keys of tomorrow. */
export const oddSettings = (routing: ProviderRouting): [key: string, value: Json][] =>
  Object.entries(routing).filter(([key, value]) => !(Object.hasOwn(SHOWN, key) && SHOWN[key]?.(value)));
