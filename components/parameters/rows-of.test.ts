import { describe, expect, it } from 'vitest';
import { PARAMETERS } from '@/lib/core/parameters';
import { findRows, GROUPS, rowsOf } from './rows-of';

const namesFor = (query: string): string[] => findRows(query).map(({ name }) => name);

describe('the rows of the panel', () => {
  it('are all of the table, each in one group', () => {
    const shown = GROUPS.flatMap(rowsOf).map(({ name }) => name);
    expect(shown.toSorted()).toEqual(PARAMETERS.map(({ name }) => name).toSorted());
  });

  it.each([
    ['top_p', ['top_p']],
    ['TOP  P', ['top_p']],
    ['reasoning.effort', ['reasoning.effort']],
    ['max_completion_tokens', ['max_tokens']],
    ['reasoning_effort', ['reasoning.effort']],
    ['structured outputs', ['response_format']],
    ['penalty', ['frequency_penalty', 'presence_penalty', 'repetition_penalty']],
    ['tokenizer', ['logit_bias']],
    ['prompt caches warm', ['session_id']],
    ['no such thing', []],
  ])('are found by %j', (query, names) => {
    expect(namesFor(query)).toEqual(names);
  });
});
