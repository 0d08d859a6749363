import type { JsonObject } from './json';
import type { SavedPreset } from './library';
import type { Sampling } from './parameters';
import type { PresetPane } from './preset';
import type { Variables } from './variables';

interface BuiltIn {
  /** Unchanging: what a link between versions of the playground would go by. */
  key: string;
  name: string;
  description: string;
  tags: string[];
  system?: string;
  prompt: string;
  variables?: Variables;
  sampling?: Sampling;
  pane: Partial<PresetPane> & { modelId: string };
}

const MODEL = 'openai/gpt-4o-mini';

/** Every property is required and no other is allowed: what strict mode asks for. */
const PERSON: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'The full name' },
    age: { type: 'integer', minimum: 0, maximum: 130 },
    city: { type: 'string', description: 'Where the person lives' },
  },
  required: ['name', 'age', 'city'],
  additionalProperties: false,
};

const WEATHER: JsonObject = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The present weather in a city.',
    parameters: {
      type: 'object',
      properties: {
        city: { type: 'string', description: 'Name of the city' },
        unit: { type: 'string', enum: ['celsius', 'fahrenheit'] },
      },
      required: ['city'],
      additionalProperties: false,
    },
  },
};

const CODE = 'def mean(values):\n    return sum(values) / len(values)';

const TABLE: readonly BuiltIn[] = [
  {
    key: 'factual',
    name: 'Factual',
    description: 'A low temperature keeps to the likeliest words: facts, summaries, translations.',
    tags: ['sampling'],
    system: 'Answer in at most five sentences. Say so where you are not sure.',
    prompt: 'What is {{subject}}, and how do we know?',
    variables: { subject: 'the ozone layer' },
    sampling: { temperature: 0.2 },
    pane: { modelId: MODEL },
  },
  {
    key: 'creative',
    name: 'Creative',
    description: 'A high temperature takes chances: stories, names, ideas.',
    tags: ['sampling'],
    prompt: 'Write a short story about {{subject}} that ends in a surprise.',
    variables: { subject: 'a lighthouse keeper' },
    sampling: { temperature: 1.2, presence_penalty: 0.3 },
    pane: { modelId: MODEL },
  },
  {
    key: 'json',
    name: 'JSON extraction',
    description: 'A schema that the answer must keep to, and only providers that honour it.',
    tags: ['output'],
    system: 'Extract the person from the text.',
    prompt: '{{text}}',
    variables: { text: 'John is 30 and lives in NYC' },
    sampling: {
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { name: 'person', strict: true, schema: PERSON } },
    },
    pane: { modelId: MODEL, routing: { require_parameters: true } },
  },
  {
    key: 'deterministic',
    name: 'Deterministic',
    description: 'The same seed with the same request: run it twice and compare.',
    tags: ['sampling'],
    prompt: 'Name five uses of {{thing}}.',
    variables: { thing: 'a paper clip' },
    sampling: { temperature: 0.7, seed: 42 },
    pane: { modelId: MODEL },
  },
  {
    key: 'cheap-first',
    name: 'Cheap first',
    description: 'An inexpensive model answers; should it be down or refuse, a premium one does.',
    tags: ['routing'],
    prompt: 'Summarise in one sentence: {{text}}',
    variables: { text: 'OpenRouter tries the models of the list in their order until one of them answers.' },
    pane: {
      modelId: 'google/gemini-2.5-flash-lite',
      fallbacks: ['anthropic/claude-sonnet-4.5'],
      routing: { sort: 'price' },
    },
  },
  {
    key: 'auto',
    name: 'Auto router',
    description: 'OpenRouter reads the prompt and picks a model for it; the receipt says which.',
    tags: ['routing'],
    prompt: 'Explain {{subject}} to a ten-year-old.',
    variables: { subject: 'why the sky is blue' },
    pane: { modelId: 'openrouter/auto' },
  },
  {
    key: 'review',
    name: 'Code review',
    description: 'What is wrong, how bad it is, and what to do about it.',
    tags: ['code'],
    system:
      'You review {{language}} code. List the defects, the worst first, each with its line, what can go wrong, and the smallest change that mends it. Say so when there are none. Leave style alone.',
    prompt: 'Review this:\n\n```\n{{code}}\n```',
    variables: { language: 'Python', code: CODE },
    sampling: { temperature: 0.2 },
    pane: { modelId: 'anthropic/claude-sonnet-4.5' },
  },
  {
    key: 'tools',
    name: 'Tool use',
    description: 'The model asks for a function to be called, with arguments that keep to its schema.',
    tags: ['tools'],
    prompt: 'What is the weather in {{city}}? Use the tool.',
    variables: { city: 'Paris' },
    sampling: { temperature: 0 },
    pane: { modelId: MODEL, extra: { tools: [WEATHER], tool_choice: 'auto' } },
  },
];

/** What the ids of built-in presets begin with; no saved one has it. */
const PREFIX = 'built-in:';

export const isBuiltIn = (id: string): boolean => id.startsWith(PREFIX);

/** Presets that come with the playground, in the order of the list. They are read only. */
export const BUILT_IN_PRESETS: readonly SavedPreset[] = TABLE.map(
  ({ key, name, description, tags, system = '', prompt, variables = {}, sampling = {}, pane }) => ({
    id: `${PREFIX}${key}`,
    name,
    description,
    tags,
    favourite: false,
    createdAt: 0,
    updatedAt: 0,
    versions: [
      {
        at: 0,
        preset: {
          system,
          prompt,
          variables,
          sampling,
          forced: [],
          panes: [{ fallbacks: [], routing: {}, sampling: null, system: null, extra: {}, ...pane }],
        },
      },
    ],
  }),
);
