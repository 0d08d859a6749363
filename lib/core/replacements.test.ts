import { describe, expect, it } from 'vitest';
import type { Model } from './model';
import { replacementsFor } from './replacements';
import { aModel } from './samples';

const TODAY = '2026-11-22';

const row = (id: string, dollars: number, fields: Partial<Model> = {}): Model =>
  aModel({ id, canonicalSlug: id, pricing: { prompt: '0', completion: String(dollars / 1e6) }, ...fields });

const MODELS = [
  row('anthropic/claude-sonnet-5', 15, { created: 200 }),
  row('anthropic/claude-sonnet-4', 15, { created: 100 }),
  row('anthropic/claude-haiku-5', 5),
  row('anthropic/claude-opus-5', 25),
  row('anthropic/claude-opus-5:batch', 12),
  row('openai/gpt-5', 10),
  row('openai/gpt-5-mini', 2),
  row('openai/gpt-5:free', 0),
  row('openrouter/auto', -1),
  row('simulator/error-429', 0),
  row('lab/embed', 0, { outputModalities: ['embeddings'] }),
  row('host-a/llama-4-scout', 1),
  row('host-a/llama-4-old', 1, { expirationDate: '2026-01-01' }),
];

const ids = (id: string, known?: Model): string[] => replacementsFor(id, known, MODELS, TODAY).map((one) => one.id);

describe('replacements for a model that has gone', () => {
  it.each([
    [
      'its maker’s nearest name, the newer of two alike',
      'anthropic/claude-3.5-sonnet',
      ['anthropic/claude-sonnet-5', 'anthropic/claude-sonnet-4', 'anthropic/claude-haiku-5'],
    ],
    ['the model itself when a variant has ended', 'openai/gpt-5-mini:free', ['openai/gpt-5-mini', 'openai/gpt-5:free']],
    ['the same name from another maker', 'host-b/llama-4-scout', ['host-a/llama-4-scout']],
    ['none for a stranger', 'x/y', []],
    ['none for a preset', '@preset/mine', []],
    ['none for nothing', '', []],
  ])('%s', (_, id, expected) => {
    expect(ids(id).slice(0, expected.length || 3)).toEqual(expected);
  });

  it('lets the price decide between names that are as near', () => {
    const [cheap, dear] = [row('lab/alpha-2', 1), row('lab/beta-2', 20)];
    const gone = row('lab/gamma-2', 18, { expirationDate: '2026-12-01' });
    expect(replacementsFor(gone.id, gone, [cheap, dear, gone], TODAY)).toEqual([dear, cheap]);
  });

  it('never offers what cannot chat, routes, fails on purpose, or has gone itself', () => {
    const offered = MODELS.flatMap(({ id }) => ids(`${id}-x`));
    for (const id of ['anthropic/claude-opus-5:batch', 'openrouter/auto', 'simulator/error-429', 'lab/embed'])
      expect(offered).not.toContain(id);
    expect(ids('host-a/llama-4-new')).toEqual(['host-a/llama-4-scout']);
  });
});
