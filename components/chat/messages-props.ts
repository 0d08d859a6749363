import type { Refusal } from '@/lib/browser/run-store';
import type { Remedy } from '@/lib/core/doctor/remedy';
import type { Answer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';

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
