import type { Capability, SearchSection } from '@/lib/core/model-search';

/** Every word of this region that is seen or heard. */
export const buttonWords = {
  model: 'Model:',
};

export const priceWords = {
  tiered: 'The price depends on the length of the prompt or the time of day',
  label: (input: string, output: string) => `${input} in, ${output} out per 1M tokens`,
  single: { Free: 'free', Varies: 'price varies', Unknown: 'price unknown' } as Record<string, string>,
  above: (tokens: string) => `Above ${tokens} prompt tokens`,
  window: (from: string, to: string) => `${from} to ${to} UTC`,
  and: ', ',
  always: 'Otherwise',
};

export const capabilityWords: Record<Capability, string> = {
  tools: 'Tools',
  vision: 'Vision',
  reasoning: 'Reasoning',
  structured: 'Structured outputs',
};

export const filterWords = {
  group: 'Filters',
  free: 'Free',
  ...capabilityWords,
  long: 'Long context 200K+',
};

const sections: Record<SearchSection['kind'], string> = {
  recent: 'Recent',
  all: 'All models',
  matches: 'Matches',
  faults: 'Simulator faults',
};

export const pickerWords = {
  title: 'Choose a model',
  close: 'Close',
  search: 'Search models',
  placeholder: 'Search by name, maker or id',
  hint: 'Also: ctx>200k in<1 out<5 maker:google new -preview',
  list: 'Models',
  name: 'Model',
  context: 'Context',
  price: 'per 1M tokens, in / out',
  tierLegend: '* depends on prompt length or time',
  count: (count: number) => (count === 1 ? '1 model' : `${count} models`),
  none: 'No model matches.',
  freeForm: (id: string) => `Use “${id}” as the model id`,
  freeFormNote: 'Not in the list',
  variantOf: (name: string) => `Variant of ${name}`,
  variantDetails: 'It is routed in another way, so that price and speed may differ from what the list says.',
  freeFormDetails:
    'This id is not in the list, so its price, context and parameters are unknown. It is sent as it is written.',
  noMatch: (query: string) => `No model matches “${query}”.`,
  empty: 'The list holds no models. A model id such as openai/gpt-4o can be typed above.',
  unlisted: 'A model id such as openai/gpt-4o can still be typed above.',
  clear: 'Clear filters',
  clearAll: 'Clear search',
  loading: 'Loading the models',
  retry: 'Try again',
  refresh: 'Refresh the list',
  age: (age: string) => `List from ${age}`,
  current: 'current',
  sections,
};

export const detailWords = {
  region: 'Details of the model',
  copyId: 'Copy the id',
  alias: (id: string) => `Stands for ${id}`,
  expires: (date: string) => `Goes away on ${date}`,
  expired: (date: string) => `Was to go away on ${date}`,
  context: 'Context',
  maxOutput: 'Max output',
  takes: 'Takes',
  gives: 'Gives',
  released: 'Listed',
  unknown: 'Unknown',
  prices: 'Price per 1M tokens',
  otherPrices: 'Other prices',
  input: 'Input',
  output: 'Output',
  cacheRead: 'Cache read',
  cacheWrite: 'Cache write',
  reasoningPrice: 'Reasoning',
  audio: 'Audio input',
  imageOutput: 'Image output',
  request: 'Per request',
  image: 'Per image',
  webSearch: 'Per web search',
  discount: 'Discount',
  tiers: 'Tiers, in / out',
  reasoning: 'Reasoning',
  mandatory: 'Always on',
  optional: 'Can be turned off',
  onByDefault: 'on by default',
  offByDefault: 'off by default',
  efforts: (efforts: string) => `Efforts: ${efforts}`,
  defaultEffort: (effort: string) => `default ${effort}`,
  budget: 'Takes a token budget',
  parameters: 'Supported parameters',
  parametersUnknown: 'The list does not say.',
};

const unit = (count: number, name: string) => `${count} ${name} ago`;

/** How long ago, in one unit. @param ms milliseconds */
export function ageWords(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return unit(minutes, 'min');
  if (minutes < 48 * 60) return unit(Math.floor(minutes / 60), 'h');
  return unit(Math.floor(minutes / 1440), 'days');
}

let dates: Intl.DateTimeFormat | undefined;

/** `22 Aug 2026`. @param time Unix milliseconds */
export function dateWords(time: number): string {
  // Made once and late: it takes a millisecond to make.
  dates ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return dates.format(time);
}
