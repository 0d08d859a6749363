import 'client-only';
import { append, type Conversation, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { applyRequest } from '@/lib/core/import/apply-request';
import type { ImportedRequest, Turn } from '@/lib/core/import/imported-request';
import { undoImport } from '@/lib/core/import/undo-import';
import { draftOf, withDraft } from '@/lib/core/own-prompt';
import { openReceipt } from '@/lib/core/receipt';
import type { Workspace } from '@/lib/core/workspace';
import { question } from './draft-request';
import { freshId } from './fresh-id';
import { knownModels } from './query-client';
import { setRefusal } from './run-store';
import { conversationOf, setConversation } from './transcripts';
import { changeWorkspace, currentWorkspace } from './workspace-store';

/** Turns as a conversation. Of an answer from elsewhere nothing is known but its text. */
function conversationFrom(turns: readonly Turn[], modelId: string): Conversation {
  let conversation = EMPTY_CONVERSATION;
  for (const { role, text } of turns) {
    const parentId = conversation.headId;
    const asked = question(text, parentId);
    conversation = append(
      conversation,
      role === 'user'
        ? asked
        : { ...asked, id: freshId(), role, state: 'done', receipt: openReceipt(modelId, Date.now()), failure: null },
    );
  }
  return conversation;
}

/**
 * Makes a pane what an imported request asks for: model, fallbacks, routing, parameters, extra JSON, and where the
 * request has messages, the system prompt, the conversation and the draft. Call it only while the pane is not running.
 * @returns what brings back all that was replaced, but for a draft that was changed meanwhile; what was said since stays
 */
export function importIntoPane(paneId: string, request: ImportedRequest): () => void {
  const before = currentWorkspace();
  const conversation = conversationOf(paneId);
  changeWorkspace((workspace) => applyRequest(workspace, paneId, request, knownModels()));
  const after = currentWorkspace();
  setRefusal(paneId, null);
  if (request.dialogue) {
    const modelId = after.panes.find(({ id }) => id === paneId)?.modelId ?? '';
    setConversation(paneId, conversationFrom(request.dialogue.turns, modelId));
  }
  const imported = conversationOf(paneId);
  const typedIn = (workspace: Workspace): string =>
    draftOf(workspace, workspace.panes.find(({ id }) => id === paneId) ?? {}).text;
  return () => {
    // Another conversation was begun meanwhile: there is nothing here to bring back.
    if (!currentWorkspace().panes.some(({ id }) => id === paneId)) return;
    changeWorkspace((workspace) => {
      const old = before.panes.find(({ id }) => id === paneId);
      const next = {
        ...workspace,
        panes: workspace.panes.map((pane) =>
          old && pane.id === paneId ? { ...old, draft: pane.draft ?? null, setAside: pane.setAside ?? null } : pane,
        ),
        // What the import did not touch, as beside other panes, may have been changed for them since.
        system: before.system === after.system ? workspace.system : before.system,
        sampling: before.sampling === after.sampling ? workspace.sampling : before.sampling,
        forced: before.forced,
      };
      return typedIn(workspace) === typedIn(after) ? withDraft(next, typedIn(before), paneId) : next;
    });
    // Settings alone replace no conversation.
    if (request.dialogue) setConversation(paneId, undoImport(conversationOf(paneId), conversation, imported));
  };
}
