'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { IconButton } from '@/components/ui/icon-button';
import { TextArea } from '@/components/ui/text-area';
import { editAndResend } from '@/lib/browser/actions';
import { textOf, type UserMessage } from '@/lib/core/message';
import { focusComposer } from './composer';
import { MessageActions } from './message-actions';
import { isSendKey } from './send-key';
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
    return <Editor paneId={paneId} message={message} onClose={close} />;
  }
  // The focus must not go with the editor.
  const takeFocusBack = (button: HTMLButtonElement | null): void => {
    if (button && closed.current) button.focus();
    closed.current = false;
  };
  return (
    <div className="group/message">
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
      </MessageActions>
    </div>
  );
}

/** The visitor has just asked to edit: this is where they want to be. */
const focusOnce = (area: HTMLTextAreaElement | null): void => area?.focus();

function Editor({ paneId, message, onClose }: { paneId: string; message: UserMessage; onClose: () => void }) {
  const [text, setText] = useState(textOf(message));
  const [sending, setSending] = useState(false);
  const resend = async () => {
    setSending(true);
    // Not accepted, the editor stays open with the text, and the pane says why.
    if (await editAndResend(paneId, message.id, text)) {
      onClose();
      focusComposer(paneId);
    } else setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    } else if (isSendKey(event)) {
      event.preventDefault();
      void resend();
    }
  };
  return (
    <div>
      <TextArea
        aria-label={w.editLabel}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        maxRows={16}
        ref={focusOnce}
        className="w-full text-answer"
      />
      <div className="mt-2 flex gap-2">
        <Button variant="primary" loading={sending} onClick={() => void resend()}>
          {w.resend}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}
