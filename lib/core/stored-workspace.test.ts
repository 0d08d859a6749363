import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, pathTo, versionsOf } from './conversation';
import { failure } from './failure';
import { tokensOf } from './receipt';
import { aPane, aQuestion, aWorkspace, anAnswer } from './samples';
import { readStoredWorkspace } from './stored-workspace';
import { summaryOf } from './summary';
import type { StoredWorkspace } from './workspace';

const EMPTY = { messages: {}, headId: null };
const good: StoredWorkspace = {
  ...aWorkspace({ panes: [aPane({ sampling: { temperature: 0.5 } })] }),
  conversations: {
    pane: append(append(EMPTY, aQuestion('q', null)), {
      ...anAnswer('a', 'q'),
      failure: failure('cut', 'The line broke.'),
      sent: { settings: { top_k: 7 }, system: 'Be brief.' },
      imported: true,
    }),
  },
  revision: 1,
};

/** Every place in a value, as the keys that lead to it. */
const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))]
    : [path];

function withPlaced(value: unknown, [key, ...rest]: string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = withPlaced(copy[key], rest, other);
  return copy;
}

describe('readStoredWorkspace', () => {
  it('opens rows of older versions, whose ticks for the prompt and the settings never did anything', () => {
    const old = { ...good, sync: { prompt: false, settings: true, scroll: false } };
    expect(readStoredWorkspace(old)?.sync).toEqual({ scroll: false });
  });

  it('reads what was kept', () => {
    expect(readStoredWorkspace(structuredClone(good))).toEqual(good);
  });

  it('gives fields that came later their first value', () => {
    const { pinned: _, variables: __, revision: ___, ...older } = good;
    expect(readStoredWorkspace(older)).toMatchObject({ pinned: false, variables: {}, revision: 0 });
  });

  it('drops parameters whose values are none, and keeps the rest', () => {
    const odd = { ...good, sampling: { temperature: 'hot', top_p: 0.5 }, panes: [aPane({ sampling: { seed: 0.5 } })] };
    expect(readStoredWorkspace(odd)).toMatchObject({ sampling: { top_p: 0.5 }, panes: [{ sampling: {} }] });
  });

  it.each([
    ['no pane', { panes: [] }],
    ['nine panes', { panes: Array.from({ length: 9 }, (_, at) => aPane({ id: `${at}` })) }],
    ['the same pane twice', { panes: [aPane(), aPane()] }],
    ['an empty id', { id: '' }],
    ['no conversations', { conversations: undefined }],
    ['a head that is not there', { conversations: { pane: { messages: {}, headId: 'gone' } } }],
    [
      'a parent that is not there',
      { conversations: { pane: { messages: { x: aQuestion('x', 'gone') }, headId: 'x' } } },
    ],
    ['a message under another id', { conversations: { pane: { messages: { x: aQuestion('y', null) }, headId: 'x' } } }],
    [
      'an unknown role',
      { conversations: { pane: { messages: { x: { ...aQuestion('x', null), role: 'god' } }, headId: 'x' } } },
    ],
  ])('refuses %s', (_, fields) => {
    expect(readStoredWorkspace({ ...good, ...fields })).toBeNull();
  });

  it('whatever stands anywhere in a row, it is refused or can be shown', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(undefined, Number.NaN, new Date(0), new Map(), '__proto__', { __proto__: null }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places(good)), anything, (path, other) => {
        const read = readStoredWorkspace(withPlaced(good, path, other));
        if (!read) return;
        summaryOf(read);
        for (const conversation of Object.values(read.conversations)) {
          for (const message of pathTo(conversation)) {
            versionsOf(conversation, message.id);
            if (message.role === 'assistant') tokensOf(message.receipt);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
