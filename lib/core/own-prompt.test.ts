import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedBy,
  draftOf,
  hasOwnPrompt,
  typedTexts,
  withDraft,
  withNothingTyped,
  withoutLonePrompt,
  withOwnPrompt,
} from './own-prompt';
import { withoutPane } from './panes';
import { aPane, aWorkspace } from './samples';
import { readStoredWorkspace } from './stored-workspace';
import { isEmpty, summaryOf } from './summary';
import { templatesOf, whyBlocked } from './variables';
import type { Workspace } from './workspace';

const three = aWorkspace({
  draft: { text: 'To all.' },
  panes: ['a', 'b', 'c'].map((id) => aPane({ id, modelId: `maker/${id}` })),
});
const own = withDraft(withOwnPrompt(three, 'b', true), 'To b.', 'b');

const ids = (workspace: Workspace, composer: string | null): string =>
  askedBy(workspace, composer)
    .map(({ id }) => id)
    .join('');
const texts = (workspace: Workspace): string[] => workspace.panes.map((pane) => draftOf(workspace, pane).text);

describe('a prompt of its own', () => {
  it('goes to its pane alone, and the common one to the others', () => {
    expect(ids(three, null)).toBe('abc');
    expect(ids(three, 'b')).toBe('');
    expect(ids(own, null)).toBe('ac');
    expect(ids(own, 'b')).toBe('b');
    expect(texts(own)).toEqual(['To all.', 'To b.', 'To all.']);
    expect(texts(withDraft(own, 'New.', 'a'))).toEqual(['New.', 'To b.', 'New.']);
  });

  it('moves to the common composer when that is free, else waits until it is wanted again', () => {
    const waiting = withOwnPrompt(own, 'b', false);
    expect(texts(waiting)).toEqual(['To all.', 'To all.', 'To all.']);
    expect(texts(withOwnPrompt(waiting, 'b', true))).toEqual(['To all.', 'To b.', 'To all.']);
    const moved = withOwnPrompt(withDraft(own, ' '), 'b', false);
    expect(texts(moved)).toEqual(['To b.', 'To b.', 'To b.']);
    expect(typedTexts(moved)).toEqual(['To b.']);
  });

  it('begins empty, and ticked twice it is what it was', () => {
    expect(texts(withOwnPrompt(three, 'b', true))).toEqual(['To all.', '', 'To all.']);
    expect(withOwnPrompt(own, 'b', true)).toBe(own);
    expect(withOwnPrompt(three, 'b', false)).toBe(three);
    expect(withOwnPrompt(three, 'nobody', true)).toBe(three);
  });

  it('is none for a pane that is left alone', () => {
    const alone = withoutPane(withoutPane(own, 'a'), 'c');
    expect(alone.panes.map(hasOwnPrompt)).toEqual([false]);
    expect(typedTexts(alone)).toEqual(['To all.', 'To b.']);
    expect(withoutLonePrompt(own)).toBe(own);
    expect(texts(withoutPane(withoutPane(withDraft(own, ''), 'a'), 'c'))).toEqual(['To b.']);
  });

  it('asks only for the variables of what it sends', () => {
    const both = withDraft(withDraft({ ...own, system: 'Be {{tone}}.' }, 'All {{common}}'), 'Own {{name}}', 'b');
    const why = (composer: string | null) => whyBlocked({ ...both, panes: askedBy(both, composer) });
    expect(why(null)).toBe('Fill {{tone}}, {{common}} first.');
    expect(why('b')).toBe('Fill {{tone}}, {{name}} first.');
    expect(templatesOf(both)).toEqual(['Be {{tone}}.', 'All {{common}}', 'Own {{name}}']);
  });

  it('is kept, found in the history, and no reason to lose a workspace', () => {
    const stored = { ...withDraft(own, ''), conversations: {}, revision: 1 };
    expect(readStoredWorkspace(structuredClone(stored))).toEqual(stored);
    expect(isEmpty(stored)).toBe(false);
    expect(summaryOf(stored).title).toBe('To b.');
    const aside = { ...stored, panes: [aPane({ setAside: 'Waits.' })] };
    expect(isEmpty(aside)).toBe(false);
    expect(isEmpty({ ...aside, ...withNothingTyped(aside) })).toBe(true);
    const alone = readStoredWorkspace({ ...stored, panes: [aPane({ draft: { text: 'Alone.' } })] });
    expect(alone).toMatchObject({ draft: { text: 'Alone.' }, panes: [{ draft: null }] });
    expect(readStoredWorkspace({ ...stored, panes: [{ ...aPane(), draft: 'no draft' }] })).toBeNull();
  });

  it('whatever is ticked and taken away, no text is lost but that of a pane that goes', () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), own: fc.boolean() });
    const said = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('one', 'two', '  ')));
    fc.assert(
      fc.property(said, fc.array(step), (said, steps) => {
        let workspace = withDraft(three, '');
        for (const [id, text] of said) workspace = withDraft(withOwnPrompt(workspace, id, true), text, id);
        for (const { id, own } of steps) {
          const before = typedTexts(workspace).sort();
          workspace = withOwnPrompt(workspace, id, own);
          expect(typedTexts(workspace).sort()).toEqual(before);
          // Each pane is asked by one composer.
          expect(ids(workspace, null).length + ['a', 'b', 'c'].map((one) => ids(workspace, one)).join('').length).toBe(
            3,
          );
        }
      }),
    );
  });
});
