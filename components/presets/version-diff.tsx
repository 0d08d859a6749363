'use client';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { DiffView } from '@/components/ui/diff-view';
import { Skeleton } from '@/components/ui/skeleton';
import { diffTexts } from '@/lib/browser/diff';
import type { Diff } from '@/lib/core/diff/diff';
import { words } from './words-library';

const w = words.history;

interface Side {
  name: string;
  text: string;
}

/** Two states of a preset as texts beside each other, with what differs marked. */
export function VersionDiff({ before, after }: { before: Side; after: Side }) {
  const [found, setFound] = useState<{ of: string; result: Diff | { problem: string } } | null>(null);
  const key = JSON.stringify([before.text, after.text]);

  // A worker compares; what was asked for before is not waited for.
  useEffect(() => {
    const controller = new AbortController();
    const [from = '', to = ''] = JSON.parse(key) as string[];
    void diffTexts(from, to, 'words', controller.signal).then((result) => setFound({ of: key, result }));
    return () => controller.abort();
  }, [key]);

  const result = found?.of === key ? found.result : null;
  if (!result) return <Skeleton className="h-40" />;
  if ('problem' in result)
    return (
      <Banner tone="warning" role="alert">
        {result.problem}
      </Banner>
    );
  return (
    <DiffView
      key={key}
      rows={result.rows}
      changes={result.changes}
      label={w.label(before.name, after.name)}
      before={before.name}
      after={after.name}
      summary={result.changes === 0 ? w.equal : w.differs(result.changes)}
      whole={false}
    />
  );
}
