'use client';
import { dropExtra } from '@/lib/browser/mend';
import type { Remedy } from '@/lib/core/doctor/remedy';
import { FailureNote } from './failure-note';
import { MessageView } from './message-view';
import type { MessagesProps } from './messages-props';

/** The messages of a pane. No part of the first load: a page begins without any, or reads them from its database. */
export function Messages({ path, editingId, refused, onRefused, ...rest }: MessagesProps) {
  const followRefusal = (remedy: Remedy): void => {
    if (remedy.kind === 'drop-extra') dropExtra(rest.paneId, remedy.keys);
    onRefused(remedy.kind === 'drop-extra' ? { kind: 'retry', afterSeconds: null } : remedy);
  };
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
            paneId={rest.paneId}
            answerId=""
            kept={false}
            onRemedy={followRefusal}
          />
        </div>
      )}
    </>
  );
}
