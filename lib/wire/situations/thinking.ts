import { KEEP_ALIVE, delta, words, usage, end, haiku, mini, thought, type Situation } from './situation';

/** Streams with reasoning. */
export const THINKING: Situation[] = [
  {
    name: 'readable reasoning with a signature',
    events: [
      KEEP_ALIVE,
      thought(haiku, '87 divides', {
        type: 'reasoning.text',
        text: '87 divides',
        format: 'anthropic-claude-v1',
        index: 0,
      }),
      thought(haiku, ' by 3.', { type: 'reasoning.text', text: ' by 3.', format: 'anthropic-claude-v1', index: 0 }),
      thought(haiku, null, {
        type: 'reasoning.text',
        signature: 'c2lnbmF0dXJl',
        format: 'anthropic-claude-v1',
        index: 0,
      }),
      ...words(haiku, 'No.'),
      ...end(haiku, usage(40, 30, 0.0005, 20)),
    ],
    text: 'No.',
    reasoning: '87 divides by 3.',
    others: ['reasoning-details'],
    data: {
      'reasoning-details': [
        {
          type: 'reasoning.text',
          format: 'anthropic-claude-v1',
          index: 0,
          signature: 'c2lnbmF0dXJl',
          text: '87 divides by 3.',
        },
      ],
    },
  },
  {
    name: 'a reasoning summary and an encrypted block under one index',
    events: [
      delta(mini, {}),
      thought(mini, 'Square', {
        type: 'reasoning.summary',
        summary: 'Square',
        format: 'openai-responses-v1',
        index: 0,
      }),
      thought(mini, ' it.', { type: 'reasoning.summary', summary: ' it.', format: 'openai-responses-v1', index: 0 }),
      delta(mini, {
        reasoning: null,
        reasoning_details: [{ type: 'reasoning.encrypted', data: 'b3BhcXVl', id: 'rs_1', index: 0 }],
      }),
      ...words(mini, '169'),
      ...end(mini, usage(12, 78, 0.000159, 64), 'stop', 'completed'),
    ],
    text: '169',
    reasoning: 'Square it.',
    others: ['reasoning-details'],
    data: {
      'reasoning-details': [
        { type: 'reasoning.summary', format: 'openai-responses-v1', index: 0, summary: 'Square it.' },
        { type: 'reasoning.encrypted', id: 'rs_1', index: 0, data: 'b3BhcXVl' },
      ],
    },
  },
  {
    name: 'reasoning again after text',
    events: [
      delta(haiku, { reasoning: 'First.' }),
      ...words(haiku, 'A. '),
      delta(haiku, { reasoning: 'Second.' }),
      ...words(haiku, 'B.'),
      ...end(haiku, usage(5, 9, 0.00005, 4)),
    ],
    text: 'A. B.',
    reasoning: 'First.Second.',
  },
];
