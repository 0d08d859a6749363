// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { endpointsKey } from './known-endpoints';
import { indexModels } from '@/lib/core/model';
import { usdToString } from '@/lib/core/money';
import { aModel, anEndpoint, aPane, aQuestion, aWorkspace } from '@/lib/core/samples';
import type { Pane } from '@/lib/core/workspace';
import { estimatePath, type PaneEstimate } from './estimate';
import { queryClient } from './query-client';

/** A prompt costs something by its tokens, an answer nothing. */
const row = (id: string) => aModel({ id, canonicalSlug: id, pricing: { prompt: '1', completion: '0' } });
const models = indexModels([row('maker/model'), row('maker/other')]);

function estimate(fields: Partial<Pane>): PaneEstimate {
  const pane = aPane(fields);
  const path = [aQuestion('q', null, 'How much is this?')];
  return estimatePath(aWorkspace({ panes: [pane] }), pane, path, models);
}

const likely = ({ estimate }: PaneEstimate): number => Number(usdToString(estimate?.likely ?? (0n as never)));
const knows = (id: string, prompt: string): void =>
  void queryClient().setQueryData(endpointsKey(id), [
    anEndpoint('one'),
    anEndpoint('two', { pricing: { prompt, completion: '0' } }),
  ]);

describe('the estimate of a pane', () => {
  afterEach(() => queryClient().clear());
  const pinned: Partial<Pane> = {
    modelId: 'maker/model:online',
    fallbacks: ['maker/other'],
    routing: { only: ['two'] },
  };

  it('is of the prices of the provider that it asks, once they are known', () => {
    const plain = likely(estimate({}));
    expect(plain).toBeGreaterThan(0);
    const before = estimate({ routing: { only: ['two'] } });
    expect(likely(before)).toBe(plain);
    expect(before.estimate?.open).toBe(true);
    knows('maker/model', '3');
    const after = estimate({ routing: { only: ['two'] } });
    expect(likely(after)).toBe(3 * plain);
    expect(after.estimate?.open).toBe(false);
  });

  it('names the models whose offers are to be asked for, and nothing where the service chooses', () => {
    expect(estimate(pinned).unasked).toEqual(['maker/model', 'maker/other']);
    knows('maker/other', '3');
    expect(estimate(pinned).unasked).toEqual(['maker/model']);
    expect(estimate({ fallbacks: ['maker/other'] }).unasked).toEqual([]);
    expect(estimate({ modelId: 'nobody/knows', routing: { only: ['two'] } }).unasked).toEqual([]);
  });

  it('is of the models that are sent, whatever the pane says', () => {
    const [cheap, dear] = [row('maker/model'), { ...row('maker/dear'), pricing: { prompt: '9', completion: '0' } }];
    const index = indexModels([cheap, dear]);
    const of = (fields: Partial<Pane>) => {
      const pane = aPane(fields);
      return estimatePath(aWorkspace({ panes: [pane] }), pane, [aQuestion('q', null, 'How much is this?')], index);
    };
    const plain = of({});
    const other = of({ extra: { model: 'maker/dear' } });
    expect(other.modelId).toBe('maker/dear');
    expect(likely(other)).toBe(9 * likely(plain));
    const listed = of({ extra: { models: ['maker/dear', 7, 'maker/model'] } }).estimate;
    expect(listed?.high).toBe(other.estimate?.high);
    expect(listed?.low).toBe(plain.estimate?.low);
    expect(of({ extra: { model: 'nobody/knows' } }).estimate).toBeNull();
    expect(of({ extra: { model: null } }).estimate).toBeNull();
  });

  it('reads what the extra JSON asks for', () => {
    expect(estimate({ extra: { tools: [{ type: 'openrouter:web_fetch' }] } }).estimate?.open).toBe(true);
    expect(estimate({ extra: { service_tier: 'priority' } }).estimate?.open).toBe(true);
    // No number that JSON can hold.
    expect(estimate({ extra: { max_tokens: Infinity } }).estimate?.open).toBe(false);
  });
});
