'use client';
import { CostBoard } from '@/components/costs/cost-board';
import { useConversations } from '@/lib/browser/use-conversations';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';

/** The costs of the panes as they are now; panes of the same model are told apart by their place. */
export function PaneCosts({ models, onClose }: { models: ModelIndex; onClose: () => void }) {
  const panes = useWorkspaceStore(({ workspace }) => workspace.panes);
  const conversations = useConversations(panes.map(({ id }) => id));
  const nameOf = (id: string): string => {
    const model = findModel(models, id);
    return model ? shortName(model) : id;
  };
  const shown = panes.map(({ id, modelId }, at) => ({
    id,
    name: panes.length > 1 ? `${at + 1}. ${nameOf(modelId)}` : nameOf(modelId),
    conversation: conversations[id] ?? EMPTY_CONVERSATION,
  }));
  return <CostBoard panes={shown} models={models} onClose={onClose} />;
}
