import { expect, it } from 'vitest';
import { copyOf, isSameWorkspace } from './same-workspace';
import { aPane, anAnswer, aQuestion, aWorkspace } from './samples';
import type { StoredWorkspace } from './workspace';

const workspace: StoredWorkspace = {
  ...aWorkspace({ title: 'One', panes: [aPane({ id: 'a' }), aPane({ id: 'b', modelId: 'other/model' })] }),
  conversations: {
    a: { messages: { q: aQuestion('q', null), r: anAnswer('r', 'q') }, headId: 'r' },
    b: { messages: {}, headId: null },
  },
  revision: 7,
};
let count = 0;
const freshId = (): string => `fresh-${(count += 1)}`;

it('knows a copy that an import made, whatever its ids', () => {
  const copy = copyOf(workspace, freshId);
  expect(copy.id).not.toBe(workspace.id);
  expect(copy.panes.every(({ id }) => !Object.hasOwn(workspace.conversations, id))).toBe(true);
  expect(isSameWorkspace(workspace, copy)).toBe(true);
  expect(isSameWorkspace(copyOf(copy, freshId), { ...workspace, updatedAt: 99, revision: 1 })).toBe(true);
});

it('knows one that came back from a file, and from a file of that', () => {
  const back = {
    ...workspace,
    conversations: {
      ...workspace.conversations,
      a: { messages: { q: aQuestion('q', null), r: { ...anAnswer('r', 'q'), imported: true as const } }, headId: 'r' },
    },
  };
  expect(isSameWorkspace(workspace, back)).toBe(true);
});

it('tells what differs in anything that somebody said or set', () => {
  const [a, b] = workspace.panes;
  if (!a || !b) throw new Error('There are two panes.');
  for (const other of [
    { ...workspace, title: 'Two' },
    { ...workspace, draft: { text: 'x' } },
    { ...workspace, panes: [b, a] },
    { ...workspace, panes: [{ ...a, extra: { x: 1 } }, b] },
    {
      ...workspace,
      conversations: { ...workspace.conversations, b: workspace.conversations['a'] ?? { messages: {}, headId: null } },
    },
  ])
    expect(isSameWorkspace(workspace, other)).toBe(false);
});
