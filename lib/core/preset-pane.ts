import { withPane } from './panes';
import type { Preset } from './preset';
import { valueOf, variablesIn } from './variables';
import { newPane, type Workspace } from './workspace';

/**
 * A workspace with one more pane, which is the first of a preset: model, fallbacks, routing, extra JSON, with the
 * preset's parameters and system prompt as its own. Nothing of the other panes changes; over the limit nothing at all.
 * Variables of its system prompt that have no value yet get the preset's.
 * @param id of the new pane
 */
export function withPresetPane(workspace: Workspace, preset: Preset, id: string): Workspace {
  const first = preset.panes?.[0] ?? newPane(id, workspace.panes[0]?.modelId ?? '');
  const sampling = first.sampling ?? preset.sampling ?? null;
  const system = first.system ?? preset.system ?? null;
  const next = withPane(workspace, { ...first, id, sampling, system });
  if (next === workspace) return workspace;
  const wanted = variablesIn(system ?? '').filter((name) => valueOf(workspace.variables, name) === '');
  const values = wanted.flatMap((name) => {
    const value = valueOf(preset.variables, name);
    return value === '' ? [] : [[name, value] as const];
  });
  return { ...next, variables: { ...workspace.variables, ...Object.fromEntries(values) } };
}
