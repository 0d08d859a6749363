import { haiku, gemini, logprob, mini, usage, whole, type BodySituation } from './situation';

const cached = (read: number, written: number) => ({
  prompt_tokens_details: { cached_tokens: read, cache_write_tokens: written, audio_tokens: 0, video_tokens: 0 },
});

const FILE = {
  type: 'file',
  file: { hash: '2c26b46b68ffc68f', name: 'plan.pdf', content: [{ type: 'text', text: '# A plan' }] },
};

/** Answers of HTTP 200 that come whole, as an upstream sends them that does not stream, or a cache. */
export const WHOLE: BodySituation[] = [
  {
    name: 'the model under its dated name, which is no fallback',
    requested: 'anthropic/claude-haiku-4.5',
    body: whole(
      { model: 'anthropic/claude-4.5-haiku-20251001', provider: 'Google' },
      { content: '4' },
      usage(11, 5, 0.000036),
      'stop',
      'end_turn',
    ),
    text: '4',
    receipt: {
      requestedModel: 'anthropic/claude-haiku-4.5',
      servedModel: 'anthropic/claude-4.5-haiku-20251001',
      nativeFinishReason: 'end_turn',
    },
  },
  {
    name: 'logprobs in one list',
    body: whole(mini, { content: 'Tails.' }, usage(11, 3, 0.00000345), 'stop', 'stop', {
      logprobs: { content: [logprob('Tails', -0.2), logprob('.', -0.05)], refusal: null },
    }),
    text: 'Tails.',
    others: ['logprobs'],
    data: { logprobs: [logprob('Tails', -0.2), logprob('.', -0.05)] },
  },
  {
    name: 'a prompt cache written',
    body: whole(haiku, { content: 'Be fair.' }, { ...usage(3220, 7, 0.01217325), ...cached(0, 3211) }),
    text: 'Be fair.',
    receipt: { usage: { cost: 0.01217325, ...cached(0, 3211) } },
  },
  {
    name: 'a prompt cache read',
    body: whole(haiku, { content: 'Be fair.' }, { ...usage(3220, 7, 0.0010953), ...cached(3211, 0) }),
    text: 'Be fair.',
    receipt: { usage: { cost: 0.0010953, ...cached(3211, 0) } },
  },
  {
    name: 'a hit of the response cache: a new id, and nothing counted',
    headers: {
      'x-openrouter-cache-status': 'HIT',
      'x-openrouter-cache-source-id': 'gen-1799999999-Situation0000000000',
      'x-generation-id': 'gen-1800000000-Situation0000000000',
    },
    body: whole(gemini, { content: '5' }, usage(0, 0, 0), 'stop', 'STOP'),
    text: '5',
    receipt: { generationId: 'gen-1800000000-Situation0000000000', usage: { cost: 0, total_tokens: 0 } },
  },
  {
    name: 'a parsed file, to be sent back',
    body: whole(mini, { content: 'A plan.', annotations: [FILE] }, usage(44, 4, 0.002009)),
    text: 'A plan.',
    others: ['annotations'],
    data: { annotations: [FILE] },
  },
  {
    name: 'reasoning and a tool call in one message',
    body: whole(
      haiku,
      {
        content: null,
        reasoning: 'Look it up.',
        reasoning_details: [{ type: 'reasoning.text', text: 'Look it up.', signature: 'c2ln', index: 0 }],
        tool_calls: [
          { index: 0, id: 'toolu_2', type: 'function', function: { name: 'get_time', arguments: '{"zone":"UTC"}' } },
        ],
      },
      usage(60, 20, 0.0001, 8),
      'tool_calls',
      'tool_use',
    ),
    text: '',
    reasoning: 'Look it up.',
    others: ['tool-call', 'reasoning-details'],
    calls: [['get_time', '{"zone":"UTC"}']],
    receipt: { finishReason: 'tool_calls' },
  },
  {
    name: 'all tokens spent on reasoning, told whole',
    body: whole(mini, {}, usage(9, 64, 0.00013025, 64), 'length', 'max_output_tokens'),
    text: '',
    fails: 'empty',
    failure: { code: 'length' },
    receipt: { finishReason: 'length', nativeFinishReason: 'max_output_tokens' },
  },
  {
    name: 'an error under HTTP 200',
    body: { error: { message: 'Internal Server Error', code: 500 }, user_id: 'user_situation' },
    text: '',
    fails: 'before',
    failure: { status: 500, message: 'Internal Server Error' },
  },
];
