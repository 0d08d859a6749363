'use client';
import { onDemand } from '@/components/ui/on-demand';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { askedBy } from '@/lib/core/own-prompt';
import { templatesOf, variablesIn } from '@/lib/core/variables';

const VariableFields = onDemand(() =>
  import('@/components/presets/variable-fields').then(({ VariableFields }) => VariableFields),
);

/** The fields above a composer, loaded once there is a variable. @param pane whose own composer it is */
export function Variables({ pane = null }: { pane?: { id: string; name: string } | null }) {
  const any = useWorkspaceStore(
    ({ workspace }) =>
      variablesIn(...templatesOf({ ...workspace, panes: askedBy(workspace, pane?.id ?? null) })).length > 0,
  );
  return any ? <VariableFields pane={pane} /> : null;
}
