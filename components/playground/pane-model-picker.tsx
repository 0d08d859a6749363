'use client';
import { useQuery } from '@tanstack/react-query';
import { ModelPicker, warmSearch } from '@/components/models/model-picker';
import { catalogueQuery } from '@/lib/browser/catalogue-query';
import { queryClient } from '@/lib/browser/query-client';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { words } from './words';

/** Builds the search index ahead of the first opening, with what is loaded of the catalogue. */
export function warm(): void {
  const models = queryClient().getQueryData(catalogueQuery.queryKey)?.models;
  if (models) warmSearch(models);
}

interface PaneModelPickerProps {
  paneId: string;
  /** What is added with the chosen model, in place of changing the first one. */
  adds: 'fallback' | 'pane' | null;
  onClose: () => void;
  onChoose: (modelId: string) => void;
}

/** The picker for one pane, with the catalogue as far as it is there. */
export function PaneModelPicker({ paneId, adds, onClose, onChoose }: PaneModelPickerProps) {
  const { data, isError, refetch } = useQuery(catalogueQuery);
  const pane = useWorkspaceStore(({ workspace }) => workspace.panes.find(({ id }) => id === paneId));
  return (
    <ModelPicker
      open
      onClose={onClose}
      models={data?.models}
      fetchedAt={data?.fetchedAt}
      failed={isError && !data ? words.catalogueFailed : undefined}
      onRetry={() => void refetch()}
      currentId={adds ? '' : (pane?.modelId ?? '')}
      recents={[]}
      onChoose={onChoose}
    />
  );
}
