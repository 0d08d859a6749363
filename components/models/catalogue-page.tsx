'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { toast } from '@/components/ui/toast';
import { catalogueQuery } from '@/lib/browser/catalogue-query';
import { compareModels } from '@/lib/browser/compare-models';
import { useCatalogueView } from '@/lib/browser/use-catalogue-view';
import { catalogueRows, nextCatalogueSort, priceAll } from '@/lib/core/catalogue-rows';
import { type CatalogueSort, toggleSelected } from '@/lib/core/catalogue-view';
import type { Model, ModelIndex } from '@/lib/core/model';
import { toggleQueryToken } from '@/lib/core/model-query';
import { CatalogueChart } from './catalogue-chart';
import { CatalogueTable } from './catalogue-table';
import { CompareBar } from './compare-bar';
import { FilterChips } from './filter-chips';
import { ListEmpty } from './list-empty';
import { ListSkeleton } from './list-skeleton';
import { pickerWords } from './words';
import { catalogueHeads, catalogueWords as w } from './words-catalogue';
import { WorkloadFields } from './workload-fields';

const NO_MODELS: Model[] = [];
const NO_INDEX: ModelIndex = new Map();
const LIST = 'catalogue';

const SORTS = [
  { value: '', label: w.unsorted },
  ...Object.entries(catalogueHeads).map(([value, { label }]) => ({ value, label })),
];

/** The catalogue as a page: every model, and what a month of some calls costs on it. @param menu ends the header */
export function CataloguePage({ menu }: { menu: ReactNode }) {
  const { view, change, write } = useCatalogueView();
  const { data, error, refetch } = useQuery(catalogueQuery);
  const router = useRouter();
  const [now] = useState(() => Date.now());
  const [opening, setOpening] = useState(false);
  const { query, sort, workload, axis, selected } = view;
  const models = data?.models ?? NO_MODELS;

  const priced = useDeferredValue(workload);
  const costs = useMemo(() => priceAll(models, priced), [models, priced]);
  const rows = useMemo(() => catalogueRows(models, costs, query, sort), [models, costs, query, sort]);
  // Hundreds of rows and points follow what is typed, and never hold it up; a tick is seen at once.
  const [shown, drawn] = [useDeferredValue(rows), useDeferredValue(selected)];

  const onSort = useCallback(
    (key: CatalogueSort['key']) => change({ sort: nextCatalogueSort(sort, key) }),
    [change, sort],
  );
  const onToggle = useCallback((id: string) => change({ selected: toggleSelected(selected, id) }), [change, selected]);
  const onFilter = useCallback((token: string) => change({ query: toggleQueryToken(query, token) }), [change, query]);
  const compare = async (): Promise<void> => {
    setOpening(true);
    write();
    const back = await compareModels(selected);
    router.push('/');
    toast(w.compared(selected.length), { action: { label: w.undo, onSelect: () => void back() } });
  };
  const failed = data ? data.failed && w.stale : error && w.failed;

  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <header className="sticky top-0 z-20 flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-2 sm:px-4">
        <Link href="/" prefetch={false} onClick={write} className={buttonClass('ghost', 'control')}>
          <ArrowLeft size={16} aria-hidden />
          {w.back}
        </Link>
        <h1 className="grow text-sm font-semibold">{w.title}</h1>
        {menu}
      </header>
      <main className="mx-auto flex w-full max-w-[96rem] grow flex-col gap-4 p-4">
        <WorkloadFields workload={workload} onChange={(workload) => change({ workload })} />
        <search className="flex flex-col gap-2">
          <div className="relative">
            <Search
              size={16}
              aria-hidden
              className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-muted"
            />
            <input
              type="search"
              aria-label={w.search}
              placeholder={pickerWords.placeholder}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={200}
              value={query}
              onChange={(event) => change({ query: event.currentTarget.value })}
              className="field h-control pr-2.5 pl-8 pointer-coarse:h-touch"
            />
          </div>
          <div className="-mx-3">
            <FilterChips query={query} onToggle={onFilter} />
          </div>
          <p className="text-xs text-muted">
            <output className="text-fg">{data ? w.count(rows.length) : pickerWords.loading}</output>
            {' · '}
            {pickerWords.hint} · {pickerWords.tierLegend}
          </p>
        </search>
        {failed ? (
          <Banner
            tone={data ? 'warning' : 'danger'}
            role="alert"
            actions={
              <Button size="dense" onClick={() => void refetch()}>
                {w.retry}
              </Button>
            }
          >
            {failed}
          </Banner>
        ) : null}
        <div className="grid grow grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]">
          <div className="lg:sticky lg:top-16 lg:order-last">
            <CatalogueChart rows={shown} axis={axis} selected={drawn} onAxis={(axis) => change({ axis })} />
          </div>
          <div className="flex min-w-0 flex-col gap-2">
            <SelectField
              className="sm:hidden"
              label={w.sort}
              value={sort?.key ?? ''}
              options={SORTS}
              onChange={(key) =>
                change({ sort: key === '' ? null : nextCatalogueSort(null, key as CatalogueSort['key']) })
              }
            />
            {data === undefined && !error ? <ListSkeleton /> : null}
            {rows.length > 0 ? <CatalogueTable rows={shown} {...{ selected, sort, onSort, now, onToggle }} /> : null}
            {data && rows.length === 0 ? (
              <ListEmpty
                listId={LIST}
                empty={models.length === 0}
                failed={false}
                query={query}
                onClear={(query) => change({ query })}
              />
            ) : null}
          </div>
        </div>
      </main>
      {selected.length > 0 ? (
        <CompareBar
          selected={selected}
          models={data?.index ?? NO_INDEX}
          opening={opening}
          onRemove={onToggle}
          onClear={() => change({ selected: [] })}
          onCompare={() => void compare()}
        />
      ) : null}
    </div>
  );
}
