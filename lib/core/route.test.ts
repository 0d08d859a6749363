import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure } from './failure';
import type { Json, JsonObject } from './json';
import { indexModels } from './model';
import { openReceipt, type Receipt } from './receipt';
import { outcomeOf, routeOf } from './route';
import { aModel } from './samples';

const index = indexModels([aModel({ id: 'a/b', canonicalSlug: 'a/b-20260101' })]);
const receipt = (fields: Partial<Receipt> = {}): Receipt => ({ ...openReceipt('a/b', 0), ...fields });

describe('the way of an answer', () => {
  it('is what the metadata tells: failed tries first, then who served', () => {
    const openrouterMetadata: JsonObject = {
      requested: 'a/b',
      strategy: 'fallback',
      region: 'fra',
      summary: 'available=2, selected=Y',
      attempt: 2,
      endpoints: { total: 2, available: [{ provider: 'Y', model: 'c/d', selected: true }] },
      attempts: [
        { provider: 'X', model: 'a/b', status: 503 },
        { provider: 'Y', model: 'c/d', status: 200 },
      ],
      pipeline: [{ type: 'context_compression', name: 'middle-out', summary: '12 messages removed', cost_usd: 0.001 }],
    };
    expect(routeOf(receipt({ servedModel: 'c/d', provider: 'Y', openrouterMetadata }), null, index)).toEqual({
      requested: 'a/b',
      served: { model: 'c/d', provider: 'Y' },
      failedAt: null,
      fallback: true,
      told: true,
      strategy: 'fallback',
      region: 'fra',
      summary: 'available=2, selected=Y',
      attempts: [
        { provider: 'X', model: 'a/b', status: 503 },
        { provider: 'Y', model: 'c/d', status: 200 },
      ],
      tried: 2,
      endpoints: { total: 2, available: [{ provider: 'Y', model: 'c/d', selected: true }] },
      pipeline: [{ type: 'context_compression', name: 'middle-out', summary: '12 messages removed', cost: '0.001' }],
      params: null,
    });
  });

  it('is told of a failure too', () => {
    const failed = failure('before', 'x', { openrouterMetadata: { attempts: [{ provider: 'X', status: 529 }] } });
    expect(routeOf(receipt(), failed, index)).toMatchObject({
      told: true,
      served: null,
      fallback: null,
      attempts: [{ model: null, provider: 'X', status: 529 }],
    });
  });

  it('has the tries that an error names where the metadata has none', () => {
    const previous_errors: JsonObject[] = [
      { provider: 'X', code: 'capacity_exhausted', status: 429 },
      { code: 502, message: 'older form' },
    ];
    expect(routeOf(receipt(), failure('before', 'x', { metadata: { previous_errors } }), index)).toMatchObject({
      told: false,
      attempts: [
        { model: null, provider: 'X', status: 429 },
        { model: null, provider: null, status: 502 },
      ],
    });
  });

  it('does not guess what became of an attempt without a status', () => {
    const attempts: JsonObject[] = [
      { provider: 'X' },
      { provider: 'X', status: null },
      { provider: 'X', status: 503 },
      { status: 200 },
    ];
    const { attempts: read } = routeOf(receipt({ openrouterMetadata: { attempts } }), null, index);
    expect(read.map(outcomeOf)).toEqual(['unknown', 'unknown', 'failed', 'served']);
  });

  it('does not call the dated name of the same model a fallback', () => {
    expect(routeOf(receipt({ servedModel: 'a/b-20260101' }), null, index).fallback).toBe(false);
  });

  it('guesses nothing where nothing was told, and takes whatever comes', () => {
    expect(routeOf(receipt(), null, index)).toMatchObject({ told: false, attempts: [], endpoints: null, pipeline: [] });
    const keys = fc.constantFrom('requested', 'strategy', 'attempts', 'endpoints', 'pipeline', 'region', 'params');
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), (metadata) => {
        const route = routeOf(receipt({ openrouterMetadata: metadata as { [key: string]: Json } }), null, index);
        for (const { status } of route.attempts) expect(status === null || Number.isFinite(status)).toBe(true);
        expect(route.requested).not.toBe('');
      }),
    );
  });
});
