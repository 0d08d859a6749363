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
  thought,
  call,
  PIXEL,
  type Situation,
} from './situation';

/** Streams that come to a failure; the text before it stays. */
export const FAILING: Situation[] = [
  {
    name: 'an empty answer',
    events: [delta(deepseek, {}), { ...delta(deepseek, {}), usage: usage(0, 0, 0) }, DONE],
    text: '',
    fails: 'empty',
  },
  {
    name: 'all tokens spent on reasoning',
    events: [...end(mini, usage(9, 64, 0.00013025, 64), 'length', 'max_output_tokens')],
    text: '',
    fails: 'empty',
    failure: { code: 'length' },
    receipt: { finishReason: 'length' },
  },
  {
    name: 'an error in the middle, as documented',
    events: [
      ...words(deepseek, 'One, two'),
      {
        ...delta(deepseek, {}, { finish_reason: 'error' }),
        error: { code: 502, message: 'closed', metadata: { error_type: 'provider_unavailable' } },
      },
    ],
    text: 'One, two',
    fails: 'stream',
    failure: { status: 502, code: '502', errorType: 'provider_unavailable' },
  },
  {
    name: 'an error in the middle with usage and no finish reason',
    events: [
      ...words(deepseek, 'One, two'),
      { ...delta(deepseek, {}), error: { code: 400, message: 'limit' }, usage: usage(10, 4, 0.00000412) },
      DONE,
    ],
    text: 'One, two',
    fails: 'stream',
    failure: { status: 400, message: 'limit' },
    receipt: { usage: usage(10, 4, 0.00000412) },
  },
  {
    name: 'an error in the middle with a word as its code and no choice',
    events: [
      ...words(deepseek, 'One, two'),
      chunk(deepseek, { error: { code: 'server_error', message: 'away' }, choices: [] }),
    ],
    text: 'One, two',
    fails: 'stream',
    failure: { status: null, code: 'server_error', message: 'away' },
  },
  {
    name: 'an error told by the finish reason alone',
    events: [...words(gemini, 'One'), ...end(gemini, usage(10, 1, 0.0000055), 'error', 'MALFORMED_FUNCTION_CALL')],
    text: 'One',
    fails: 'stream',
    failure: { code: 'MALFORMED_FUNCTION_CALL' },
    receipt: { nativeFinishReason: 'MALFORMED_FUNCTION_CALL' },
  },
  {
    name: 'an error after keep-alives, before any token',
    events: [
      KEEP_ALIVE,
      KEEP_ALIVE,
      {
        ...delta(mini, {}, { finish_reason: 'error' }),
        error: { code: 429, message: 'full', metadata: { error_type: 'rate_limit_exceeded' } },
      },
      DONE,
    ],
    text: '',
    fails: 'before',
    failure: { status: 429, errorType: 'rate_limit_exceeded' },
  },
  {
    name: 'a cut connection',
    events: [KEEP_ALIVE, ...words(mini, 'Once upon', ' a time')],
    text: 'Once upon a time',
    fails: 'cut',
  },

  {
    name: 'an error after reasoning, whose details are kept',
    events: [
      thought(haiku, 'First,', { type: 'reasoning.text', text: 'First,', index: 0 }),
      thought(haiku, null, { type: 'reasoning.text', signature: 'c2ln', index: 0 }),
      chunk(haiku, { error: { code: 502, message: 'closed' }, choices: [] }),
      DONE,
    ],
    text: '',
    reasoning: 'First,',
    others: ['reasoning-details'],
    data: { 'reasoning-details': [{ type: 'reasoning.text', index: 0, signature: 'c2ln', text: 'First,' }] },
    fails: 'stream',
  },
  {
    name: 'a cut inside the arguments of a tool call',
    events: [
      call(mini, 0, { name: 'get_weather', arguments: '' }, 'call_c'),
      call(mini, 0, { arguments: '{"city":"Ber' }),
    ],
    text: '',
    others: ['tool-call'],
    calls: [['get_weather', '{"city":"Ber']],
    fails: 'cut',
  },
  {
    name: 'a cut after an image',
    events: [delta(gemini, { images: [{ type: 'image_url', image_url: { url: PIXEL }, index: 0 }] })],
    text: '',
    others: ['image'],
    fails: 'cut',
  },

  {
    name: 'a cut before the first token, with the id in the headers alone',
    headers: { 'x-generation-id': 'gen-1800000001-Situation0000000000' },
    events: [KEEP_ALIVE, KEEP_ALIVE],
    text: '',
    fails: 'cut',
    failure: { generationId: 'gen-1800000001-Situation0000000000' },
    receipt: { generationId: 'gen-1800000001-Situation0000000000' },
  },
];
