import type { JsonObject } from '@/lib/core/json';
import {
  chunk,
  delta,
  words,
  usage,
  end,
  haiku,
  mini,
  gemini,
  logprob,
  cited,
  citation,
  PIXEL,
  type Situation,
} from './situation';

// The fee of the search is in the cost and in no detail of it; is_byok is missing (§3.4).
const { is_byok: _, ...searching }: JsonObject = {
  ...usage(1480, 31, 0.0072406),
  server_tool_use_details: { web_search_requests: 1, tool_calls_requested: 1, tool_calls_executed: 1 },
};

/** Streams with more beside the text. */
export const ACCOMPANIED: Situation[] = [
  {
    name: 'logprobs of each token',
    events: [
      delta(mini, { content: 'Tails' }, { logprobs: { content: [logprob('Tails', -0.2)], refusal: null } }),
      delta(mini, { content: '.' }, { logprobs: { content: [logprob('.', -0.05)], refusal: null } }),
      ...end(mini, usage(11, 3, 0.00000345)),
    ],
    text: 'Tails.',
    others: ['logprobs'],
    data: { logprobs: [logprob('Tails', -0.2), logprob('.', -0.05)] },
  },
  {
    name: 'citations before the text',
    events: [
      citation('https://example.org/a', 'A'),
      citation('https://example.net/b', ''),
      ...words(mini, 'It is 24.'),
      ...end(mini, searching),
    ],
    text: 'It is 24.',
    receipt: { usage: searching },
    others: ['annotations'],
    data: { annotations: [cited('https://example.org/a', 'A'), cited('https://example.net/b', '')] },
  },
  {
    name: 'an image after the text',
    events: [
      ...words(gemini, 'Here:'),
      delta(gemini, { images: [{ type: 'image_url', image_url: { url: PIXEL }, index: 0 }] }),
      ...end(gemini, usage(4, 1295, 0.0387137), 'stop', 'STOP'),
    ],
    text: 'Here:',
    others: ['image'],
  },
  {
    name: 'an echo of the upstream body in front',
    events: [
      chunk(haiku, { choices: [], debug: { echo_upstream_body: { model: 'x', max_tokens: 9 } } }),
      ...words(haiku, 'Hi!'),
      ...end(haiku, usage(14, 5, 0.000039)),
    ],
    text: 'Hi!',
    others: ['debug'],
  },
];
