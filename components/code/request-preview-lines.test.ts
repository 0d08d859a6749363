import { expect, it } from 'vitest';
import type { JsonObject } from '@/lib/core/json';
import type { Sampling } from '@/lib/core/parameters';
import { buildRequest } from '@/lib/core/request';
import { aPane, aQuestion, aWorkspace } from '@/lib/core/samples';
import { linesOf } from './request-preview-lines';

function linesFor(sampling: Sampling, extra: JsonObject = {}, routing: string[] = []) {
  const pane = aPane({ modelId: 'who/knows', extra, routing: { only: ['gone'] } });
  const built = buildRequest(aWorkspace({ sampling }), pane, [aQuestion('q', null, 'Hi')], new Map());
  return { built, lines: linesOf(built, extra, routing) };
}
const whyOf = (key: string, ...given: Parameters<typeof linesFor>) =>
  linesFor(...given).lines.find((line) => line.key === key);

it('shows the body as it is sent, key by key', () => {
  const { built, lines } = linesFor({ temperature: 0.5, 'reasoning.effort': 'low' }, { future: [1, null] });
  expect(JSON.stringify(JSON.parse(`{${lines.map(({ json }) => json).join('\n')}}`))).toBe(JSON.stringify(built.body));
});

it('says a reason of several parameters once', () => {
  expect(whyOf('reasoning', { 'reasoning.effort': 'low', 'reasoning.max_tokens': 9 })).toMatchObject({
    state: 'conflict',
    why: 'Reasoning effort, Reasoning tokens: Effort and a budget of reasoning tokens exclude each other: set one.',
  });
});

it('names what the extra JSON wins over, and what cannot work in the routing', () => {
  expect(whyOf('temperature', { temperature: 1 }, { temperature: 0 })).toMatchObject({
    state: 'conflict',
    why: 'The extra JSON wins over the control Temperature.',
  });
  expect(whyOf('stream', {}, { stream: false })).toMatchObject({ state: 'conflict' });
  expect(whyOf('future', {}, { future: 1 })).toMatchObject({ state: 'sent', why: 'From the extra JSON.' });
  expect(whyOf('provider', {}, {}, ['No “gone”.'])).toMatchObject({ state: 'conflict', why: 'No “gone”.' });
});
