import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PresetPart, presetOf, withPreset } from './preset';
import { somePreset } from './preset-samples';
import { aPane, aWorkspace } from './samples';
import { changesBetween } from './workspace-changes';

const ALL: PresetPart[] = ['system', 'prompt', 'parameters', 'panes'];
const ids = (): (() => string) => {
  let count = 0;
  return () => `new-${(count += 1)}`;
};
/** A workspace in which everything is set already. */
const mine = aWorkspace({
  system: 'Mine, {{tone}}',
  draft: { text: 'my draft' },
  variables: { tone: 'old', mine: 'kept' },
  sampling: { temperature: 2, user: 'me' },
  forced: ['top_k'],
  panes: [aPane({ sampling: { top_p: 1 }, system: 'Own' }), aPane({ id: 'second', fallbacks: ['a/b'] })],
});

describe('a preset', () => {
  it('comes out of the workspace that it was applied to', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const preset = somePreset(seed);
        const parts = ALL.filter((part) => (part === 'parameters' ? 'sampling' : part) in preset);
        expect(presetOf(withPreset(mine, preset, ids()), new Set(parts))).toEqual(preset);
      }),
      { numRuns: 500 },
    );
  });

  it('makes two workspaces the same once it was applied whole', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        const preset = presetOf(withPreset(mine, somePreset(one), ids()), new Set(ALL));
        const elsewhere = withPreset(aWorkspace(), somePreset(other), ids());
        const applied = withPreset(elsewhere, preset, ids());
        expect(presetOf(applied, new Set(ALL))).toEqual(preset);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves alone what it does not hold', () => {
    expect(changesBetween(mine, withPreset(mine, { variables: {} }, ids()))).toEqual([]);
    const { panes, draft, variables } = withPreset(mine, { variables: {}, prompt: 'Hi {{tone}}' }, ids());
    expect(panes).toEqual(mine.panes);
    expect(draft.text).toBe('Hi {{tone}}');
    expect(variables).toEqual({ mine: 'kept' });
  });

  it('sets its parameters and its system prompt in panes that had their own', () => {
    const { panes, forced } = withPreset(mine, { variables: {}, sampling: { seed: 1 }, system: 'All' }, ids());
    expect(panes.map(({ sampling, system }) => [sampling, system])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(forced).toEqual([]);
  });

  it('holds no id, no conversation and no value of a variable that it does not use', () => {
    const text = JSON.stringify(presetOf(mine, new Set(ALL)));
    expect(text).not.toContain('second');
    expect(text).not.toContain('kept');
    expect(text).toContain('"tone":"old"');
    expect(JSON.stringify(presetOf(mine, new Set(['panes'])))).not.toMatch(/old|Own|top_p|draft/);
  });
});

describe('what would change', () => {
  it('is told line by line, with what is unset', () => {
    const after = withPreset(mine, { variables: {}, sampling: { temperature: 0.2 }, panes: [] }, ids());
    expect(changesBetween(mine, { ...after, panes: [aPane({ modelId: 'x/y' })] })).toEqual([
      { label: 'Temperature', from: '2', to: '0.2' },
      { label: 'Pane 1: Model', from: 'maker/model', to: 'x/y' },
      { label: 'User', from: 'me', to: null },
      { label: 'Sent though not listed', from: 'Top K', to: null },
      { label: 'Pane 1: Own system prompt', from: 'Own', to: null },
      { label: 'Pane 1: Own parameters', from: 'set', to: null },
      { label: 'Pane 1: Own Top P', from: '1', to: null },
      { label: 'Pane 2: Model', from: 'maker/model', to: null },
      { label: 'Pane 2: Fallbacks', from: 'a/b', to: null },
    ]);
  });
});
