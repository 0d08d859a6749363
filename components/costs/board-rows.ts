import { answerCost, answerTokens } from '@/lib/browser/answer-cost';
import { sessionAnswers } from '@/lib/browser/session';
import { type Conversation, pathTo } from '@/lib/core/conversation';
import { servedRow } from '@/lib/core/ledger/answer-cost';
import { type BoardAnswer, type BoardRow, boardRow } from '@/lib/core/ledger/board';
import { type Consumption, consumptionOf } from '@/lib/core/ledger/consumption';
import { type Answer, isAnswer } from '@/lib/core/message';
import { findModel, type ModelIndex, shortName } from '@/lib/core/model';

export interface BoardPane {
  id: string;
  /** What the pane is called on the screen. */
  name: string;
  conversation: Conversation;
}

export type Scope = 'run' | 'conversation' | 'session';

const counted = (paneId: string, answer: Answer, models: ModelIndex): BoardAnswer => ({
  answer,
  cost: answerCost(paneId, answer, models),
  used: answerTokens(paneId, answer),
});

/** The newest answer on the way that a pane shows. */
const lastAnswer = ({ conversation }: BoardPane): Answer | undefined => pathTo(conversation).findLast(isAnswer);

/** Which model an answer is of, and of which pane where there are several: a pane may have another model by now. */
export function answerName(answer: Answer, panes: readonly BoardPane[], paneId: string, models: ModelIndex): string {
  const model = servedRow(answer.receipt, models);
  const name = model ? shortName(model) : answer.receipt.requestedModel;
  return panes.length > 1 ? `${panes.findIndex(({ id }) => id === paneId) + 1}. ${name}` : name;
}

/** The newest answer of a pane whose tokens were told, on the way that it shows. */
export const lastCounted = ({ conversation }: BoardPane): { answer: Answer; used: Consumption } | undefined =>
  pathTo(conversation)
    .filter(isAnswer)
    .flatMap((answer) => {
      const used = consumptionOf(answer.receipt);
      return used && used.prompt > 0 ? [{ answer, used }] : [];
    })
    .at(-1);

function sessionRows(models: ModelIndex): BoardRow[] {
  const groups = new Map<string, BoardAnswer[]>();
  for (const { paneId, answer } of sessionAnswers()) {
    const { requestedModel } = answer.receipt;
    groups.set(requestedModel, [...(groups.get(requestedModel) ?? []), counted(paneId, answer, models)]);
  }
  return [...groups].map(([id, answers]) => {
    const model = findModel(models, id);
    return boardRow(id, model ? shortName(model) : id, answers);
  });
}

/**
 * A row for each pane, or for each model of the session; a pane without an answer has none. What a pane was copied with
 * was paid once, and stands in the row of the first pane that has it.
 */
export function boardRows(scope: Scope, panes: readonly BoardPane[], models: ModelIndex): BoardRow[] {
  if (scope === 'session') return sessionRows(models);
  const seen = new Set<string>();
  return panes.flatMap((pane) => {
    const newest = lastAnswer(pane);
    const all = Object.values(pane.conversation.messages).filter(isAnswer);
    const held = scope === 'run' ? (newest ? [newest] : []) : all;
    const answers = held.filter(({ id }) => !seen.has(id));
    for (const { id } of answers) seen.add(id);
    if (answers.length === 0) return [];
    return [
      boardRow(
        pane.id,
        scope === 'run' && newest ? answerName(newest, panes, pane.id, models) : pane.name,
        answers.map((answer) => counted(pane.id, answer, models)),
      ),
    ];
  });
}
