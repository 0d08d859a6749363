import { expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import { PARAMETERS, type ParameterName } from '@/lib/core/parameters';
import { tokenId } from './sampler/tokenize';
import { ask, type Asked, call, contentOf, dig, timelessContext, userSays } from './test-client';

// Every parameter of the table, or the reason why nothing can be seen of it. How well the sampler does what it should
// is in sampling.test.ts; here only that a value acts.

const MODEL = 'simulator/form-c';
const THINKER = 'deepseek/deepseek-v3.2';
const PROMPT = userSays('Tell me about sampling and temperature');

const answer = (body: JsonObject): Promise<Asked> =>
  ask(timelessContext(), { model: MODEL, messages: PROMPT, seed: 5, max_tokens: 160, ...body });
const text = async (body: JsonObject): Promise<string> => contentOf(await answer(body));

/** The same request but for one value gives another text. */
async function acts(value: JsonObject, beside: JsonObject = {}): Promise<void> {
  expect(await text({ ...beside, ...value })).not.toBe(await text(beside));
}

/** Whatever the dice, one text is left. */
async function leavesOne(value: JsonObject): Promise<void> {
  const texts = await Promise.all([1, 2, 3].map((seed) => text({ seed, ...value })));
  expect(new Set(texts).size).toBe(1);
}

/** How often the commonest tenth of words comes. */
function repetition(said: string): number {
  const counts = new Map<string, number>();
  for (const word of said.toLowerCase().match(/[a-z]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const all = [...counts.values()].sort((a, b) => b - a);
  return all.slice(0, 10).reduce((sum, times) => sum + times, 0) / all.reduce((sum, times) => sum + times, 0);
}

async function repeatsLess(value: JsonObject): Promise<void> {
  const seeds = [1, 2, 3, 4, 5, 6];
  const [plain, punished] = await Promise.all(
    [{}, value].map(async (body) => (await Promise.all(seeds.map((seed) => text({ seed, ...body })))).join(' ')),
  );
  expect(repetition(punished ?? '')).toBeLessThan(repetition(plain ?? ''));
}

const thinking = async (reasoning: JsonObject): Promise<{ tokens: number; shown: unknown }> => {
  const { json } = await ask(timelessContext(), { model: THINKER, reasoning, seed: 1 });
  return {
    tokens: Number(dig(json, 'usage', 'completion_tokens_details', 'reasoning_tokens')),
    shown: dig(json, 'choices', 0, 'message', 'reasoning'),
  };
};

/** What is kept of a generation. */
async function kept(body: JsonObject, key: string): Promise<unknown> {
  const context = timelessContext();
  const { json } = await ask(context, body);
  context.pass(60_000);
  return dig((await call(context, `/generation?id=${String(json['id'])}`)).json, 'data', key);
}

const WEATHER = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather of a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
};

const EFFECTS: Record<ParameterName, (() => Promise<void>) | { none: string }> = {
  temperature: () => leavesOne({ temperature: 0 }),
  top_p: () => leavesOne({ top_p: 0.0001 }),
  top_k: () => leavesOne({ top_k: 1 }),
  min_p: () => leavesOne({ min_p: 1 }),
  top_a: () => acts({ top_a: 0.9 }, { temperature: 2 }),
  seed: async () => {
    expect(await text({ seed: 6 })).toBe(await text({ seed: 6 }));
    await acts({ seed: 6 });
  },
  frequency_penalty: () => repeatsLess({ frequency_penalty: 2 }),
  presence_penalty: () => repeatsLess({ presence_penalty: 2 }),
  repetition_penalty: () => repeatsLess({ repetition_penalty: 1.6 }),
  logit_bias: async () => {
    expect(await text({})).toMatch(/ the\b/);
    expect(await text({ logit_bias: { [tokenId(' the')]: -100 } })).not.toMatch(/ the\b/);
  },
  max_tokens: async () => {
    const { json } = await answer({ max_tokens: 9 });
    expect(json).toMatchObject({ choices: [{ finish_reason: 'length' }], usage: { completion_tokens: 9 } });
  },
  stop: async () => {
    const whole = await text({});
    expect(await text({ stop: [', '] })).toBe(whole.split(', ')[0]);
  },
  'reasoning.effort': async () => {
    const [none, low, high] = await Promise.all(['none', 'low', 'high'].map((effort) => thinking({ effort })));
    expect(none?.tokens).toBe(0);
    expect(high?.tokens).toBeGreaterThan(low?.tokens ?? Infinity);
  },
  'reasoning.max_tokens': async () => {
    const { tokens } = await thinking({ max_tokens: 20 });
    expect(tokens).toBeGreaterThan(0);
    expect(tokens).toBeLessThanOrEqual(20);
  },
  'reasoning.exclude': async () => {
    const hidden = await thinking({ effort: 'low', exclude: true });
    expect(hidden.shown).toBeNull();
    expect(hidden.tokens).toBeGreaterThan(0);
  },
  'reasoning.enabled': async () => {
    expect((await thinking({ enabled: true })).tokens).toBeGreaterThan(0);
    expect((await thinking({ enabled: false })).tokens).toBe(0);
  },
  response_format: async () => {
    const said = await text({ response_format: { type: 'json_object' } });
    expect(() => JSON.parse(said) as unknown).not.toThrow();
  },
  verbosity: async () => {
    const lengths = await Promise.all(
      ['low', 'high'].map(async (verbosity) => (await text({ verbosity, max_tokens: 2000 })).length),
    );
    expect(lengths[0]).toBeLessThan(lengths[1] ?? 0);
  },
  logprobs: async () => {
    expect(dig((await answer({})).json, 'choices', 0, 'logprobs')).toBeNull();
    expect(dig((await answer({ logprobs: true })).json, 'choices', 0, 'logprobs', 'content', 0)).toHaveProperty(
      'logprob',
    );
  },
  top_logprobs: async () => {
    const { json } = await answer({ logprobs: true, top_logprobs: 3 });
    expect(dig(json, 'choices', 0, 'logprobs', 'content', 0, 'top_logprobs')).toHaveLength(3);
  },
  parallel_tool_calls: async () => {
    const messages = userSays('What is the weather in Paris and Rome?');
    const calls = async (more: JsonObject): Promise<unknown> =>
      dig((await answer({ messages, tools: [WEATHER], ...more })).json, 'choices', 0, 'message', 'tool_calls');
    expect(await calls({})).toHaveLength(2);
    expect(await calls({ parallel_tool_calls: false })).toHaveLength(1);
  },
  service_tier: async () => {
    const { json } = await ask(timelessContext(), { model: 'openai/gpt-5-mini', service_tier: 'flex' });
    expect(json['service_tier']).toBe('flex');
  },
  user: async () => expect(await kept({ user: 'somebody' }, 'external_user')).toBe('somebody'),
  session_id: async () => expect(await kept({ session_id: 'a visit' }, 'session_id')).toBe('a visit'),
  metadata: { none: 'It goes to the records of the account, which no answer shows (§2.1).' },
};

it.each(PARAMETERS.map(({ name }) => name))('%s acts, or has a reason not to', async (name) => {
  const effect = EFFECTS[name];
  if (typeof effect === 'function') await effect();
  else expect(effect.none).toMatch(/\.$/);
});
