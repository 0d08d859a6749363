import type { ModelIndex } from '@/lib/core/model';
import { supportOf } from '@/lib/core/notes';
import { withDraft } from '@/lib/core/own-prompt';
import { PARAMETERS } from '@/lib/core/parameters';
import type { Workspace } from '@/lib/core/workspace';
import type { ImportedRequest } from './imported-request';

/**
 * A workspace of which one pane would send an imported request, once its conversation holds the request's turns. What
 * the request does not set is unset; what its model does not list is forced, as the request would have sent it.
 */
export function applyRequest(
  workspace: Workspace,
  paneId: string,
  request: ImportedRequest,
  models: ModelIndex,
): Workspace {
  const before = workspace.panes.find(({ id }) => id === paneId);
  if (!before) return workspace;
  const { modelId, fallbacks, routing, extra, sampling, dialogue } = request;
  // Beside other panes only this one may change.
  const alone = workspace.panes.length === 1;
  const system = alone ? null : (dialogue?.system ?? before.system ?? null);
  const own = { sampling: alone ? null : sampling, system };
  const pane = { ...before, modelId: modelId ?? before.modelId, fallbacks, routing, extra, ...own };
  const forced = PARAMETERS.filter((parameter) => {
    const { unknown, takers } = supportOf(parameter, pane, models);
    // While the catalogue is not there yet, nobody knows what it will not list.
    const untaken = models.size === 0 || (!unknown && takers === 0);
    const ofOthers = !alone && workspace.forced.includes(parameter.name);
    return ofOthers || (sampling[parameter.name] !== undefined && untaken);
  }).map(({ name }) => name);
  const next = {
    ...workspace,
    panes: workspace.panes.map((other) => (other.id === paneId ? pane : other)),
    sampling: alone ? sampling : workspace.sampling,
    forced,
    ...(dialogue && alone && { system: dialogue.system }),
  };
  return dialogue ? withDraft(next, dialogue.draft, paneId) : next;
}
