import 'client-only';
import { estimateTokenCount } from 'tokenx';
import { type Conversation, pathTo } from '@/lib/core/conversation';
import { type Estimate, estimateRun } from '@/lib/core/ledger/estimate';
import { promptTokens } from '@/lib/core/ledger/prompt-tokens';
import { choosesProvider } from '@/lib/core/ledger/offers';
import { isAnswer, type Message, type Sent } from '@/lib/core/message';
import { catalogueId, findModel, type ModelIndex } from '@/lib/core/model';
import { draftOf } from '@/lib/core/own-prompt';
import { tokensOf } from '@/lib/core/receipt';
import { askedModels, buildRequest, sentOf } from '@/lib/core/request';
import type { Pane, Workspace } from '@/lib/core/workspace';
import { draftPath } from './draft-request';
import { knownEndpoints } from './known-endpoints';
import { conversationOf } from './transcripts';

/** Tokens of an answer where none has come yet to learn from. */
const FIRST_OUTPUT = 400;
/** Answers that are learnt from: the newest. */
const LEARNT = 5;

function usualOutput(conversation: Conversation): number {
  const outs = pathTo(conversation)
    .filter(isAnswer)
    .map(({ receipt }) => tokensOf(receipt).out ?? 0)
    .filter((out) => out > 0)
    .slice(-LEARNT);
  return outs.length === 0 ? FIRST_OUTPUT : Math.round(outs.reduce((sum, out) => sum + out, 0) / outs.length);
}

const number = (value: unknown): number | null =>
  typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null;

export interface PaneEstimate {
  id: string;
  modelId: string;
  /** Null where no price is known, or it is that of a model picked later. */
  estimate: Estimate | null;
  /** Estimated tokens that are sent. */
  prompt: number;
  output: number;
  /** Models whose offers nobody has asked for, though the request chooses among them: the prices are guesses then. */
  unasked: string[];
}

/** What it would cost to send a pane's messages now. */
export const estimatePath = (
  workspace: Workspace,
  pane: Pane,
  path: readonly Message[],
  models: ModelIndex,
): PaneEstimate => estimateRequest(pane, path, sentOf(buildRequest(workspace, pane, path, models)), models);

/** The same for a request that is known. @param path the messages up to and including the one to answer */
export function estimateRequest(pane: Pane, path: readonly Message[], sent: Sent, models: ModelIndex): PaneEstimate {
  const conversation = conversationOf(pane.id);
  const { settings: body } = sent;
  const ids = askedModels(body);
  const [modelId = pane.modelId] = ids;
  const prompt = promptTokens(path, sent, modelId, estimateTokenCount);
  const maxTokens = number(body['max_tokens']) ?? number(body['max_completion_tokens']);
  const output = usualOutput(conversation);
  const candidates = ids.map((id) => ({
    id,
    model: findModel(models, id),
    endpoints: knownEndpoints(id),
  }));
  const estimate = estimateRun(candidates, { prompt, usualOutput: output, maxTokens, body, at: Date.now() });
  return {
    id: pane.id,
    modelId,
    estimate,
    prompt: prompt.known + prompt.guessed,
    output: Math.min(output, maxTokens ?? output),
    unasked: candidates.flatMap(({ id, model, endpoints }) =>
      model && !endpoints && choosesProvider(body, id) ? [catalogueId(id)] : [],
    ),
  };
}

/** What Run would cost in a pane now. */
export function estimatePane(workspace: Workspace, pane: Pane, models: ModelIndex): PaneEstimate {
  const { text } = draftOf(workspace, pane);
  return estimatePath(workspace, pane, draftPath(conversationOf(pane.id), text, workspace.variables).path, models);
}
