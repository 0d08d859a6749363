'use client';
import { onDemand } from '@/components/ui/on-demand';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { templatesOf, variablesIn } from '@/lib/core/variables';

const VariableFields = onDemand(() =>
  import('@/components/presets/variable-fields').then(({ VariableFields }) => VariableFields),
);

/** The fields above the composer, loaded once there is a variable. */
export function Variables() {
  const any = useWorkspaceStore(({ workspace }) => variablesIn(...templatesOf(workspace)).length > 0);
  return any ? <VariableFields /> : null;
}
