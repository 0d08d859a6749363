import { expect, it } from 'vitest';
import type { Preset } from './preset';
import { withPresetPane } from './preset-pane';
import { aPane, aWorkspace } from './samples';

const preset: Preset = {
  system: 'Be {{tone}} to {{who}}',
  prompt: 'not taken',
  variables: { tone: 'kind', who: 'all' },
  sampling: { temperature: 0.2 },
  panes: [
    { modelId: 'a/b', fallbacks: ['c/d'], routing: { sort: 'price' }, sampling: null, system: null, extra: { x: 1 } },
    { modelId: 'e/f', fallbacks: [], routing: {}, sampling: null, system: null, extra: {} },
  ],
};

it('adds the first pane of a preset with settings of its own, and leaves the others alone', () => {
  const before = aWorkspace({ variables: { tone: 'mine' }, sampling: { seed: 1 }, draft: { text: 'typed' } });
  const after = withPresetPane(before, preset, 'new');
  expect(after).toEqual({
    ...before,
    panes: [
      ...before.panes,
      {
        id: 'new',
        modelId: 'a/b',
        fallbacks: ['c/d'],
        routing: { sort: 'price' },
        sampling: { temperature: 0.2 },
        system: 'Be {{tone}} to {{who}}',
        extra: { x: 1 },
      },
    ],
    variables: { tone: 'mine', who: 'all' },
  });
});

it('takes the model that is there when the preset has none, and changes nothing when the row is full', () => {
  expect(withPresetPane(aWorkspace(), { variables: {}, system: 'S' }, 'new').panes[1]).toMatchObject({
    modelId: 'maker/model',
    sampling: null,
    system: 'S',
  });
  const full = aWorkspace({ panes: Array.from({ length: 8 }, (_, at) => aPane({ id: `${at}` })) });
  expect(withPresetPane(full, preset, 'new')).toBe(full);
});
