import { describe, expect, it } from 'vitest';
import { HISTORY_KIND, HISTORY_VERSION, historyFrame, readHistoryFile } from './history-file';
import { anAnswer, aQuestion, aWorkspace } from './samples';

const stored = { ...aWorkspace(), conversations: { pane: { messages: {}, headId: null } }, revision: 4 };
const file = (fields: object): string =>
  JSON.stringify({ kind: HISTORY_KIND, version: HISTORY_VERSION, workspaces: [stored], ...fields });

describe('a file of the history', () => {
  it('gives back what was written', () => {
    const [head, tail] = historyFrame({ kind: 'presets' }, 0);
    const text = `${head}${JSON.stringify(stored)},${JSON.stringify({ ...stored, id: 'other' })}${tail}`;
    expect(readHistoryFile(text)).toEqual({
      workspaces: [stored, { ...stored, id: 'other' }],
      presets: { kind: 'presets' },
      unread: 0,
    });
  });

  it('tells what answers cost as the file says, since anybody can write one', () => {
    const messages = { q: aQuestion('q', null), r: anAnswer('r', 'q') };
    const read = readHistoryFile(
      file({ workspaces: [{ ...stored, conversations: { pane: { messages, headId: 'r' } } }] }),
    );
    if ('problem' in read) throw new Error(read.problem);
    expect(read.workspaces[0]?.conversations['pane']?.messages).toEqual({
      q: messages.q,
      r: { ...messages.r, imported: true },
    });
  });

  it('of a newer playground is refused by its version', () => {
    expect(readHistoryFile(file({ version: 2 }))).toEqual({ problem: expect.stringContaining('version 2') });
    expect(readHistoryFile(file({ version: 'x' }))).toHaveProperty('problem');
  });

  it.each([
    ['no JSON', '{'],
    ['another kind', JSON.stringify({ kind: 'x', version: 1, workspaces: [] })],
    ['nothing', 'null'],
    ['no list', file({ workspaces: { 0: stored } })],
  ])('that holds %s is refused', (_, text) => {
    expect(readHistoryFile(text)).toHaveProperty('problem');
  });

  it('says how many entries are none, and takes the others', () => {
    const read = readHistoryFile(file({ workspaces: [stored, null, { ...stored, panes: [] }] }));
    expect(read).toMatchObject({ workspaces: [stored], unread: 2, presets: null });
  });
});
