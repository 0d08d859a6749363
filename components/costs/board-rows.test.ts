// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { append, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { sumRow } from '@/lib/core/ledger/board';
import { indexModels } from '@/lib/core/model';
import { parseUsd } from '@/lib/core/money';
import { anAnswer, aQuestion } from '@/lib/core/samples';
import { boardRows } from './board-rows';

const billed = (id: string, cost: number) => {
  const answer = anAnswer(id, 'q');
  return { ...answer, receipt: { ...answer.receipt, usage: { cost } } };
};

it('counts once what a pane was copied with', () => {
  const conversation = append(append(EMPTY_CONVERSATION, aQuestion('q', null)), billed('one', 0.02));
  const panes = [
    { id: 'a', name: 'First', conversation },
    { id: 'b', name: 'Its copy', conversation },
    { id: 'c', name: 'A copy that went on', conversation: append(conversation, billed('two', 0.01)) },
  ];
  for (const scope of ['run', 'conversation'] as const) {
    const rows = boardRows(scope, panes, indexModels([]));
    expect(rows.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(sumRow('Sum', rows).cost.usd).toBe(parseUsd('0.03'));
  }
});
