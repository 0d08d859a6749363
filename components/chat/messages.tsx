'use client';
import { NO_SITUATION } from '@/lib/core/doctor/remedy';
import { FailureNote } from './failure-note';
import { MessageView } from './message-view';
import type { MessagesProps } from './messages-props';

/** The messages of a pane. No part of the first load: a page begins without any, or reads them from its database. */
export function Messages({ path, editingId, refused, onRefused, ...rest }: MessagesProps) {
  return (
    <>
      <div className="divide-y divide-line">
        {path.map((id) => (
          <MessageView key={id} {...rest} id={id} editing={id === editingId} />
        ))}
      </div>
      {refused && (
        <div className="pb-4">
          <FailureNote
            failure={refused.failure}
            failedAt={refused.at}
            situation={NO_SITUATION}
            kept={false}
            onRemedy={onRefused}
          />
        </div>
      )}
    </>
  );
}
