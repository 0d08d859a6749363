import type { JsonObject } from '@/lib/core/json';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue/catalogue';
import { ask, dig, timelessContext } from './test-client';

const reasoned = async (model: string, body: JsonObject = {}): Promise<number> => {
  const { json } = await ask(timelessContext(), { model, ...body });
  return Number(dig(json, 'usage', 'completion_tokens_details', 'reasoning_tokens'));
};

describe('without a word about reasoning', () => {
  it.each(['openai/o3', 'openai/o4-mini', 'openai/o1', 'openai/o3-mini', 'openai/o3-pro', 'qwen/qwen3-max-thinking'])(
    '%s reasons, which its row does not say',
    async (model) => {
      expect(await reasoned(model)).toBeGreaterThan(0);
      expect(await reasoned(model, { reasoning: { effort: 'none' } })).toBe(0);
    },
  );

  it('every model does whose row says that it must or usually does, and no other whose row says it does not', async () => {
    const rows = catalogue().rows.filter(({ id }) => !/[:~]|^(?:simulator|openrouter)\//.test(id));
    const does: string[] = [];
    const doesNot: string[] = [];
    for (const { id, reasoning } of rows) {
      if (reasoning?.mandatory || (reasoning?.default_enabled && reasoning.default_effort !== 'none')) does.push(id);
      if (!reasoning || reasoning.default_enabled === false) doesNot.push(id);
    }
    expect([does.length > 90, doesNot.length > 90]).toEqual([true, true]);
    const counts = async (ids: string[]): Promise<[string, boolean][]> =>
      Promise.all(ids.map(async (id) => [id, (await reasoned(id, { max_tokens: 40 })) > 0]));
    expect((await counts(does)).filter(([, any]) => !any)).toEqual([]);
    expect((await counts(doesNot)).filter(([, any]) => any)).toEqual([]);
  });

  it.each(['anthropic/claude-sonnet-4.5', 'google/gemini-2.5-flash', 'openai/gpt-5.1'])(
    '%s answers at once',
    async (model) => {
      expect(await reasoned(model)).toBe(0);
      expect(await reasoned(model, { reasoning: { effort: 'high' } })).toBeGreaterThan(0);
    },
  );
});
