import { expect, it } from 'vitest';
import { indexModels } from '@/lib/core/model';
import { aModel, aPane, aWorkspace } from '@/lib/core/samples';
import { applyRequest } from './apply-request';
import { readRequest } from './read-request';

const models = indexModels([aModel()]);
const panes = [aPane({ id: 'one' }), aPane({ id: 'two' })];

function imported(body: object) {
  const read = readRequest(JSON.stringify(body));
  if ('problem' in read) throw new Error(read.problem);
  return read.request;
}

it('leaves what other panes send as it was', () => {
  const before = aWorkspace({ panes, sampling: { top_k: 5, temperature: 1 }, forced: ['top_k'], system: 'Theirs.' });
  const request = imported({ model: 'maker/model', top_a: 0.5, messages: [{ role: 'user', content: 'Hi' }] });
  const after = applyRequest(before, 'one', request, models);
  expect(after.panes[1]).toBe(panes[1]);
  expect(after).toMatchObject({ sampling: before.sampling, system: 'Theirs.', forced: ['top_k', 'top_a'] });
  expect(after.panes[0]).toMatchObject({ sampling: { top_a: 0.5 } });
});

it('forces in a pane alone only what its request sets', () => {
  const before = aWorkspace({ panes: panes.slice(0, 1), sampling: { top_k: 5 }, forced: ['top_k'] });
  const after = applyRequest(before, 'one', imported({ model: 'maker/model', temperature: 1, top_a: 0.5 }), models);
  expect(after).toMatchObject({ sampling: { temperature: 1, top_a: 0.5 }, forced: ['top_a'] });
});

// What the model does not list is dropped once its row is known, and the request would have sent it.
it('forces everything while no model is known yet', () => {
  const request = imported({ model: 'maker/model', temperature: 1, top_a: 0.5 });
  expect(applyRequest(aWorkspace({ panes }), 'one', request, new Map()).forced).toEqual(['temperature', 'top_a']);
});
