// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { append, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { watchSpend } from '@/lib/browser/spend-watch';
import { sumRow } from '@/lib/core/ledger/board';
import { indexModels } from '@/lib/core/model';
import { parseUsd } from '@/lib/core/money';
import { aModel, anAnswer, aQuestion } from '@/lib/core/samples';
import { boardRows, copiedNames, countedAnswers } from './board-rows';

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
    expect(copiedNames(scope, panes)).toEqual(scope === 'run' ? ['Its copy'] : ['Its copy', 'A copy that went on']);
    expect(sumRow('Sum', rows).cost.usd).toBe(parseUsd('0.03'));
  }
});

it('counts for the session what is under way, as an estimate', () => {
  const models = indexModels([aModel()]);
  const watch = watchSpend('run', 'pane');
  watch.look(() => ({ ...anAnswer('growing', 'q', 'Some words so far.'), state: 'running' }));
  const sum = sumRow('Sum', boardRows('session', [], models));
  expect(sum.answers).toBe(1);
  expect(sum.cost).toMatchObject({ source: 'estimated' });
  watch.end();
  expect(boardRows('session', [], models)).toEqual([]);
});

it('counts no words of the visitor among the answers', () => {
  const asked = append(append(EMPTY_CONVERSATION, aQuestion('q', null)), billed('one', 0.02));
  const conversation = append(asked, { ...anAnswer('mine', 'q'), edited: true });
  const panes = [{ id: 'a', name: 'First', conversation }];
  expect(boardRows('conversation', panes, indexModels([])).map(({ answers }) => answers)).toEqual([1]);
  expect(boardRows('run', panes, indexModels([]))).toEqual([]);
});

it('offers every answer that has told its tokens once, the newest of each pane first', () => {
  const told = (id: string, at: number) => {
    const answer = anAnswer(id, 'q');
    return {
      ...answer,
      createdAt: at,
      receipt: { ...answer.receipt, usage: { prompt_tokens: 5, completion_tokens: 1 } },
    };
  };
  const asked = append(EMPTY_CONVERSATION, aQuestion('q', null));
  const old = append(asked, told('old', 1));
  const panes = [
    { id: 'a', name: 'First', conversation: append(old, told('newest of a', 2)) },
    { id: 'b', name: 'Second', conversation: append(append(asked, anAnswer('untold', 'q')), told('newest of b', 3)) },
    { id: 'c', name: 'Copy of a', conversation: old },
  ];
  expect(countedAnswers(panes).map(({ pane, answer }) => `${pane.id}: ${answer.id}`)).toEqual([
    'a: newest of a',
    'b: newest of b',
    'c: old',
  ]);
});
