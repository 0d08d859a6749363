import { describe, expect, it } from 'vitest';
import { catalogueId, findModel, indexModels, isChatModel, makerOf, servedByFallback, shortName } from './model';
import { aModel } from './samples';

const models = indexModels([
  aModel(),
  aModel({ id: 'maker/model:free', canonicalSlug: 'maker/model-20260101' }),
  aModel({ id: '~maker/latest', canonicalSlug: '~maker/latest', aliasTarget: 'maker/model' }),
  aModel({ id: 'other/model', canonicalSlug: 'other/model-1' }),
]);

describe('servedByFallback', () => {
  it.each([
    ['the id itself', 'maker/model', 'maker/model', false],
    ['its dated name', 'maker/model', 'maker/model-20260101', false],
    ['the id for a dated request', 'maker/model-20260101', 'maker/model', false],
    ['the plain id for a variant', 'maker/model:nitro', 'maker/model', false],
    ['what an alias stands for', '~maker/latest', 'maker/model', false],
    ['the dated name of what an alias stands for', '~maker/latest', 'maker/model-20260101', false],
    ['anything for a router', 'openrouter/auto', 'other/model', false],
    ['anything for a preset', '@preset/mine', 'other/model', false],
    ['the model that a preset was asked of', 'maker/model@preset/mine', 'maker/model-20260101', false],
    ['another model than a preset was asked of', 'maker/model@preset/mine', 'other/model', true],
    ['another model', 'maker/model', 'other/model', true],
    ['another model under its dated name', 'maker/model', 'other/model-1', true],
    ['another model than the alias stands for', '~maker/latest', 'other/model', true],
    ['an unknown model for an unknown id', 'x/y', 'x/z', true],
    ['an unknown id itself', 'x/y', 'x/y', false],
  ])('%s', (_, requested, served, expected) => {
    expect(servedByFallback(requested, served, models)).toBe(expected);
  });

  it('does not guess when nothing is known', () => expect(servedByFallback('maker/model', null, models)).toBeNull());
});

describe('ids', () => {
  it('finds the row of a dynamic variant, and prefers a row of its own', () => {
    expect(catalogueId('maker/model:free:online')).toBe('maker/model:free');
    expect(catalogueId('maker/model:nitro@preset/mine')).toBe('maker/model');
    expect(catalogueId('@preset/mine')).toBe('@preset/mine');
    expect(findModel(models, 'maker/model:floor')?.id).toBe('maker/model');
    expect(findModel(models, 'maker/model:free')?.id).toBe('maker/model:free');
  });

  it('reads maker and short name', () => {
    expect(makerOf('~maker/latest')).toBe('maker');
    expect(makerOf('plain')).toBe('');
    expect(shortName({ id: 'a/b', name: 'Maker: Model' })).toBe('Model');
    expect(shortName({ id: 'a/b', name: '' })).toBe('a/b');
  });

  it('keeps batch rows and models without text out of a chat', () => {
    expect(isChatModel(aModel({ id: 'maker/model:batch' }))).toBe(false);
    expect(isChatModel(aModel({ outputModalities: ['embeddings'] }))).toBe(false);
    expect(isChatModel(aModel({ outputModalities: [] }))).toBe(true);
  });
});
