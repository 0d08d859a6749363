import type { JsonObject } from '@/lib/core/json';
import {
  KEEP_ALIVE,
  DONE,
  chunk,
  delta,
  words,
  usage,
  end,
  haiku,
  mini,
  gemini,
  deepseek,
  type Situation,
} from './situation';

/** A chunk with the keys in the order of 2025. */
const early = (choice: JsonObject): JsonObject => ({
  id: 'gen-1760000000-Situation0000000000',
  provider: 'OpenAI',
  model: 'openai/gpt-4o-mini',
  object: 'chat.completion.chunk',
  created: 1_760_000_000,
  choices: [{ index: 0, finish_reason: null, native_finish_reason: null, logprobs: null, ...choice }],
});

/** Streams of text. */
export const WRITING: Situation[] = [
  {
    name: 'a plain answer',
    events: [
      KEEP_ALIVE,
      KEEP_ALIVE,
      ...words(haiku, 'The Elbe', ' and the Oder.'),
      ...end(haiku, usage(12, 11, 0.000067), 'stop', 'end_turn'),
    ],
    text: 'The Elbe and the Oder.',
    receipt: {
      servedModel: haiku.model,
      provider: 'Amazon Bedrock',
      finishReason: 'stop',
      nativeFinishReason: 'end_turn',
    },
  },
  {
    name: 'a fallback serves',
    events: [
      KEEP_ALIVE,
      ...words(mini, 'Hi', '!'),
      ...end(mini, usage(9, 6, 0.00001425), 'stop', 'completed', {
        openrouter_metadata: { requested: deepseek.model, strategy: 'fallback', attempt: 2 },
      }),
    ],
    text: 'Hi!',
    receipt: {
      servedModel: mini.model,
      openrouterMetadata: { requested: deepseek.model, strategy: 'fallback', attempt: 2 },
    },
  },
  {
    name: 'a refusal by the content filter',
    events: [
      delta(mini, { refusal: 'I cannot help with that.' }),
      ...end(mini, usage(13, 7, 0.00000615), 'content_filter'),
    ],
    text: 'I cannot help with that.',
    receipt: { finishReason: 'content_filter' },
  },
  {
    name: 'keep-alives between events and letters of several bytes',
    events: [
      KEEP_ALIVE,
      ...words(deepseek, 'Grü'),
      KEEP_ALIVE,
      ...words(deepseek, 'ße! 你好 👩‍🚀'),
      KEEP_ALIVE,
      ...end(deepseek, usage(11, 4, 0.00000438)),
    ],
    text: 'Grüße! 你好 👩‍🚀',
  },
  {
    name: 'a finish reason that nobody knows yet',
    events: [...words(mini, 'Well.'), ...end(mini, usage(3, 2, 9e-7), 'paused_by_moon', 'MOON')],
    text: 'Well.',
    receipt: { finishReason: 'paused_by_moon', nativeFinishReason: 'MOON' },
  },

  {
    name: 'JSON under a schema, in pieces',
    events: [
      KEEP_ALIVE,
      ...words(mini, '{"name":"Eva', ' Lund","age"', ':37}'),
      ...end(mini, usage(58, 11, 0.0000153)),
    ],
    text: '{"name":"Eva Lund","age":37}',
  },
  {
    name: 'the auto router, served by a model of its choice',
    requested: 'openrouter/auto',
    events: [KEEP_ALIVE, ...words(gemini, 'Hello!'), ...end(gemini, usage(3, 3, 0.0000084), 'stop', 'STOP')],
    text: 'Hello!',
    receipt: { requestedModel: 'openrouter/auto', servedModel: gemini.model, provider: 'Google AI Studio' },
  },
  {
    name: 'the end of 2025: keys in another order, no reason beside the usage',
    events: [
      early({ delta: { role: 'assistant', content: 'Done.' } }),
      early({ delta: { role: 'assistant', content: '' }, finish_reason: 'stop', native_finish_reason: 'stop' }),
      { ...early({ delta: { role: 'assistant', content: '' } }), usage: usage(9, 4, 0.00000375) },
      DONE,
    ],
    text: 'Done.',
    receipt: { provider: 'OpenAI', finishReason: 'stop', usage: usage(9, 4, 0.00000375) },
  },
  {
    name: 'the end of early 2026: no choice beside the usage',
    events: [
      ...words(mini, 'Done.'),
      delta(mini, {}, { finish_reason: 'stop', native_finish_reason: 'stop' }),
      { ...chunk(mini, { choices: [] }), usage: usage(9, 4, 0.00000375) },
      DONE,
    ],
    text: 'Done.',
    receipt: { finishReason: 'stop', usage: usage(9, 4, 0.00000375) },
  },
];
