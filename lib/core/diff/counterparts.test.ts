import { describe, expect, it } from 'vitest';
import { append, EMPTY_CONVERSATION } from '@/lib/core/conversation';
import { anAnswer, aQuestion } from '@/lib/core/samples';
import { counterpart, otherVersions } from './counterparts';

const one = [
  aQuestion('q1', null, 'Hello', 1),
  anAnswer('a1', 'q1', 'Hi', 2),
  aQuestion('q2', 'a1', 'Hello', 3),
  anAnswer('a2', 'q2', 'Hi again', 4),
  anAnswer('a2b', 'q2', 'And again', 5),
].reduce(append, EMPTY_CONVERSATION);
const other = [
  aQuestion('p1', null, 'Hello', 1),
  anAnswer('b1', 'p1', 'Good day', 2),
  aQuestion('p2', 'b1', 'Hello', 3),
  anAnswer('b2', 'p2', 'Good evening', 4),
  aQuestion('p3', 'b2', 'Bye', 5),
  anAnswer('b3', 'p3', 'Bye', 6),
].reduce(append, EMPTY_CONVERSATION);

describe('what an answer can be compared with', () => {
  it('is each other version, by its place', () => {
    expect(otherVersions(one, 'a2').map(({ answer, at }) => [answer.id, at])).toEqual([['a2b', 2]]);
    expect(otherVersions(one, 'a1')).toEqual([]);
  });

  it('is the answer of another pane to the same prompt, at the same turn before any other', () => {
    expect(counterpart(one, 'a1', other)?.id).toBe('b1');
    expect(counterpart(one, 'a2', other)?.id).toBe('b2');
    expect(counterpart(other, 'b3', one)).toBeNull();
  });

  it('is the newest where the turn is another', () => {
    const later = [aQuestion('x', null, 'First', 1), anAnswer('y', 'x', 'Yes', 2), aQuestion('z', 'y', 'Hello', 3)];
    const asked = [...later, anAnswer('w', 'z', 'Hi', 4)].reduce(append, EMPTY_CONVERSATION);
    expect(counterpart(one, 'a1', asked)?.id).toBe('w');
  });

  it('is no answer that is still growing', () => {
    const growing = [aQuestion('q', null, 'Hello', 1), { ...anAnswer('a', 'q'), state: 'running' as const }];
    expect(counterpart(one, 'a1', growing.reduce(append, EMPTY_CONVERSATION))).toBeNull();
  });
});
