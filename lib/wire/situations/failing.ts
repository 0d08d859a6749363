import { KEEP_ALIVE, DONE, chunk, delta, words, usage, end, mini, gemini, deepseek, type Situation } from './situation';

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
  },
  {
    name: 'an error told by the finish reason alone',
    events: [...words(gemini, 'One'), ...end(gemini, usage(10, 1, 0.0000055), 'error', 'MALFORMED_FUNCTION_CALL')],
    text: 'One',
    fails: 'stream',
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
  },
  {
    name: 'a cut connection',
    events: [KEEP_ALIVE, ...words(mini, 'Once upon', ' a time')],
    text: 'Once upon a time',
    fails: 'cut',
  },
];
