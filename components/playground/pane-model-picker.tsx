'use client';
import { useQuery } from '@tanstack/react-query';
import { ModelPicker, warmSearch } from '@/components/models/model-picker';
import { rememberModel, toggleFavourite, useKnownModels } from '@/lib/browser/known-models';
import { catalogueQuery } from '@/lib/browser/queries';
import { queryClient } from '@/lib/browser/query-client';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { useRefresh } from './use-refresh';
import { words } from './words';

/** Builds the search index ahead of the first opening, with what is loaded of the catalogue. */
export function warm(): void {
  const models = queryClient().getQueryData(catalogueQuery.queryKey)?.models;
  if (models) warmSearch(models);
}

interface PaneModelPickerProps {
  paneId: string;
  onClose: () => void;
  onChoose: (paneId: string, modelId: string) => void;
  /** What is chosen for; without it the model that is asked first. */
  title?: string | undefined;
  /** Why a model cannot be chosen, as a sentence. */
  refusalOf?: ((modelId: string) => string | null) | undefined;
}

/** The picker for one pane, with the catalogue as far as it is there. */
export function PaneModelPicker({ paneId, onClose, onChoose, title, refusalOf }: PaneModelPickerProps) {
  const { data, error } = useQuery(catalogueQuery);
  const { refresh, failed } = useRefresh();
  const pane = useWorkspaceStore(({ workspace }) => workspace.panes.find(({ id }) => id === paneId));
  const { favourites, recents } = useKnownModels();
  return (
    <ModelPicker
      open
      title={title}
      onClose={onClose}
      models={data?.models}
      fetchedAt={data?.fetchedAt}
      skipped={data?.skipped}
      failed={failed ?? data?.failed ?? (error ? words.catalogueFailed : undefined)}
      onRetry={refresh}
      currentId={pane?.modelId ?? ''}
      recents={recents}
      favourites={favourites}
      onFavourite={toggleFavourite}
      refusalOf={refusalOf}
      onChoose={(modelId) => {
        rememberModel(modelId);
        onChoose(paneId, modelId);
      }}
    />
  );
}
