'use client';
import { Trash2, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { type Deleted, deleteForGood, listDeleted, restoreDeleted } from '@/lib/browser/deleted';
import { DAYS_KEPT } from '@/lib/browser/keep-deleted';
import { useLive } from '@/lib/browser/use-live';
import { words } from './words';

const WHEN = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

function DeletedItem({ deleted }: { deleted: Deleted }) {
  const title = deleted.title || words.untitled;
  const restore = async (): Promise<void> => {
    const done = await restoreDeleted(deleted.key).catch(() => false);
    toast(done ? words.restored(title) : words.notRestored, done ? {} : { tone: 'danger' });
  };
  return (
    <li className="flex items-center gap-2 border-b border-line py-1.5 last:border-0">
      <span className="min-w-0 grow">
        <span className="block truncate text-sm">{title}</span>
        <span className="block text-xs text-muted">
          {words.deletedAt(words.deletedKinds[deleted.kind], WHEN.format(deleted.at))}
        </span>
      </span>
      <Button
        size="dense"
        icon={<Undo2 size={16} aria-hidden />}
        aria-label={words.restoreOf(title)}
        onClick={() => void restore()}
      >
        {words.restore}
      </Button>
      <IconButton size="dense" label={words.forGoodOf(title)} onClick={() => void deleteForGood(deleted.key)}>
        <Trash2 size={16} aria-hidden />
      </IconButton>
    </li>
  );
}

/** What was deleted in the last days, with the way back. */
export function DeletedDialog({ onClose }: { onClose: () => void }) {
  const deleted = useLive(listDeleted);
  const none = deleted?.length === 0;
  return (
    <Dialog
      open
      title={words.deletedTitle}
      description={words.deletedDescription(DAYS_KEPT)}
      onClose={onClose}
      footer={
        <>
          {deleted && !none && (
            <Button variant="ghost" className="me-auto" onClick={() => void deleteForGood()}>
              {words.forGood}
            </Button>
          )}
          <Button onClick={onClose}>{words.close}</Button>
        </>
      }
    >
      {none && <p className="text-sm text-muted">{words.deletedEmpty}</p>}
      <ul className="-my-1.5">
        {deleted?.map((one) => (
          <DeletedItem key={one.key} deleted={one} />
        ))}
      </ul>
    </Dialog>
  );
}
