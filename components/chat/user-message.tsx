'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { editAndResend } from '@/lib/browser/actions';
import { textOf, type UserMessage } from '@/lib/core/message';
import { MessageActions } from './message-actions';
import { MessageEditor } from './message-editor';
import { MoreMenu } from './more-menu';
import { VersionSwitch } from './version-switch';
import { words } from './words';

const w = words.message;

interface UserMessageViewProps {
  paneId: string;
  message: UserMessage;
  editing: boolean;
  onEdit: (editing: boolean) => void;
  onDelete: () => void;
}

export function UserMessageView({ paneId, message, editing, onEdit, onDelete }: UserMessageViewProps) {
  const text = textOf(message);
  const closed = useRef(false);
  if (editing) {
    const close = () => {
      closed.current = true;
      onEdit(false);
    };
    return (
      <MessageEditor
        paneId={paneId}
        text={text}
        action={w.resend}
        // Not accepted, the pane says why.
        onSubmit={(changed) => editAndResend(paneId, message.id, changed)}
        onClose={close}
      />
    );
  }
  // The focus must not go with the editor.
  const takeFocusBack = (button: HTMLButtonElement | null): void => {
    if (button && closed.current) button.focus();
    closed.current = false;
  };
  return (
    <div className="waits-for-hand">
      <p className="text-xs font-medium text-muted">{words.you}</p>
      <div className="prose-answer mt-1 break-words whitespace-pre-wrap">{text}</div>
      <MessageActions label={w.actionsOf(words.you)}>
        <VersionSwitch paneId={paneId} messageId={message.id} />
        <CopyButton text={text} label={w.copy} />
        <IconButton label={w.edit} size="dense" ref={takeFocusBack} onClick={() => onEdit(true)}>
          <Pencil size={16} aria-hidden />
        </IconButton>
        <IconButton label={w.delete} size="dense" onClick={onDelete}>
          <Trash2 size={16} aria-hidden />
        </IconButton>
        <MoreMenu paneId={paneId} messageId={message.id} label={w.moreOf(words.you)} />
      </MessageActions>
    </div>
  );
}
