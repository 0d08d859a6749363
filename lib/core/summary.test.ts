import { describe, expect, it } from 'vitest';
import { append } from './conversation';
import { aPane, aQuestion, aWorkspace, anAnswer } from './samples';
import { isEmpty, stretchesOf, type Summary, summaryOf } from './summary';

const EMPTY = { messages: {}, headId: null };
const said = append(append(EMPTY, aQuestion('q', null, 'Why?')), anAnswer('a', 'q'));
const stored = { ...aWorkspace(), conversations: {}, revision: 1 };
const at = (updatedAt: number, fields: Partial<Summary> = {}): Summary => ({
  ...summaryOf({ ...stored, id: String(updatedAt), updatedAt }),
  ...fields,
});

describe('summaryOf', () => {
  it('counts one question that went to two panes once', () => {
    const two = { ...stored, panes: [aPane(), aPane({ id: 'other' })], conversations: { pane: said, other: said } };
    expect(summaryOf(two)).toMatchObject({ questions: 1, models: ['maker/model', 'maker/model'] });
  });

  it('is called as its draft where nothing was asked yet', () => {
    expect(summaryOf({ ...stored, draft: { text: 'Half a thought\nand more' } }).title).toBe('Half a thought');
  });
});

describe('isEmpty', () => {
  it.each([
    ['nothing', {}, true],
    ['a draft', { draft: { text: 'x' } }, false],
    ['a message', { conversations: { pane: said } }, false],
    ['a pin', { pinned: true }, false],
  ])('%s', (_, fields, empty) => {
    expect(isEmpty({ ...stored, ...fields })).toBe(empty);
  });
});

describe('stretchesOf', () => {
  // The clocks of many places went back in the night before.
  const now = new Date(2026, 9, 26, 0, 30).getTime();
  const hour = 3_600_000;

  it('is by the visitor’s days, whatever the hour, newest first, pinned before all', () => {
    const listed = stretchesOf(
      [
        at(now - 40 * 24 * hour),
        at(now - hour),
        at(now - 10 * hour),
        at(now),
        at(now - 3 * 24 * hour),
        at(now - 20 * 24 * hour),
        at(now - 9 * 24 * hour, { pinned: true }),
        at(now - 400 * 24 * hour),
      ],
      now,
    );
    expect(listed.map(({ label, summaries }) => [label, summaries.length])).toEqual([
      ['Pinned', 1],
      ['Today', 1],
      ['Yesterday', 2],
      ['Last 7 days', 1],
      ['Last 30 days', 1],
      ['September 2026', 1],
      ['September 2025', 1],
    ]);
    expect(listed[2]?.summaries.map(({ updatedAt }) => updatedAt)).toEqual([now - hour, now - 10 * hour]);
  });
});
