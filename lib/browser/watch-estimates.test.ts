// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { endpointsKey } from './known-endpoints';
import { append, EMPTY_CONVERSATION, remove, replace, showVersion } from '@/lib/core/conversation';
import { anAnswer, anEndpoint, aQuestion, aWorkspace } from '@/lib/core/samples';
import { queryClient } from './query-client';
import { setRun } from './run-store';
import { conversationOf, setConversation } from './transcripts';
import { watchEstimates } from './watch-estimates';
import { useWorkspaceStore } from './workspace-store';

const PANES = Array.from({ length: 8 }, (_, at) => `pane-${at}`);
const [FIRST = ''] = PANES;
const read = vi.fn();
let end = (): void => {};

/** Whether something is read within a second of what was done, and how often. */
function reads(done: () => void): number {
  read.mockClear();
  done();
  vi.advanceTimersByTime(1000);
  return read.mock.calls.length;
}

const change = (change: (conversation: ReturnType<typeof conversationOf>) => ReturnType<typeof conversationOf>) =>
  setConversation(FIRST, change(conversationOf(FIRST)));

beforeEach(() => {
  vi.useFakeTimers();
  const asked = append(EMPTY_CONVERSATION, aQuestion('q', null));
  for (const id of PANES) setConversation(id, append(append(asked, anAnswer('a', 'q', 'one', 1)), anAnswer('b', 'q')));
  end = watchEstimates(read);
  vi.advanceTimersByTime(1000);
});

afterEach(() => {
  end();
  for (const id of PANES) setRun(id, null);
  vi.useRealTimers();
  queryClient().clear();
});

it('reads once at first, and once behind a row of changes', () => {
  end();
  expect(reads(() => (end = watchEstimates(read)))).toBe(1);
  const type = (text: string): void =>
    useWorkspaceStore.setState({ workspace: aWorkspace({ draft: { text } }) } as never);
  expect(reads(() => ['a', 'ab', 'abc'].forEach(type))).toBe(1);
});

it('reads anew when messages are deleted, brought back, or another version is shown', () => {
  const before = conversationOf(FIRST);
  expect(reads(() => change((now) => showVersion(now, 'a')))).toBe(1);
  expect(reads(() => change((now) => remove(now, 'q')))).toBe(1);
  expect(reads(() => setConversation(FIRST, before))).toBe(1);
  // What was counted may be known better now.
  expect(reads(() => change((now) => replace(now, anAnswer('b', 'q', 'settled'))))).toBe(1);
});

it('reads nothing for the pieces of growing answers, and once when they have ended', () => {
  for (const id of PANES) {
    setRun(id, { runId: id, phase: 'writing', since: 0 });
    setConversation(id, append(conversationOf(id), { ...anAnswer('c', 'q', ''), state: 'running' }));
  }
  vi.advanceTimersByTime(1000);
  let text = '';
  const grow = (): void => {
    text += 'word ';
    for (const id of PANES) {
      setConversation(id, replace(conversationOf(id), { ...anAnswer('c', 'q', text), state: 'running' }));
    }
    vi.advanceTimersByTime(10);
  };
  expect(reads(() => Array.from({ length: 200 }).forEach(grow))).toBe(0);
  expect(reads(() => change((now) => showVersion(now, 'a')))).toBe(1);
  expect(reads(() => PANES.forEach((id) => setRun(id, null)))).toBe(1);
});

it('reads anew when the offers of a model have come', () => {
  expect(reads(() => queryClient().setQueryData(endpointsKey('maker/model'), [anEndpoint('one')]))).toBe(1);
  expect(reads(() => queryClient().setQueryData(['key'], null))).toBe(0);
});

it('reads nothing any more once it has ended', () => {
  end();
  expect(reads(() => change((now) => remove(now, 'q')))).toBe(0);
});
