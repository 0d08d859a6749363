'use client';
import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { DiffView } from '@/components/ui/diff-view';
import { Segmented } from '@/components/ui/segmented';
import { Skeleton } from '@/components/ui/skeleton';
import { diffTexts } from '@/lib/browser/diff';
import type { Diff, DiffMode } from '@/lib/core/diff/diff';
import { compareWords as w } from './words-compare';

const MODES = (['words', 'lines', 'json'] as const).map((value) => ({ value, label: w.modes[value] }));

/** One side: what it is called, and its text. */
export interface Side {
  name: string;
  text: string;
}

interface CompareDialogProps {
  before: Side;
  after: Side;
  onClose: () => void;
}

/** Two answers beside each other with what differs marked. */
export function CompareDialog({ before, after, onClose }: CompareDialogProps) {
  const [mode, setMode] = useState<DiffMode>('words');
  const [found, setFound] = useState<{ of: DiffMode; result: Diff | { problem: string } } | null>(null);

  // A worker compares; what was asked for before is not waited for.
  useEffect(() => {
    const controller = new AbortController();
    void diffTexts(before.text, after.text, mode, controller.signal).then((result) => setFound({ of: mode, result }));
    return () => controller.abort();
  }, [before.text, after.text, mode]);

  const result = found?.of === mode ? found.result : null;
  const diff = result && 'rows' in result ? result : null;
  const problem = result && 'problem' in result ? result.problem : null;
  return (
    <Dialog
      open
      size="wide"
      title={w.title}
      description={w.label(before.name, after.name)}
      onClose={onClose}
      bodyClassName="flex flex-col gap-3 overflow-hidden p-4"
    >
      <DiffView
        comparison={mode}
        rows={diff?.rows ?? []}
        changes={diff?.changes ?? 0}
        label={w.label(before.name, after.name)}
        before={before.name}
        after={after.name}
        summary={diff ? w.summary(diff, mode) : ''}
        whole={mode !== 'words'}
        controls={<Segmented label={w.mode} labelHidden value={mode} options={MODES} onChange={setMode} />}
        placeholder={
          diff ? undefined : problem === null ? (
            <Skeleton className="h-40" />
          ) : (
            <Banner tone="warning" role="alert">
              {problem}
            </Banner>
          )
        }
      />
    </Dialog>
  );
}
