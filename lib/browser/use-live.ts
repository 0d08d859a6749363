import 'client-only';
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'react';

/**
 * What the database holds, asked anew whenever this page or another tab changes it.
 * @param ask the same function as long as the question is the same
 * @returns undefined until it is known; null where the database cannot be read
 */
export function useLive<T>(ask: () => Promise<T>): T | null | undefined {
  const [known, setKnown] = useState<T | null>();
  // The database lies outside React.
  useEffect(() => {
    const watching = liveQuery(ask).subscribe({ next: setKnown, error: () => setKnown(null) });
    return () => watching.unsubscribe();
  }, [ask]);
  return known;
}
