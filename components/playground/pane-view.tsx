'use client';
import { memo, useCallback, useState } from 'react';
import { focusComposer } from '@/components/chat/composer';
import { EmptyState } from '@/components/chat/empty-state';
import { Transcript } from '@/components/chat/transcript';
import { onDemand } from '@/components/ui/on-demand';
import { send, setDraft, setModel } from '@/lib/browser/actions';
import { useRunStore } from '@/lib/browser/run-store';
import { useWorkspaceStore } from '@/lib/browser/workspace-store';
import type { Remedy } from '@/lib/core/doctor/remedy';
import type { Answer } from '@/lib/core/message';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';
import { composerOf, hasOwnPrompt } from '@/lib/core/own-prompt';
import type { Pane } from '@/lib/core/workspace';
import { useAnnouncements } from './use-announcements';
import { words } from './words';

const GoneModel = onDemand(() => import('@/components/models/gone-model').then(({ GoneModel }) => GoneModel));

const OwnComposer = onDemand(() => import('./own-composer').then(({ OwnComposer }) => OwnComposer));

export interface PaneViewProps {
  pane: Pane;
  models: ModelIndex;
  /** The first says how to begin, for all. */
  first: boolean;
  /** @param answerId the answer that the chosen model makes anew */
  onChooseModel: (paneId: string, answerId?: string) => void;
  onShowRequest: () => void;
  /** Opens the dialog for a key of the visitor's own. */
  onAddKey: () => void;
  /** Opens what may be spent. */
  onCaps: () => void;
  /** Adds a model beside this one. */
  onCompare: (() => void) | undefined;
}

/** One column: its transcript, with what mends its failures. What changes around it must not draw all messages anew. */
export const PaneView = memo(function PaneView({
  pane,
  models,
  first,
  onChooseModel,
  onShowRequest,
  onAddKey,
  onCaps,
  onCompare,
}: PaneViewProps) {
  const [editingId, setEditingId] = useState<string | null>(null);
  const refused = useRunStore((state) => state.refused[pane.id]);
  const restored = useWorkspaceStore((state) => state.restored);
  useAnnouncements(pane.id);

  const lead = useCallback(
    (answer: Answer, remedy: Remedy): void => {
      if (remedy.kind === 'choose-model') onChooseModel(pane.id, answer.id);
      if (remedy.kind === 'show-request') onShowRequest();
      if (remedy.kind === 'use-key') onAddKey();
      if (remedy.kind === 'raise-cap') onCaps();
      if (remedy.kind === 'edit') setEditingId(answer.parentId);
    },
    [pane.id, onChooseModel, onShowRequest, onAddKey, onCaps],
  );
  const onEdit = useCallback((id: string, editing: boolean) => setEditingId(editing ? id : null), []);

  // Nothing of a refused request is in the conversation: its text is still in the composer.
  const followRefusal = ({ kind }: Remedy): void => {
    if (kind === 'raise-cap') onCaps();
    else if (kind === 'retry') void send(composerOf(pane) ?? undefined);
    else focusComposer(pane.id);
  };

  const model = findModel(models, pane.modelId);
  return (
    <section
      aria-label={words.pane(model ? shortName(model) : pane.modelId)}
      className="flex min-h-0 min-w-0 grow flex-col"
    >
      <Transcript
        paneId={pane.id}
        models={models}
        onLead={lead}
        editingId={editingId}
        onEdit={onEdit}
        empty={
          // Before the kept conversation was looked for, nobody knows whether it is empty.
          restored && first ? (
            <EmptyState
              onCompare={onCompare}
              onPrompt={(prompt) => {
                setDraft(prompt, pane.id);
                focusComposer(pane.id);
              }}
            />
          ) : null
        }
        refused={refused}
        onRefused={followRefusal}
      />
      {models.size > 0 && (!model || model.expirationDate) && (
        <GoneModel
          id={pane.modelId}
          model={model}
          models={models}
          onChoose={(id) => {
            setModel(pane.id, id);
            focusComposer(pane.id);
          }}
          onOther={() => onChooseModel(pane.id)}
        />
      )}
      {hasOwnPrompt(pane) && <OwnComposer pane={pane} models={models} onCaps={onCaps} />}
    </section>
  );
});
