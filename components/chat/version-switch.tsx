'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { chooseVersion } from '@/lib/browser/actions';
import { useVersions } from '@/lib/browser/transcripts';
import { words } from './words';

const w = words.message;

/** ‹ 2 of 3 ›, where there is more than one version. */
export function VersionSwitch({ paneId, messageId }: { paneId: string; messageId: string }) {
  const ids = useVersions(paneId, messageId);
  const at = ids.indexOf(messageId);
  if (ids.length < 2) return null;
  const step = (by: number, label: string, icon: React.ReactNode) => {
    const target = ids[at + by];
    return (
      <IconButton
        label={label}
        size="dense"
        disabled={target === undefined}
        onClick={() => target !== undefined && chooseVersion(paneId, target)}
      >
        {icon}
      </IconButton>
    );
  };
  return (
    <span className="flex items-center text-xs text-muted">
      {step(-1, w.previous, <ChevronLeft size={16} aria-hidden />)}
      {w.version(at + 1, ids.length)}
      {step(1, w.next, <ChevronRight size={16} aria-hidden />)}
    </span>
  );
}
