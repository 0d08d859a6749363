import { answerCost, answerTokens } from '@/lib/browser/answer-cost';
import { sessionAnswers } from '@/lib/browser/session';
import { runsUnderWay } from '@/lib/browser/spend-watch';
import { type Conversation, pathTo } from '@/lib/core/conversation';
import { servedRow, usedBy } from '@/lib/core/ledger/answer-cost';
import { type BoardAnswer, type BoardRow, boardRow } from '@/lib/core/ledger/board';
import type { Consumption } from '@/lib/core/ledger/consumption';
import { type Answer, isAnswer, type Message, textOf } from '@/lib/core/message';
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

/** Whether a model has answered: what a visitor wrote in an answer's place is none. */
const wasAnswered = (message: Message): message is Answer => isAnswer(message) && message.edited !== true;

/** The newest answer on the way that a pane shows. */
const lastAnswer = ({ conversation }: BoardPane): Answer | undefined => pathTo(conversation).findLast(wasAnswered);

/** The answers of a pane that a scope counts. */
const heldBy = (scope: Scope, pane: BoardPane): Answer[] => {
  if (scope !== 'run') return Object.values(pane.conversation.messages).filter(wasAnswered);
  const newest = lastAnswer(pane);
  return newest ? [newest] : [];
};

/** Which model an answer is of, and of which pane where there are several: a pane may have another model by now. */
export function answerName(answer: Answer, panes: readonly BoardPane[], paneId: string, models: ModelIndex): string {
  const model = servedRow(answer.receipt, models);
  const name = model ? shortName(model) : answer.receipt.requestedModel;
  return panes.length > 1 ? `${panes.findIndex(({ id }) => id === paneId) + 1}. ${name}` : name;
}

/** An answer whose tokens were told. */
export interface CountedAnswer {
  pane: BoardPane;
  answer: Answer;
  used: Consumption;
  /** The question that it answers. */
  question: string;
}

/**
 * The answers whose tokens were told, each once: first the newest that each pane shows, then all others, versions among
 * them, the newest first.
 */
export function countedAnswers(panes: readonly BoardPane[]): CountedAnswer[] {
  const counted = (pane: BoardPane, answers: Answer[]): CountedAnswer[] =>
    answers.flatMap((answer) => {
      const used = usedBy(answer);
      const asked = pane.conversation.messages[answer.parentId ?? ''];
      return used && used.prompt > 0 ? [{ pane, answer, used, question: asked ? textOf(asked) : '' }] : [];
    });
  const newest = panes.flatMap((pane) => counted(pane, pathTo(pane.conversation).filter(isAnswer)).slice(-1));
  const all = panes
    .flatMap((pane) => counted(pane, Object.values(pane.conversation.messages).filter(isAnswer)))
    .toSorted((one, other) => other.answer.createdAt - one.answer.createdAt);
  const once = new Map<string, CountedAnswer>();
  for (const one of [...newest, ...all]) if (!once.has(one.answer.id)) once.set(one.answer.id, one);
  return [...once.values()];
}

function sessionRows(models: ModelIndex): BoardRow[] {
  const groups = new Map<string, BoardAnswer[]>();
  for (const { paneId, answer } of [...sessionAnswers(), ...runsUnderWay()]) {
    const { requestedModel } = answer.receipt;
    groups.set(requestedModel, [...(groups.get(requestedModel) ?? []), counted(paneId, answer, models)]);
  }
  return [...groups].map(([id, answers]) => {
    const model = findModel(models, id);
    return boardRow(id, model ? shortName(model) : id, answers);
  });
}

/** What each pane has of its own, and whether it was copied with more: that was paid once, and stands with the pane before. */
function dividedAmong(
  scope: Scope,
  panes: readonly BoardPane[],
): { pane: BoardPane; own: Answer[]; copied: boolean }[] {
  const seen = new Set<string>();
  return panes.map((pane) => {
    const held = heldBy(scope, pane);
    const own = held.filter(({ id }) => !seen.has(id));
    for (const { id } of own) seen.add(id);
    return { pane, own, copied: own.length < held.length };
  });
}

/** Names of panes that hold answers which stand, paid once, in the row of a pane before them. */
export const copiedNames = (scope: Scope, panes: readonly BoardPane[]): string[] =>
  scope === 'session' ? [] : dividedAmong(scope, panes).flatMap(({ pane, copied }) => (copied ? [pane.name] : []));

/** A row for each pane, or for each model of the session; a pane without an answer of its own has none. */
export function boardRows(scope: Scope, panes: readonly BoardPane[], models: ModelIndex): BoardRow[] {
  if (scope === 'session') return sessionRows(models);
  return dividedAmong(scope, panes).flatMap(({ pane, own }) => {
    const [first] = own;
    if (!first) return [];
    return [
      boardRow(
        pane.id,
        scope === 'run' ? answerName(first, panes, pane.id, models) : pane.name,
        own.map((answer) => counted(pane.id, answer, models)),
      ),
    ];
  });
}
