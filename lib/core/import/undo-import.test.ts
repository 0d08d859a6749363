import { describe, expect, it } from 'vitest';
import {
  append,
  type Conversation,
  EMPTY_CONVERSATION,
  pathTo,
  showVersion,
  versionsOf,
} from '@/lib/core/conversation';
import { anAnswer, aQuestion } from '@/lib/core/samples';
import { undoImport } from './undo-import';

const said = (...ids: string[]): Conversation =>
  ids.reduce(
    (conversation, id, at) =>
      append(
        conversation,
        at % 2 === 0 ? aQuestion(id, ids[at - 1] ?? null, id, at) : anAnswer(id, ids[at - 1] ?? '', id, at),
      ),
    EMPTY_CONVERSATION,
  );
const idsOf = (conversation: Conversation): string[] => pathTo(conversation).map(({ id }) => id);

const before = said('q', 'a');
const imported = said('iq', 'ia');

describe('undo of an import', () => {
  it('brings back the very conversation of before where nothing was said since', () => {
    expect(undoImport(imported, before, imported)).toBe(before);
    // Another version shown, a message deleted: nothing of that was said.
    expect(undoImport(EMPTY_CONVERSATION, before, imported)).toBe(before);
  });

  it('keeps what was said since in sight, and what was before within reach', () => {
    const now = append(append(imported, aQuestion('new', 'ia', 'new', 9)), anAnswer('reply', 'new', 'reply', 10));
    const undone = undoImport(now, before, imported);
    expect(idsOf(undone)).toEqual(['iq', 'ia', 'new', 'reply']);
    expect(versionsOf(undone, 'iq').map(({ id }) => id)).toEqual(['q', 'iq']);
    expect(idsOf(showVersion(undone, 'q'))).toEqual(['q', 'a']);
  });

  it('keeps an answer that is still coming as it comes', () => {
    const running = { ...anAnswer('reply', 'new', '', 10), state: 'running' as const };
    const now = append(append(imported, aQuestion('new', 'ia', 'new', 9)), running);
    expect(undoImport(now, EMPTY_CONVERSATION, imported).messages['reply']).toBe(running);
  });
});
