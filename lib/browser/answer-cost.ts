import 'client-only';
import { estimateTokenCount } from 'tokenx';
import { pathTo } from '@/lib/core/conversation';
import { type AnswerCost, consumedSoFar, costOfAnswer, usedBy, wasNeverMade } from '@/lib/core/ledger/answer-cost';
import { type Consumption, NOTHING_USED } from '@/lib/core/ledger/consumption';
import { likelyOf, promptTokens } from '@/lib/core/ledger/prompt-tokens';
import type { Answer } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { conversationOf } from './transcripts';
import { currentWorkspace } from './workspace-store';

const prompts = new Map<string, number>();

/** Estimated tokens of what an answer was asked with. Kept: what came before an answer stays as it was. */
function promptOf(paneId: string, { id, parentId, receipt, sent }: Answer): number {
  const known = prompts.get(id);
  if (known !== undefined) return known;
  const path = parentId === null ? [] : pathTo(conversationOf(paneId), parentId);
  const { panes, system } = currentWorkspace();
  const now = panes.find((pane) => pane.id === paneId)?.system ?? system;
  const asked = sent ?? { settings: {}, system: now };
  const tokens = likelyOf(promptTokens(path, asked, receipt.requestedModel, estimateTokenCount));
  prompts.set(id, tokens);
  return tokens;
}

/** Tells the tokens of what an answer was asked with, where that is no part of its pane's conversation. */
export const knowPrompt = (answerId: string, tokens: number): void => void prompts.set(answerId, tokens);

/** What an answer of a pane costs, by the best that is known now, and what of. */
export const answerCost = (paneId: string, answer: Answer, models: ModelIndex): AnswerCost =>
  costOfAnswer(answer, models, () => promptOf(paneId, answer), estimateTokenCount);

export interface AnswerTokens extends Consumption {
  /** By the text, where the provider has not counted. */
  guessed: boolean;
}

/** The tokens of an answer: as counted by the provider, else estimated from the text. */
export function answerTokens(paneId: string, answer: Answer): AnswerTokens {
  const told = usedBy(answer);
  if (told) return { ...told, guessed: false };
  if (wasNeverMade(answer)) return { ...NOTHING_USED, guessed: false };
  return { ...consumedSoFar(answer, promptOf(paneId, answer), estimateTokenCount), guessed: true };
}
