'use client';
import { useQuery } from '@tanstack/react-query';
import { ModelPicker, warmSearch } from '@/components/models/model-picker';
import { catalogueQuery } from '@/lib/browser/catalogue-query';
import { rememberModel, toggleFavourite, useKnownModels } from '@/lib/browser/known-models';
import { queryClient } from '@/lib/browser/query-client';
import { useRunStore } from '@/lib/browser/run-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import { whyNotAdded } from '@/lib/core/fallback-limits';
import { useRefresh } from './use-refresh';
import { words } from './words';

/** Where a browser cannot tell when it is idle. */
const SOON_MS = 200;

/** Builds the search index ahead of the first opening, with what is loaded of the catalogue; not while an answer grows. */
export function warm(): void {
  const build = (): void => {
    const models = queryClient().getQueryData(catalogueQuery.queryKey)?.models;
    if (models && Object.keys(useRunStore.getState().running).length === 0) warmSearch(models);
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(build);
  else setTimeout(build, SOON_MS);
}

interface PaneModelPickerProps {
  paneId: string;
  /** What is added with the chosen model, in place of changing the first one. */
  adds: 'fallback' | 'pane' | null;
  /** Unix milliseconds; undefined while it waits out of sight. */
  openedAt: number | undefined;
  onClose: () => void;
  onChoose: (modelId: string) => void;
}

/** The picker for one pane, with the catalogue as far as it is there. */
export function PaneModelPicker({ paneId, adds, openedAt, onClose, onChoose }: PaneModelPickerProps) {
  const { data, error } = useQuery(catalogueQuery);
  const { refresh, failed } = useRefresh();
  const pane = useWorkspaceStore(({ workspace }) => workspace.panes.find(({ id }) => id === paneId));
  const { favourites, recents } = useKnownModels();
  return (
    <ModelPicker
      open
      title={adds === null ? undefined : words.adding[adds]}
      openedAt={openedAt}
      onClose={onClose}
      models={data?.models}
      fetchedAt={data?.fetchedAt}
      skipped={data?.skipped}
      failed={failed ?? data?.failed ?? (error ? words.catalogueFailed : undefined)}
      onRetry={refresh}
      currentId={adds ? '' : (pane?.modelId ?? '')}
      recents={recents}
      favourites={favourites}
      onFavourite={toggleFavourite}
      refusalOf={adds === 'fallback' && pane ? (id) => whyNotAdded(pane, id) : undefined}
      onChoose={(modelId) => {
        rememberModel(modelId);
        onChoose(modelId);
      }}
    />
  );
}
