import 'client-only';
import type { Conversation } from '@/lib/core/conversation';
import type { JsonObject } from '@/lib/core/json';
import { type EstimateSum, sumEstimates } from '@/lib/core/ledger/estimate';
import { isAnswer, type Message, type Sent, textOf } from '@/lib/core/message';
import type { ModelIndex } from '@/lib/core/model';
import { buildRequest, sentOf } from '@/lib/core/request';
import { draftOf } from '@/lib/core/own-prompt';
import { settingsOf, type TrialPlan, type TrialSetting } from '@/lib/core/trials/grid';
import { type Variables, whyUnfilled } from '@/lib/core/variables';
import type { Pane, Workspace } from '@/lib/core/workspace';
import { draftPath } from './draft-request';
import { estimateRequest } from './estimate';
import { conversationOf } from './transcripts';

export interface PlannedRequest extends Pick<TrialSetting, 'value'> {
  body: JsonObject;
  sent: Sent;
}

/** A plan as it would be sent now. */
export interface PlannedTrials {
  /** What is asked; null where there is nothing to ask. */
  asked: Message | null;
  /** The messages up to and including it. */
  path: readonly Message[];
  /** Why it cannot be sent, as a sentence; null when it can. */
  problem: string | null;
  /** One for each value. */
  requests: PlannedRequest[];
  /** Of all trials together. */
  estimate: EstimateSum;
  /** Whether nothing is known of the price, so that the estimate says nothing. */
  unpriced: boolean;
  /** Estimated tokens of a prompt. */
  prompt: number;
}

/** The messages up to a question that can be asked again and again: the draft, else the last one that was asked. */
function questionPath(conversation: Conversation, text: string, variables: Variables): Message[] {
  const { path, asked } = draftPath(conversation, text, variables);
  return asked ? path : path.slice(0, path.findLastIndex((message) => !isAnswer(message)) + 1);
}

/** Builds what a plan sends from a pane: its conversation so far, its settings, and one parameter changed. */
export function planTrials(workspace: Workspace, pane: Pane, plan: TrialPlan, models: ModelIndex): PlannedTrials {
  const { system, variables } = workspace;
  const draft = draftOf(workspace, pane);
  const path = questionPath(conversationOf(pane.id), draft.text, variables);
  const settings = settingsOf(workspace, pane, plan).map(({ value, pane }) => {
    const built = buildRequest(workspace, pane, path, models);
    const { body, notes } = built;
    const sent = sentOf(built);
    const note = notes.find(({ name }) => name === plan.parameter);
    return {
      value,
      body,
      sent,
      refused: note && !note.sent ? note.reason : null,
      cost: estimateRequest(pane, path, sent, models),
    };
  });
  const nothing = path.length === 0 ? 'Type a message first: it is what the trials ask.' : null;
  const unfilled = whyUnfilled(variables, pane.system ?? system, draft.text);
  const estimates = settings.flatMap(({ cost }) => Array.from({ length: plan.each }, () => cost.estimate));
  const last = path.at(-1);
  return {
    asked: last && textOf(last).trim() !== '' ? last : null,
    path,
    problem: nothing ?? unfilled ?? settings.find(({ refused }) => refused)?.refused ?? null,
    requests: settings.map(({ value, body, sent }) => ({ value, body, sent })),
    estimate: sumEstimates(estimates),
    unpriced: estimates.every((estimate) => estimate === null),
    prompt: settings[0]?.cost.prompt ?? 0,
  };
}
