import { describe, expect, it } from 'vitest';
import { isModified, MAX_PANES, withOwn, withoutPane, withPane, withPaneMoved, withSettingsFrom } from './panes';
import { aPane, aWorkspace } from './samples';
import type { Workspace } from './workspace';

const three = aWorkspace({ panes: ['a', 'b', 'c'].map((id) => aPane({ id, modelId: `maker/${id}` })) });
const ids = ({ panes }: Workspace): string => panes.map(({ id }) => id).join('');
const paneOf = (workspace: Workspace, wanted: string) => workspace.panes.find(({ id }) => id === wanted) ?? aPane();

describe('panes', () => {
  it('are added after another or at the end, and eight are enough', () => {
    expect(ids(withPane(three, aPane({ id: 'x' })))).toBe('abcx');
    expect(ids(withPane(three, aPane({ id: 'x' }), 'a'))).toBe('axbc');
    const full = aWorkspace({ panes: Array.from({ length: MAX_PANES }, (_, at) => aPane({ id: String(at) })) });
    expect(withPane(full, aPane({ id: 'x' }))).toBe(full);
  });

  it('go, but for the last one', () => {
    expect(ids(withoutPane(three, 'b'))).toBe('ac');
    const one = aWorkspace();
    expect(withoutPane(one, 'pane')).toBe(one);
  });

  it('move by one place, and stay at the edge', () => {
    expect(ids(withPaneMoved(three, 'c', -1))).toBe('acb');
    expect(ids(withPaneMoved(three, 'a', 1))).toBe('bac');
    expect(withPaneMoved(three, 'a', -1)).toBe(three);
    expect(withPaneMoved(three, 'nobody', 1)).toBe(three);
  });

  it('have settings of their own, which begin as the shared ones and end as them', () => {
    const shared = { ...three, sampling: { temperature: 0.3 }, system: 'Shared.' };
    const own = withOwn(shared, 'b', 'sampling', true);
    expect(paneOf(own, 'b')).toMatchObject({ sampling: { temperature: 0.3 } });
    expect(own.panes.map(isModified)).toEqual([false, true, false]);
    expect(withOwn(own, 'b', 'sampling', false).panes.map(isModified)).toEqual([false, false, false]);
  });

  it('have a system prompt of their own beside shared parameters, and the other way round', () => {
    const shared = { ...three, sampling: { temperature: 0.3 }, system: 'Shared.' };
    expect(paneOf(withOwn(shared, 'b', 'system', true), 'b')).toMatchObject({ sampling: null, system: 'Shared.' });
    const both = withOwn(withOwn(shared, 'b', 'system', true), 'b', 'sampling', true);
    expect(paneOf(withOwn(both, 'b', 'system', false), 'b')).toMatchObject({
      sampling: { temperature: 0.3 },
      system: null,
    });
  });

  it('take over what another sets, but not its model, nor themselves as a fallback', () => {
    const from = { sampling: { seed: 1 }, fallbacks: ['maker/c', 'x/y'], routing: { zdr: true }, extra: { a: 1 } };
    const workspace = { ...three, panes: three.panes.map((pane) => (pane.id === 'a' ? { ...pane, ...from } : pane)) };
    expect(paneOf(withSettingsFrom(workspace, 'c', 'a'), 'c')).toMatchObject({
      ...from,
      fallbacks: ['x/y'],
      modelId: 'maker/c',
    });
    expect(withSettingsFrom(workspace, 'a', 'a')).toBe(workspace);
  });
});
