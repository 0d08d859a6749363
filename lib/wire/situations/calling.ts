import { KEEP_ALIVE, words, usage, end, haiku, mini, gemini, call, type Situation } from './situation';

/** Streams with tool calls, and what follows on one. */
export const CALLING: Situation[] = [
  {
    name: 'a tool call in pieces, some of them empty',
    events: [
      ...words(haiku, 'I will look.'),
      call(haiku, 0, { name: 'get_weather', arguments: '' }, 'toolu_1'),
      call(haiku, 0, { arguments: '' }),
      call(haiku, 0, { arguments: '{"city": "Ber' }),
      call(haiku, 0, { arguments: 'gen"}' }),
      ...end(haiku, usage(588, 57, 0.000873), 'tool_calls', 'tool_use'),
    ],
    text: 'I will look.',
    others: ['tool-call'],
    calls: [['get_weather', '{"city": "Bergen"}']],
    receipt: { finishReason: 'tool_calls' },
  },
  {
    name: 'two tool calls that interleave',
    events: [
      call(mini, 0, { name: 'get_weather', arguments: '' }, 'call_a'),
      call(mini, 1, { name: 'get_time', arguments: '' }, 'call_b'),
      call(mini, 1, { arguments: '{"zone":"Europe/' }),
      call(mini, 0, { arguments: '{"city":"Bergen"}' }),
      call(mini, 1, { arguments: 'Oslo"}' }),
      ...end(mini, usage(96, 41, 0.000039), 'tool_calls'),
    ],
    text: '',
    others: ['tool-call', 'tool-call'],
    calls: [
      ['get_weather', '{"city":"Bergen"}'],
      ['get_time', '{"zone":"Europe/Oslo"}'],
    ],
  },
  {
    name: 'a tool call whole in one chunk, without arguments, that ends with stop',
    events: [
      call(gemini, 0, { name: 'list_cities', arguments: '' }, 'tool_0'),
      ...end(gemini, usage(41, 9, 0.0000348), 'stop', 'STOP'),
    ],
    text: '',
    others: ['tool-call'],
    calls: [['list_cities', '']],
    receipt: { finishReason: 'tool_calls', nativeFinishReason: 'STOP' },
  },

  {
    name: 'the turn after a tool has answered',
    events: [
      KEEP_ALIVE,
      ...words(haiku, '7 degrees and', ' sun in Bergen.'),
      ...end(haiku, usage(702, 14, 0.002316), 'stop', 'end_turn'),
    ],
    text: '7 degrees and sun in Bergen.',
  },
];
