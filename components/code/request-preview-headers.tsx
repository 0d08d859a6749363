'use client';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@/components/ui/skeleton';
import { destinationQuery } from '@/lib/browser/queries';
import { words } from './words-preview';

/** The first line of the request and the headers that go with it, as the server sends them. */
export function RequestPreviewHeaders() {
  const { data, isError } = useQuery(destinationQuery);
  return (
    <section aria-label={words.headers}>
      <h3 className="pb-1 text-sm font-semibold">{words.headers}</h3>
      {isError ? <p className="text-sm text-muted">{words.headersFailed}</p> : null}
      {data === undefined && !isError ? <Skeleton className="h-24" /> : null}
      {data ? (
        <div className="rounded-control border border-line bg-sunken px-3 py-2 font-mono text-sm">
          <p className="wrap-anywhere">
            <span className="font-semibold">POST</span>{' '}
            {data.upstream === 'simulator' ? `/chat/completions (${words.simulator})` : data.url}
          </p>
          <dl>
            {data.headers.map(([name, value]) => (
              <div key={name} className="flex flex-wrap gap-x-2">
                <dt className="text-muted">{name}:</dt>
                <dd className="min-w-0 wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </section>
  );
}
