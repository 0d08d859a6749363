import { describe, expect, it } from 'vitest';
import {
  allVersions,
  append,
  type Conversation,
  EMPTY_CONVERSATION,
  pathTo,
  remove,
  replace,
  restore,
  showVersion,
  versionsOf,
} from './conversation';
import { anAnswer, aQuestion } from './samples';

const ids = (conversation: Conversation): string[] => pathTo(conversation).map(({ id }) => id);

/** q1 ─ a1 ─ q2 ─ a2, and a1b beside a1. */
const branched = [
  aQuestion('q1', null, 'one', 1),
  anAnswer('a1', 'q1', 'first', 2),
  aQuestion('q2', 'a1', 'two', 3),
  anAnswer('a2', 'q2', 'second', 4),
  anAnswer('a1b', 'q1', 'first again', 5),
].reduce(append, EMPTY_CONVERSATION);

describe('a conversation', () => {
  it('shows the path to its newest branch', () => {
    expect(ids(branched)).toEqual(['q1', 'a1b']);
  });

  it('knows the versions of a message, oldest first', () => {
    expect(versionsOf(branched, 'a1b').map(({ id }) => id)).toEqual(['a1', 'a1b']);
    expect(versionsOf(branched, 'q2').map(({ id }) => id)).toEqual(['q2']);
    expect(versionsOf(branched, 'nobody')).toEqual([]);
  });

  it('knows the same of all of them in one pass', () => {
    const again = append(branched, aQuestion('q1b', null, 'one again', 0));
    const all = allVersions(again);
    expect([...all.keys()].toSorted()).toEqual(Object.keys(again.messages).toSorted());
    for (const [id, versions] of all) expect(versions).toEqual(versionsOf(again, id).map((version) => version.id));
    expect(all.get('q1')).toEqual(['q1b', 'q1']);
  });

  it('goes to the end of the branch whose version is chosen', () => {
    expect(ids(showVersion(branched, 'a1'))).toEqual(['q1', 'a1', 'q2', 'a2']);
  });

  it('removes a message with all that follows and shows the version beside it', () => {
    const left = remove(showVersion(branched, 'a1'), 'a1');
    expect(Object.keys(left.messages)).toEqual(['q1', 'a1b']);
    expect(ids(left)).toEqual(['q1', 'a1b']);
  });

  it('falls back to the parent where no version is left', () => {
    expect(ids(remove(showVersion(branched, 'a1'), 'a2'))).toEqual(['q1', 'a1', 'q2']);
    expect(remove(branched, 'q1')).toEqual(EMPTY_CONVERSATION);
  });

  it('leaves the branch on the screen alone when another one is removed', () => {
    expect(ids(remove(branched, 'a1'))).toEqual(['q1', 'a1b']);
  });

  it('brings a removed message back, and keeps what was said since', () => {
    const shown = showVersion(branched, 'a1');
    const left = remove(shown, 'q2');
    expect(restore(left, shown, 'q2')).toEqual(shown);
    const since = append(left, aQuestion('q3', 'a1', 'three', 9));
    const back = restore(since, shown, 'q2');
    expect(ids(back)).toEqual(['q1', 'a1', 'q3']);
    expect(Object.keys(back.messages).sort()).toEqual(['a1', 'a1b', 'a2', 'q1', 'q2', 'q3']);
  });

  it('brings an answer that was under way back as stopped', () => {
    const running = append(branched, { ...anAnswer('a3', 'q1', 'half', 9), state: 'running' });
    expect(restore(remove(running, 'a3'), running, 'a3').messages['a3']).toMatchObject({ state: 'stopped' });
  });

  it('replaces a message that is there and never brings back one that was removed', () => {
    const grown = anAnswer('a2', 'q2', 'longer');
    expect(replace(branched, grown).messages['a2']).toBe(grown);
    const without = remove(branched, 'a2');
    expect(replace(without, grown)).toBe(without);
  });

  it('keeps untouched messages as they are, so that nothing else renders again', () => {
    const changed = replace(branched, anAnswer('a2', 'q2', 'longer'));
    expect(changed.messages['a1']).toBe(branched.messages['a1']);
  });

  it('ends on a damaged tree instead of hanging', () => {
    const [one, two] = [aQuestion('one', 'two'), aQuestion('two', 'one')];
    expect(pathTo({ messages: { one, two }, headId: 'one' })).toHaveLength(2);
    expect(pathTo({ messages: {}, headId: 'gone' })).toEqual([]);
  });
});
