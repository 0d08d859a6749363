'use client';
import { memo } from 'react';
import { toast } from '@/components/ui/toast';
import { deleteMessage } from '@/lib/browser/actions';
import { useMessage } from '@/lib/browser/transcripts';
import { AnswerView } from './answer-view';
import type { MessagesProps } from './messages-props';
import { UserMessageView } from './user-message';
import { words } from './words';

interface MessageViewProps extends Pick<MessagesProps, 'paneId' | 'models' | 'onLead' | 'onEdit'> {
  id: string;
  editing: boolean;
}

/** One message; it renders again only when it changes itself. */
export const MessageView = memo(function MessageView({
  paneId,
  id,
  models,
  onLead,
  editing,
  onEdit,
}: MessageViewProps) {
  const message = useMessage(paneId, id);
  if (!message) return null;
  const onDelete = () => {
    const undo = deleteMessage(paneId, id);
    toast(words.message.deleted, { action: { label: words.message.undo, onSelect: undo } });
  };
  return (
    // What is far off the screen is not laid out; the estimate keeps the scroll bar steady. What reaches over
    // its edge is cut off, but for the margin that focus rings need.
    <article
      className="py-4 [overflow-clip-margin:8px] [contain-intrinsic-size:auto_160px] [content-visibility:auto]"
      aria-label={message.role === 'user' ? words.you : message.receipt.requestedModel}
    >
      {message.role === 'user' ? (
        <UserMessageView
          paneId={paneId}
          message={message}
          editing={editing}
          onEdit={(begin) => onEdit(id, begin)}
          onDelete={onDelete}
        />
      ) : (
        <AnswerView
          paneId={paneId}
          answer={message}
          models={models}
          onLead={onLead}
          editing={editing}
          onEdit={(begin) => onEdit(id, begin)}
          onDelete={onDelete}
        />
      )}
    </article>
  );
});
