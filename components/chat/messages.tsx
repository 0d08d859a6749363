'use client';
import type { Refusal } from '@/lib/browser/run-store';
import { NO_SITUATION, type Remedy } from '@/lib/core/doctor/remedy';
import type { Answer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { FailureNote } from './failure-note';
import { MessageView } from './message-view';

export interface MessagesProps {
  paneId: string;
  /** The messages that are shown, from the first to the last. */
  path: string[];
  models: ModelIndex;
  /** Follows a remedy that leads elsewhere on the screen. */
  onLead: (answer: Answer, remedy: Remedy) => void;
  /** The message that is being edited. */
  editingId: string | null;
  onEdit: (id: string, editing: boolean) => void;
  /** Why the last request was not accepted. */
  refused: Refusal | undefined;
  onRefused: (remedy: Remedy) => void;
}

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
