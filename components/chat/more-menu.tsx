'use client';
import { CornerDownRight, Ellipsis, GitBranch } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { toast } from '@/components/ui/toast';
import { continueFrom } from '@/lib/browser/branches';
import { promotePane } from '@/lib/browser/panes';
import { conversationOf } from '@/lib/browser/transcripts';
import { words } from './words';

const w = words.message;

interface MoreMenuProps {
  paneId: string;
  messageId: string;
  label: string;
  /** What only this kind of message has; rendered while the menu is open. */
  children?: ReactNode;
}

/** What can be done from a message on. */
export function MoreMenu({ paneId, messageId, label, children }: MoreMenuProps) {
  const branch = async (): Promise<void> => {
    const back = await promotePane(paneId, messageId);
    toast(w.branched, { action: { label: w.undo, onSelect: () => void back() } });
  };
  return (
    <Menu
      label={label}
      align="start"
      trigger={(props) => (
        <IconButton {...props} label={label} tip={w.more} size="dense">
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      )}
    >
      {children}
      <Continue paneId={paneId} messageId={messageId} />
      <MenuItem icon={<GitBranch size={16} aria-hidden />} onSelect={() => void branch()}>
        {w.branch}
      </MenuItem>
    </Menu>
  );
}

/** Rendered only while the menu is open: it asks where the conversation is then. */
function Continue({ paneId, messageId }: { paneId: string; messageId: string }) {
  const last = conversationOf(paneId).headId === messageId;
  const go = (): void => {
    const back = continueFrom(paneId, messageId);
    toast(w.continued, { action: { label: w.undo, onSelect: back } });
  };
  return (
    <MenuItem
      icon={<CornerDownRight size={16} aria-hidden />}
      disabledReason={last ? w.isLast : undefined}
      onSelect={go}
    >
      {w.continue}
    </MenuItem>
  );
}
