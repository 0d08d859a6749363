import type { Capability, SearchSection } from '@/lib/core/model-search';
import type { ModelSort, SortKey } from '@/lib/core/model-sort';

/** Every word of this region that is seen or heard, but for those of the button, which the first load has. */
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
  cheapIn: 'In under $1',
  cheapOut: 'Out under $5',
  fresh: 'New',
  stable: 'No previews',
};

const sections: Record<SearchSection['kind'], string> = {
  favourites: 'Favourites',
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
  marks: 'Takes and can do',
  takes: (kinds: string[]) => `takes ${kinds.join(', ')}`,
  gives: (kinds: string[]) => `gives ${kinds.join(', ')}`,
  context: 'Context',
  maxOutput: (tokens: string) => `max output ${tokens}`,
  listed: (age: string) => `listed ${age}`,
  tierLegend: '* depends on prompt length or time',
  count: (count: number) => (count === 1 ? '1 model' : `${count} models`),
  none: 'No model matches.',
  freeForm: (id: string) => `Use “${id}” as the model id`,
  noMatch: (query: string) => `No model matches “${query}”.`,
  empty: 'The list holds no models. A model id such as openai/gpt-4o can be typed above.',
  unlisted: 'A model id such as openai/gpt-4o can still be typed above.',
  clear: 'Clear filters',
  clearAll: 'Clear search',
  loading: 'Loading the models',
  retry: 'Try again',
  refresh: 'Refresh the list',
  stale: (why: string) => `The list could not be refreshed. ${why}`,
  skipped: (count: number) => (count === 1 ? '1 row could not be read' : `${count} rows could not be read`),
  age: (age: string) => `List from ${age}`,
  current: 'current',
  sections,
};

export const freeFormWords = {
  unknown: 'Not in the list',
  unknownDetails:
    'This id is not in the list, so its price, context and parameters are unknown. It is sent as it is written.',
  variant: (name: string) => `Variant of ${name}`,
  variantDetails: 'It is routed in another way, so that price and speed may differ from what the list says.',
  dated: (name: string) => `Dated name of ${name}`,
  datedDetails: 'The same model by its dated name, which stays with this version.',
  preset: 'Preset of your account',
  presetDetails: (slug: string) =>
    `The preset “${slug}” of your OpenRouter account decides on the model and its settings. What you set here wins over what it says.`,
  joined: (name: string) => `Preset with ${name}`,
  joinedDetails: (slug: string, name: string) =>
    `The settings of the preset “${slug}” of your OpenRouter account, but ${name} in place of its model.`,
};

export const favouriteWords = {
  add: 'Add to favourites',
  remove: 'Remove from favourites',
  favourite: 'Favourite',
  keys: '⇧↵',
  shortcut: 'Shift+Enter: favourite',
  added: (name: string) => `${name} is a favourite now.`,
  removed: (name: string) => `${name} is no favourite any more.`,
  full: 'There are 50 favourites already; remove one first.',
};

const heads: Record<SortKey, { head: string; label: string; up: string; down: string }> = {
  context: { head: 'Context', label: 'Context', up: 'smallest first', down: 'largest first' },
  maxOutput: { head: 'Max out', label: 'Max output', up: 'smallest first', down: 'largest first' },
  parameters: { head: 'Params', label: 'Supported parameters', up: 'fewest first', down: 'most first' },
  created: { head: 'Age', label: 'Age', up: 'oldest first', down: 'newest first' },
  input: { head: 'Per 1M, in', label: 'Price per 1M tokens in', up: 'lowest first', down: 'highest first' },
  output: { head: 'out', label: 'Price per 1M tokens out', up: 'lowest first', down: 'highest first' },
};

export const sortWords = {
  group: 'Sort by',
  heads,
  order: ({ key, descending }: ModelSort) => heads[key][descending ? 'down' : 'up'],
  sorted: (sort: ModelSort | null) =>
    sort === null ? 'Not sorted any more.' : `Sorted by ${heads[sort.key].label}, ${sortWords.order(sort)}.`,
};

export const goneWords = {
  note: 'About this model',
  gone: 'is not in the list of models, or not any more. It is sent as it is written.',
  choose: (name: string) => `Use ${name}`,
  other: 'Choose another',
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
  cacheWriteHour: 'Cache write, 1 hour',
  reasoningPrice: 'Reasoning',
  audio: 'Audio input',
  imageOutput: 'Image output',
  audioOutput: 'Audio output',
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

const kinds: Record<string, string> = { image: 'images', file: 'files', video: 'video', audio: 'audio' };
export const kindWords = (kind: string): string => kinds[kind] ?? kind;

const DAY = 86_400_000;

/** An age for a column: `3 d`, `5 mo`, `2 y`. @param ms milliseconds */
export function shortAge(ms: number): string {
  const days = Math.max(0, Math.floor(ms / DAY));
  if (days < 60) return `${days} d`;
  return days < 730 ? `${Math.floor(days / 30.44)} mo` : `${Math.floor(days / 365.25)} y`;
}

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
