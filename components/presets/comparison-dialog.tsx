'use client';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { DialogActions } from '@/components/ui/dialog-actions';
import { ProblemDialog } from '@/components/ui/problem-dialog';
import { toast } from '@/components/ui/toast';
import { openComparison } from '@/lib/browser/comparison';
import type { Comparison } from '@/lib/core/comparison/comparison';
import { exportWords } from './words-export';

const w = exportWords.imported;

interface ComparisonDialogProps {
  read: { comparison: Comparison; remarks: readonly string[] } | { problem: string };
  onClose: () => void;
}

/** Shows what an exported file holds. Nothing is opened before the press, and nothing is ever sent. */
export function ComparisonDialog({ read, onClose }: ComparisonDialogProps) {
  if ('problem' in read) {
    return (
      <ProblemDialog
        title={w.broken}
        problem={`${read.problem} ${w.untouched}`}
        close={exportWords.close}
        onClose={onClose}
      />
    );
  }
  const { comparison, remarks } = read;
  const open = async (): Promise<void> => {
    const undo = await openComparison(comparison);
    onClose();
    toast(w.done, { action: { label: w.undo, onSelect: () => void undo() } });
  };
  return (
    <Dialog
      open
      title={w.title}
      description={w.description}
      onClose={onClose}
      footer={<DialogActions cancel={w.cancel} onCancel={onClose} action={w.open} onAction={() => void open()} />}
    >
      <div className="flex flex-col gap-4 text-sm break-words">
        <div>
          <p className="font-medium">{comparison.title || w.untitled}</p>
          <p className="text-xs text-muted">{w.from(new Date(comparison.exportedAt).toLocaleString())}</p>
        </div>
        <ol className="flex list-inside list-decimal flex-col gap-1">
          {comparison.panes.map(({ name, messages }, at) => (
            // Two panes may have the same model; the list never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={at}>{w.pane(name, messages.length)}</li>
          ))}
        </ol>
        {remarks.length > 0 && (
          <Banner tone="warning">
            {w.remarks}: {remarks.join(' ')}
          </Banner>
        )}
        <p className="text-xs text-muted">
          {w.claims} {w.keeps}
        </p>
      </div>
    </Dialog>
  );
}
