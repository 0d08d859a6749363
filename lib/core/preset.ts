import type { ParameterName, Sampling } from './parameters';
import { MAX_VARIABLES, templatesOf, valueOf, variablesIn, type Variables } from './variables';
import type { Pane, Sync, Workspace } from './workspace';

/** A pane without its conversation, and without what is typed in it. */
export type PresetPane = Required<Omit<Pane, 'id' | 'draft' | 'setAside'>>;

/** A workspace without its conversations and without a key. What is absent stays as it is where the preset is applied. */
export interface Preset {
  system?: string;
  prompt?: string;
  /** Values of the variables in the texts that the preset holds. */
  variables: Variables;
  /** All shared parameters: one that is not among them is unset. */
  sampling?: Sampling;
  forced?: ParameterName[];
  panes?: PresetPane[];
  sync?: Sync;
}

/** What can be left out of a preset. */
export type PresetPart = 'system' | 'prompt' | 'parameters' | 'panes';

/** The texts of a preset that may hold variables. */
export const textsOf = ({ system = '', prompt = '', panes = [] }: Omit<Preset, 'variables'>): string[] =>
  templatesOf({ system, draft: { text: prompt }, panes: [{ system }, ...panes] });

/** The variables that have a value and stand in one of the texts. */
function usedVariables(preset: Preset, variables: Variables): Variables {
  const names = variablesIn(...textsOf(preset))
    .slice(0, MAX_VARIABLES)
    .filter((name) => valueOf(variables, name) !== '');
  return Object.fromEntries(names.map((name) => [name, valueOf(variables, name)]));
}

const presetPane = ({ modelId, fallbacks, routing, sampling, system = null, extra }: Pane): PresetPane => ({
  modelId,
  fallbacks,
  routing,
  sampling,
  system,
  extra,
});

/** A workspace as a preset. @param parts what is put into it */
export function presetOf(workspace: Workspace, parts: ReadonlySet<PresetPart>): Preset {
  const own = (pane: PresetPane): PresetPane => ({
    ...pane,
    system: parts.has('system') ? pane.system : null,
    sampling: parts.has('parameters') ? pane.sampling : null,
  });
  const preset: Preset = {
    variables: {},
    ...(parts.has('system') && { system: workspace.system }),
    ...(parts.has('prompt') && { prompt: workspace.draft.text }),
    ...(parts.has('parameters') && { sampling: workspace.sampling, forced: workspace.forced }),
    ...(parts.has('panes') && { panes: workspace.panes.map(presetPane).map(own), sync: workspace.sync }),
  };
  return { ...preset, variables: usedVariables(preset, workspace.variables) };
}

/**
 * A workspace with a preset applied. Parameters or a system prompt that come without panes are those of all its panes.
 * @param freshId gives each new pane an id
 */
export function withPreset(workspace: Workspace, preset: Preset, freshId: () => string): Workspace {
  const { system, prompt, sampling, forced, panes, sync, variables } = preset;
  const named = new Set(variablesIn(...textsOf(preset)));
  const others = Object.entries(workspace.variables).filter(([name]) => !named.has(name));
  return {
    ...workspace,
    panes:
      panes?.map((pane) => ({ ...pane, id: freshId() })) ??
      workspace.panes.map((pane) => ({
        ...pane,
        ...(sampling && { sampling: null }),
        ...(system !== undefined && { system: null }),
      })),
    system: system ?? workspace.system,
    sampling: sampling ?? workspace.sampling,
    forced: forced ?? (sampling ? [] : workspace.forced),
    sync: sync ?? workspace.sync,
    draft: prompt === undefined ? workspace.draft : { text: prompt },
    variables: { ...Object.fromEntries(others), ...variables },
  };
}
