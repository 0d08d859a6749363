import { Skeleton } from '@/components/ui/skeleton';
import { pickerWords } from './words';

// Uneven, as names are.
const widths = ['w-40', 'w-52', 'w-32', 'w-44', 'w-36', 'w-48', 'w-28', 'w-52', 'w-40', 'w-32'];

/** Rows of the real shape while the list is on its way. */
export function ListSkeleton() {
  return (
    <div aria-busy className="min-h-0 grow overflow-hidden px-3">
      <output className="sr-only">{pickerWords.loading}</output>
      {widths.map((width, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- ten that never move
        <div key={at} className="flex h-touch items-center gap-4">
          <div className="flex grow flex-col gap-1.5">
            <Skeleton className={`h-3 max-w-full ${width}`} />
            <Skeleton className="h-2.5 w-28 max-w-full" />
          </div>
          <Skeleton className="h-3 w-16 max-sm:hidden" />
          <Skeleton className="h-3 w-24" />
        </div>
      ))}
    </div>
  );
}
