import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { append, remove } from './conversation';
import { mergeWorkspaces } from './merge-workspaces';
import { isSame } from './same';
import { aPane, aQuestion, aWorkspace, anAnswer } from './samples';
import { readStoredWorkspace } from './stored-workspace';
import type { StoredWorkspace } from './workspace';

const EMPTY = { messages: {}, headId: null };
const said = append(append(EMPTY, aQuestion('q', null)), anAnswer('a', 'q'));
const base: StoredWorkspace = { ...aWorkspace({ title: 'Base' }), conversations: { pane: said }, revision: 3 };

/** One thing that somebody may do in a tab. */
const change = fc.oneof(
  fc.string().map((text) => (it: StoredWorkspace) => ({ ...it, draft: { text } })),
  fc.string().map((title) => (it: StoredWorkspace) => ({ ...it, title })),
  fc.double({ min: 0, max: 2 }).map((temperature) => (it: StoredWorkspace) => ({
    ...it,
    sampling: { ...it.sampling, temperature },
  })),
  fc.uuid().map((id) => (it: StoredWorkspace) => withMessage(it, id)),
  fc.uuid().map((id) => (it: StoredWorkspace) => ({ ...it, panes: [...it.panes, aPane({ id })] })),
  fc.constant((it: StoredWorkspace) => ({
    ...it,
    conversations: { ...it.conversations, pane: remove(it.conversations['pane'] ?? EMPTY, 'a') },
  })),
);

const withMessage = (it: StoredWorkspace, id: string): StoredWorkspace => {
  const conversation = it.conversations['pane'] ?? EMPTY;
  return {
    ...it,
    conversations: { ...it.conversations, pane: append(conversation, aQuestion(id, conversation.headId)) },
  };
};

const changed = fc.array(change, { maxLength: 5 }).map((all) => all.reduce((it, one) => one(it), base));
const ids = ({ conversations }: StoredWorkspace): string[] => Object.keys(conversations['pane']?.messages ?? {});

describe('mergeWorkspaces', () => {
  it('takes over whatever only one side did', () => {
    fc.assert(
      fc.property(changed, (one) => {
        expect(isSame(mergeWorkspaces(base, one, base)?.draft, one.draft)).toBe(true);
        for (const both of [mergeWorkspaces(base, one, base), mergeWorkspaces(base, base, one)]) {
          // Panes without a conversation have an empty one.
          expect(both?.panes).toEqual(one.panes);
          expect(both?.title).toBe(one.title);
          expect(both?.sampling).toEqual(one.sampling);
          expect(both?.conversations['pane']).toEqual(one.conversations['pane']);
        }
      }),
    );
  });

  it('loses no message that either side added, is a workspace, and tells no side from the other', () => {
    fc.assert(
      fc.property(changed, changed, (mine, theirs) => {
        const both = mergeWorkspaces(base, mine, theirs);
        const other = mergeWorkspaces(base, theirs, mine);
        expect(both === null).toBe(other === null);
        if (!both) return;
        for (const id of [...ids(mine), ...ids(theirs)].filter((one) => one !== 'a')) expect(ids(both)).toContain(id);
        expect(readStoredWorkspace(both)).not.toBeNull();
      }),
    );
  });

  it('refuses what both changed differently, and takes what both changed alike', () => {
    const mine = { ...base, draft: { text: 'mine' } };
    expect(mergeWorkspaces(base, mine, { ...base, draft: { text: 'theirs' } })).toBeNull();
    expect(mergeWorkspaces(base, mine, { ...base, draft: { text: 'mine' } })?.draft.text).toBe('mine');
    expect(mergeWorkspaces(base, mine, { ...base, system: 'Be brief.' })).toMatchObject({
      draft: { text: 'mine' },
      system: 'Be brief.',
    });
  });

  it('refuses an answer to a question that the other side has taken away', () => {
    const answered = withMessage(base, 'later');
    const without = { ...base, conversations: { pane: remove(said, 'q') } };
    expect(mergeWorkspaces(base, answered, without)).toBeNull();
  });

  it('leaves the head where the reader is, and messages that did not change the same objects', () => {
    const mine = { ...base, conversations: { pane: { ...said, headId: 'q' } } };
    const theirs = structuredClone(withMessage(base, 'later'));
    const both = mergeWorkspaces(base, mine, theirs);
    expect(both?.conversations['pane']?.headId).toBe('q');
    expect(both?.conversations['pane']?.messages['a']).toBe(said.messages['a']);
  });
});
