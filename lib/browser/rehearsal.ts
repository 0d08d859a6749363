import 'client-only';
import { estimateTokenCount } from 'tokenx';
import type { Endpoint } from '@/lib/core/endpoint';
import { isJsonObject } from '@/lib/core/json';
import type { ModelIndex } from '@/lib/core/model';
import { draftOf } from '@/lib/core/own-prompt';
import { rehearse, type Step } from '@/lib/core/rehearsal';
import { buildRequest } from '@/lib/core/request';
import { needsOf } from '@/lib/core/routing-problems';
import type { Pane, Workspace } from '@/lib/core/workspace';
import { draftPath } from './draft-request';
import { conversationOf } from './transcripts';

const textOf = (content: unknown): string => (typeof content === 'string' ? content : JSON.stringify(content ?? ''));

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Today, as the catalogue writes dates. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The pane as its request has it: the extra JSON is merged last, and what it says of models and providers wins. */
export function asSent(pane: Pane): Pane {
  const { model, models, provider } = pane.extra;
  return {
    ...pane,
    modelId: typeof model === 'string' ? model : pane.modelId,
    fallbacks: Array.isArray(models) ? models.filter((id) => typeof id === 'string') : pane.fallbacks,
    routing: isJsonObject(provider) ? provider : pane.routing,
  };
}

/** Rehearses what Run would send from a pane now, with an estimate of its tokens. */
export function rehearsePane(
  workspace: Workspace,
  pane: Pane,
  models: ModelIndex,
  endpointsOf: (id: string) => readonly Endpoint[] | undefined,
): { steps: Step[]; promptTokens: number } {
  const { path } = draftPath(conversationOf(pane.id), draftOf(workspace, pane).text, workspace.variables);
  const { body, notes } = buildRequest(workspace, pane, path, models);
  const messages = Array.isArray(body['messages']) ? body['messages'] : [];
  const promptTokens = messages.reduce<number>(
    (sum, message) => sum + estimateTokenCount(isJsonObject(message) ? textOf(message['content']) : ''),
    0,
  );
  const steps = rehearse(asSent(pane), models, {
    promptTokens,
    maxTokens: numberOf(body['max_tokens']) ?? numberOf(body['max_completion_tokens']),
    needs: needsOf(notes, pane, body['service_tier']),
    today: today(),
    endpointsOf,
  });
  return { steps, promptTokens };
}
