import { Button } from '@/components/ui/button';
import { withoutFilters } from '@/lib/core/model-query';
import { pickerWords } from './words';

export type ListEmptyProps = {
  listId: string;
  /** The catalogue itself has no rows. */
  empty: boolean;
  failed: boolean;
  query: string;
  /** Puts this in place of the query. */
  onClear: (query: string) => void;
};

/** In place of the list when there is nothing to list. */
export function ListEmpty({ listId, empty, failed, query, onClear }: ListEmptyProps) {
  const name = withoutFilters(query);
  const filtered = name !== query.trim();
  if (empty || failed)
    return <p className="grow px-3 py-4 text-sm text-muted">{failed ? pickerWords.unlisted : pickerWords.empty}</p>;
  return (
    <div id={listId} className="flex grow flex-col items-center justify-center gap-3 p-4 text-center text-sm">
      <p className="max-w-full wrap-anywhere">{pickerWords.noMatch(query.trim())}</p>
      <Button onClick={() => onClear(filtered ? name : '')}>
        {filtered ? pickerWords.clear : pickerWords.clearAll}
      </Button>
    </div>
  );
}
