import { describe, expect, it } from 'vitest';
import { aModel } from '@/lib/core/samples';
import { describeFreeForm } from './free-form';

describe('an id without a row', () => {
  it.each([
    ['@preset/mine', undefined, 'Preset of your account'],
    ['maker/model@preset/mine', aModel(), 'Preset with Model'],
    ['x/y@preset/mine', undefined, 'Preset with x/y'],
    ['maker/model:nitro', aModel(), 'Variant of Model'],
    ['maker/model-20260101', aModel(), 'Dated name of Model'],
    ['x/y', undefined, 'Not in the list'],
  ])('is described: %s', (id, model, note) => {
    expect(describeFreeForm(id, model).note).toBe(note);
  });

  it('names the preset', () => {
    expect(describeFreeForm('@preset/mine', undefined).details).toContain('“mine”');
    expect(describeFreeForm('a/b@preset/mine', undefined).details).toContain('“mine”');
  });
});
