'use client';
import { useCallback, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { catalogueQuery, loadCatalogue } from '@/lib/browser/catalogue-query';
import { queryClient } from '@/lib/browser/query-client';
import { words } from './words';

/** Asks the upstream for the catalogue again. `failed` says why the last try came to nothing; the old list stays. */
export function useRefresh(): { refresh: () => void; failed: string | undefined } {
  const [failed, fail] = useState<string>();
  const refresh = useCallback(() => {
    loadCatalogue('?refresh').then(
      (catalogue) => {
        queryClient().setQueryData(catalogueQuery.queryKey, catalogue);
        fail(undefined);
        if (catalogue.failed === undefined) announce(words.catalogueRefreshed(catalogue.models.length));
      },
      (error: unknown) => fail(error instanceof Error ? error.message : words.catalogueFailed),
    );
  }, []);
  return { refresh, failed };
}
