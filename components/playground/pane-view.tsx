'use client';
import { useCallback, useState } from 'react';
import { COMPOSER_ID } from '@/components/chat/composer';
import { EmptyState } from '@/components/chat/empty-state';
import { FailureNote, type Mending } from '@/components/chat/failure-note';
import { Transcript } from '@/components/chat/transcript';
import { regenerate, send, setDraft, setModel, setParameter } from '@/lib/browser/actions';
import { useRunStore } from '@/lib/browser/run-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { Answer } from '@/lib/core/message';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import type { Pane } from '@/lib/core/workspace';
import { useAnnouncements } from './use-announcements';
import { words } from './words';

const focusComposer = (): void => document.getElementById(COMPOSER_ID)?.focus();

/** One column: its transcript, with what mends its failures. */
export function PaneView({
  pane,
  models,
  onChooseModel,
}: {
  pane: Pane;
  models: ModelIndex;
  onChooseModel: () => void;
  /** Opens the dialog for a key of the visitor's own. */
  onAddKey: () => void;
}) {
  const [editingId, setEditingId] = useState<string | null>(null);
  const refused = useRunStore((state) => state.refused[pane.id]);
  const restored = useWorkspaceStore((state) => state.restored);
  useAnnouncements(pane.id);

  const mend = useCallback(
    (answer: Answer): Mending => {
      const retry = (): void => void regenerate(pane.id, answer.id);
      return {
        retry,
        useTokens(tokens) {
          setParameter('max_tokens', tokens);
          retry();
        },
        useModel(id) {
          setModel(pane.id, id);
          retry();
        },
        raiseMaxTokens() {
          setParameter('max_tokens', undefined);
          retry();
        },
        chooseModel: onChooseModel,
        edit: () => setEditingId(answer.parentId),
      };
    },
    [pane.id, onChooseModel],
  );
  const onEdit = useCallback((id: string, editing: boolean) => setEditingId(editing ? id : null), []);

  const model = findModel(models, pane.modelId);
  return (
    <section
      aria-label={words.pane(model ? shortName(model) : pane.modelId)}
      className="flex min-h-0 min-w-0 grow flex-col"
    >
      <Transcript
        paneId={pane.id}
        models={models}
        mend={mend}
        editingId={editingId}
        onEdit={onEdit}
        empty={
          // Before the kept conversation was looked for, nobody knows whether it is empty.
          restored ? (
            <EmptyState
              onPrompt={(prompt) => {
                setDraft(prompt);
                focusComposer();
              }}
            />
          ) : null
        }
        footer={
          refused && (
            <div className="pb-4">
              <FailureNote failure={refused} kept={false} mending={{ retry: () => void send(), edit: focusComposer }} />
            </div>
          )
        }
      />
    </section>
  );
}
